import fc from 'fast-check';
import { openPace } from '../../../functions/reconcile/pace';
import { shareOut } from '../../../functions/reconcile/share-out';
import { steppedClock } from '../graph/stepped-clock';

/** Rounds until so many steps are sent and their states written, and the minutes that it takes. */
async function rounds(count: number): Promise<{ readonly requests: number; readonly minutes: number }> {
  const clock = steppedClock();
  const pace = openPace(clock);
  let [steps, states, requests] = [count, 0, 0];
  while (steps + states > 0) {
    const share = shareOut(steps, states, pace.allowed());
    if ('roomFor' in share) {
      await clock.wait(pace.waitFor(share.roomFor));
      continue;
    }
    expect(share.steps + share.states).toBeGreaterThan(0);
    expect(share.steps + share.states).toBeLessThanOrEqual(19);
    expect(share.steps).toBeLessThanOrEqual(pace.allowed());
    pace.sent(share.steps);
    steps -= share.steps;
    states += share.steps - share.states;
    requests += 1;
  }
  return { requests, minutes: clock.waited() / 60_000 };
}

test.each([
  [1, 2, 0],
  [29, 4, 0],
  [90, 10, 3],
  [240, 26, 8],
])('%i steps and their states take %i requests and %i minutes', async (count, requests, minutes) => {
  expect(await rounds(count)).toEqual({ requests, minutes });
});

test('however many there are, it comes to an end with full requests', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 600 }), async (count) => {
      const { requests } = await rounds(count);
      expect(requests).toBeLessThanOrEqual(Math.ceil((2 * count) / 19) + 1);
    }),
  );
});
