import fc from 'fast-check';
import { openPace } from '../../../functions/reconcile/pace';
import { steppedClock } from '../graph/stepped-clock';

test('however many are sent whenever, fewer than thirty leave in any minute', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ count: fc.integer({ min: 1, max: 20 }), pause: fc.nat(90_000) }), { maxLength: 30 }),
      async (sendings) => {
        const clock = steppedClock();
        const pace = openPace(clock);
        const sent: number[] = [];
        for (const { count, pause } of sendings) {
          await clock.wait(pause);
          const wait = pace.waitFor(count);
          if (wait > 0) await clock.wait(wait);
          expect(pace.allowed()).toBeGreaterThanOrEqual(count);
          pace.sent(count);
          for (let one = 0; one < count; one += 1) sent.push(clock.now().getTime());
        }
        for (const moment of sent)
          expect(sent.filter((other) => other >= moment && other < moment + 60_000).length).toBeLessThan(30);
      },
    ),
  );
});

test('who has sent nothing waits for nothing', () => {
  const pace = openPace(steppedClock());
  expect([pace.waitFor(20), pace.allowed()]).toEqual([0, 29]);
});
