import fc from 'fast-check';
import type { CalendarOutcome } from '../../../functions/ports';
import { type ReconcilePorts, reconcileMailbox } from '../../../functions/reconcile/reconcile-mailbox';
import { meeting } from '../../../shared/records/meeting';
import { keptLog } from '../graph/rig';
import { steppedClock } from '../graph/stepped-clock';
import { portsByHand, togetherOver } from '../ports-by-hand';
import { Crash, calendarByHand } from './calendar-by-hand';
import { waitingMeeting } from './published-records';

const mailbox = 'meetings@trust.example';
const settings = { publicOrigin: 'https://our.example' } as const;

/** What becomes of one sending: it takes so many seconds until Outlook acts, and then the host may be killed. */
interface Fate {
  readonly seconds: number;
  readonly becomes: 'answered' | 'answer lost' | 'killed before' | 'killed after';
}

/** A mailbox whose every mail is noted with its moment. */
function world(meetings: number, fates: readonly Fate[]) {
  const hand = portsByHand();
  const inner = calendarByHand();
  const clock = steppedClock();
  const mails: number[] = [];
  const left = [...fates];
  const calendar = {
    ...inner,
    async apply(...[to, steps]: Parameters<typeof inner.apply>): Promise<readonly CalendarOutcome[]> {
      if (steps.length === 0) return [];
      const { seconds, becomes } = left.shift() ?? { seconds: 0, becomes: 'answered' };
      if (becomes === 'killed before') throw new Crash();
      await clock.wait(seconds * 1000);
      // One that is sent again under its transaction id makes no second event, and no second mail.
      const before = inner.events.length;
      const outcomes = await inner.apply(to, steps);
      for (let mail = before; mail < inner.events.length; mail += 1) mails.push(clock.now().getTime());
      if (becomes === 'killed after') throw new Crash();
      return becomes === 'answered'
        ? outcomes
        : steps.map(({ stamp }) => ({ stamp, ok: 'later', retryAfterSeconds: 1 }));
    },
  };
  for (let index = 0; index < meetings; index += 1) hand.put(meeting, `meeting-${index}`, waitingMeeting());
  const together = togetherOver({ ...hand, calendar });
  const ports: ReconcilePorts = { ...hand, calendar, together, clock, log: keptLog() };
  return { hand, ports, clock, mails };
}

/** As the host does, with a hint as soon as it is back. */
async function untilAllIsSent({ hand, ports, clock }: ReturnType<typeof world>, runSeconds?: number): Promise<void> {
  const more = runSeconds === undefined ? {} : { runSeconds };
  for (let runs = 0; hand.all(meeting).some(({ record }) => record.outlook !== 'sent'); runs += 1) {
    if (runs > 200) throw new Error('It never comes to rest.');
    const again = await reconcileMailbox(mailbox, ports, { ...settings, ...more }).then(
      ({ againAfterSeconds }) => againAfterSeconds ?? 0,
      (error: unknown) => {
        if (error instanceof Crash) return 1;
        throw error;
      },
    );
    await clock.wait(1000 * again);
  }
}

function mostInAMinute(mails: readonly number[]): number {
  return Math.max(0, ...mails.map((from) => mails.filter((mail) => from <= mail && mail < from + 60_000).length));
}

test('a host that is killed when its batch has just left takes nothing of the minute with it', async () => {
  const one = world(60, [{ seconds: 75, becomes: 'killed after' }]);
  await untilAllIsSent(one);
  expect(one.mails).toHaveLength(60);
  expect(mostInAMinute(one.mails)).toBeLessThan(30);
});

test('a run that ends in the midst of a minute tells the next one what has left in it', async () => {
  const one = world(60, [
    { seconds: 0, becomes: 'answered' },
    { seconds: 30, becomes: 'answered' },
  ]);
  await untilAllIsSent(one, 40);
  expect(one.mails).toHaveLength(60);
  expect(mostInAMinute(one.mails)).toBeLessThan(30);
});

const fates = fc.array(
  fc.record({
    seconds: fc.integer({ min: 0, max: 75 }),
    becomes: fc.constantFrom('answered', 'answer lost', 'killed before', 'killed after'),
  }),
  { maxLength: 12 },
);

test('whatever is killed when, fewer than thirty leave in any minute, and each once', async () => {
  await fc.assert(
    fc.asyncProperty(fates, fc.integer({ min: 20, max: 300 }), async (given, runSeconds) => {
      const one = world(70, given);
      await untilAllIsSent(one, runSeconds);
      expect(one.mails).toHaveLength(70);
      expect(mostInAMinute(one.mails)).toBeLessThan(30);
    }),
    { numRuns: 60 },
  );
});
