import fc from 'fast-check';
import { Busy, product } from '../../../functions/ports';
import type { ReconcilePorts } from '../../../functions/reconcile/reconcile-mailbox';
import { reconcileMailbox } from '../../../functions/reconcile/reconcile-mailbox';
import { cancel, follow, publish } from '../../../shared/meetings/publishing';
import { meeting } from '../../../shared/records/meeting';
import { keptLog } from '../graph/rig';
import { steppedClock } from '../graph/stepped-clock';
import { type HandPorts, portsByHand, togetherOver } from '../ports-by-hand';
import { Crash, calendarByHand, type HandCalendar } from './calendar-by-hand';
import { waitingMeeting } from './published-records';

const mailbox = 'meetings@trust.example';
const settings = { publicOrigin: 'https://our.example' } as const;

interface World {
  readonly hand: HandPorts;
  readonly calendar: HandCalendar;
  readonly ports: ReconcilePorts;
  readonly clock: ReturnType<typeof steppedClock>;
}

function world(): World {
  const hand = portsByHand();
  const calendar = calendarByHand();
  const clock = steppedClock();
  return { hand, calendar, clock, ports: withCalendar({ ...hand, clock, log: keptLog() }, calendar) };
}

function withCalendar(ports: ReconcilePorts, calendar: HandCalendar): ReconcilePorts {
  return { ...ports, calendar, together: togetherOver({ ...ports, calendar }) };
}

/** As the host does: again when it is told to, and when the sweeper comes by after a crash. */
async function untilRest({ ports, clock, calendar }: World): Promise<number> {
  let runs = 0;
  for (let again: number | undefined = 0; again !== undefined; runs += 1) {
    if (runs > 60) throw new Error(`It never comes to rest: ${calendar.events.length} events.`);
    await clock.wait(again * 1000);
    again = await reconcileMailbox(mailbox, ports, settings).then(
      ({ againAfterSeconds }) => againAfterSeconds,
      (error: unknown) => {
        if (error instanceof Crash) return 300;
        throw error;
      },
    );
  }
  return runs;
}

test('ninety meetings become ninety events, in minutes and not faster, and each knows its event', async () => {
  const one = world();
  for (let index = 0; index < 90; index += 1) one.hand.put(meeting, `meeting-${index}`, waitingMeeting());
  await untilRest(one);
  expect(new Set(one.calendar.events.map(({ stamp }) => stamp)).size).toBe(90);
  expect(one.calendar.took).toHaveLength(90);
  expect(one.hand.all(meeting).map(({ record }) => record.outlook)).toEqual(Array.from({ length: 90 }, () => 'sent'));
  const ids = new Map(one.calendar.events.map(({ stamp, id }) => [stamp, id]));
  for (const { key, record } of one.hand.all(meeting)) expect(record.eventId).toBe(ids.get(`meeting:${key}:1`));
  expect(one.clock.waited()).toBeGreaterThan(180_000);
});

test('when nothing waits nothing is written, not even a lease', async () => {
  const { hand, ports } = world();
  hand.put(meeting, 'meeting-1', waitingMeeting({ outlook: 'sent' }));
  expect(await reconcileMailbox(mailbox, ports, settings)).toEqual({ done: 0 });
  // The lease and four lists, in one request.
  expect(hand.asked).toBe(5);
});

test('a run that has too little time leaves the rest to the next one and says so', async () => {
  const one = world();
  for (let index = 0; index < 60; index += 1) one.hand.put(meeting, `meeting-${index}`, waitingMeeting());
  const outcome = await reconcileMailbox(mailbox, one.ports, { ...settings, runSeconds: 30 });
  expect(outcome.done).toBeLessThan(60);
  expect(outcome.againAfterSeconds).toBeGreaterThan(0);
  await untilRest(one);
  expect(one.calendar.events).toHaveLength(60);
});

test('what Outlook refuses for good is failed with its sentence, and the others are sent', async () => {
  const one = world();
  one.hand.put(meeting, 'meeting-1', waitingMeeting());
  one.hand.put(meeting, 'meeting-2', waitingMeeting());
  const { apply } = one.calendar;
  const refusing: HandCalendar = {
    ...one.calendar,
    async apply(to, steps) {
      const outcomes = await apply(to, steps);
      return outcomes.map((outcome) =>
        outcome.stamp === 'meeting:meeting-1:1'
          ? { stamp: outcome.stamp, ok: false, because: 'Outlook refused this event.' }
          : outcome,
      );
    },
  };
  await untilRest({ ...one, ports: withCalendar(one.ports, refusing) });
  const states = one.hand.all(meeting).map(({ record }) => [record.outlook, record.outlookProblem]);
  expect(states).toEqual([
    ['failed', 'Outlook refused this event.'],
    ['sent', undefined],
  ]);
});

test('a record that somebody changes while it is being sent is sent again as it is then', async () => {
  const one = world();
  const stored = one.hand.put(meeting, 'meeting-1', waitingMeeting());
  const { apply } = one.calendar;
  let changed = false;
  const calendar: HandCalendar = {
    ...one.calendar,
    async apply(to, steps) {
      const outcomes = await apply(to, steps);
      if (!changed) await one.hand.records.change(meeting, stored, waitingMeeting({ date: '2027-02-03' }), product);
      changed = true;
      return outcomes;
    },
  };
  await untilRest({ ...one, ports: withCalendar(one.ports, calendar) });
  expect(one.calendar.events.map(({ date }) => date)).toEqual(['2027-02-03']);
  expect(one.hand.all(meeting).map(({ record }) => record.outlook)).toEqual(['sent']);
});

const acts = fc.array(
  fc.record({
    which: fc.integer({ min: 0, max: 3 }),
    does: fc.constantFrom('publish', 'move', 'cancel'),
    day: fc.integer({ min: 10, max: 28 }),
    disturbances: fc.array(fc.constantFrom('taken', 'answer lost', 'put off', 'crash'), { maxLength: 4 }),
  }),
  { maxLength: 12 },
);

test('whatever is published, moved and cancelled, and whatever breaks on the way, Outlook holds what is wanted', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (script) => {
      const one = world();
      for (let index = 0; index < 4; index += 1)
        one.hand.put(
          meeting,
          `meeting-${index}`,
          waitingMeeting({ wanted: 'nothing', outlook: 'draft', generation: 0 }),
        );
      for (const { which, does, day, disturbances } of script) {
        const stored = one.hand.all(meeting)[which];
        if (stored === undefined) throw new Error('No such meeting.');
        const { record } = stored;
        const next =
          does === 'publish'
            ? publish(record)
            : does === 'cancel'
              ? cancel(record)
              : follow({ ...record, date: `2027-01-${day}` });
        await one.hand.records.change(meeting, stored, next, product);
        one.calendar.disturb(...disturbances);
        await reconcileMailbox(mailbox, one.ports, settings).catch((error: unknown) => {
          if (!(error instanceof Crash)) throw error;
        });
      }
      one.calendar.disturb();
      await untilRest(one);
      const wanted = one.hand.all(meeting).filter(({ record }) => record.wanted === 'event');
      const said = wanted.map(({ key, record }) => `meeting:${key}:${record.generation} ${record.date}`);
      expect(one.calendar.events.map(({ stamp, date }) => `${stamp} ${date}`).sort()).toEqual(said.sort());
      expect(one.hand.all(meeting).filter(({ record }) => record.outlook === 'waiting')).toEqual([]);
      const steps = one.calendar.took.length;
      await untilRest(one);
      expect(one.calendar.took).toHaveLength(steps);
    }),
    { numRuns: 200 },
  );
});

test('others hear of a long wait by the lease, whether a step was put off or nothing could be asked', async () => {
  const put = (calendar: HandCalendar, seconds: number): HandCalendar => ({
    ...calendar,
    apply: async (_mailbox, steps) => steps.map(({ stamp }) => ({ stamp, ok: 'later', retryAfterSeconds: seconds })),
  });
  const busy = (calendar: HandCalendar, seconds: number): HandCalendar => ({
    ...calendar,
    apply: async () => {
      throw new Busy(seconds);
    },
  });
  for (const troubled of [put, busy]) {
    const one = world();
    one.hand.put(meeting, 'meeting-1', waitingMeeting());
    const ports = withCalendar(one.ports, troubled(one.calendar, 600));
    expect((await reconcileMailbox(mailbox, ports, settings)).againAfterSeconds).toBe(600);
    await one.clock.wait(500_000);
    expect((await reconcileMailbox(mailbox, one.ports, settings)).againAfterSeconds).toBeLessThanOrEqual(100);
    expect(one.calendar.took).toEqual([]);
    await one.clock.wait(100_000);
    expect(await reconcileMailbox(mailbox, one.ports, settings)).toEqual({ done: 1 });
  }
});

test('a step that is put off for a moment is sent again in the same run, and one that never goes is left to the next', async () => {
  const one = world();
  one.hand.put(meeting, 'meeting-1', waitingMeeting());
  one.calendar.disturb('put off', 'answer lost');
  expect(await reconcileMailbox(mailbox, one.ports, settings)).toEqual({ done: 1 });
  expect(one.calendar.events).toHaveLength(1);
  one.hand.put(meeting, 'meeting-2', waitingMeeting());
  one.calendar.disturb('put off', 'put off', 'put off', 'put off');
  expect(await reconcileMailbox(mailbox, one.ports, settings)).toEqual({ done: 0, againAfterSeconds: 2 });
  expect(await reconcileMailbox(mailbox, one.ports, settings)).toEqual({ done: 1 });
});

test('a record with more steps than a request holds is brought to what it wants', async () => {
  const one = world();
  one.hand.put(meeting, 'meeting-1', waitingMeeting());
  await reconcileMailbox(mailbox, one.ports, settings);
  const [event] = one.calendar.events;
  if (event === undefined) throw new Error('No event.');
  for (let double = 0; double < 24; double += 1) one.calendar.events.push({ ...event, id: `double-${double}` });
  one.hand.put(meeting, 'meeting-1', waitingMeeting());
  await untilRest(one);
  expect(one.calendar.events).toHaveLength(1);
});
