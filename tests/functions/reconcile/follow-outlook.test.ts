import fc from 'fast-check';
import { product } from '../../../functions/ports';
import { followOutlook } from '../../../functions/reconcile/follow-outlook';
import { keyOf, takeLease } from '../../../functions/reconcile/lease';
import { leaseKind } from '../../../functions/reconcile/lease-kind';
import { reconcileMailbox } from '../../../functions/reconcile/reconcile-mailbox';
import { meeting } from '../../../shared/records/meeting';
import { keptLog } from '../graph/rig';
import { steppedClock } from '../graph/stepped-clock';
import '../../seed';
import { portsByHand, togetherOver } from '../ports-by-hand';
import { calendarByHand } from './calendar-by-hand';
import { waitingMeeting } from './published-records';

const mailbox = 'meetings@trust.example';
const settings = { publicOrigin: 'https://our.example' } as const;

async function followed() {
  const hand = portsByHand();
  const calendar = calendarByHand();
  const together = togetherOver({ ...hand, calendar });
  const ports = { ...hand, calendar, together, clock: steppedClock(), log: keptLog() };
  for (const key of ['a', 'b', 'c']) hand.put(meeting, key, waitingMeeting());
  await reconcileMailbox(mailbox, ports, settings);
  const look = () => followOutlook(mailbox, ports, settings);
  await ports.clock.wait(300_000);
  await look();
  const place = () => hand.all(leaseKind)[0]?.record.deltaLink;
  const versions = () => hand.all(meeting).map(({ version }) => version);
  const record = (key: string) => hand.all(meeting).find((one) => one.key === key)?.record;
  return { hand, calendar, ports, look, place, versions, record };
}

type Rig = Awaited<ReturnType<typeof followed>>;

/** What somebody does to the event of a meeting. */
const deeds: Readonly<Record<string, (rig: Rig, at: number) => void>> = {
  move({ calendar }, at) {
    const event = calendar.events[at];
    if (event !== undefined) calendar.events[at] = { ...event, date: '2027-01-21', from: '09:00', until: '10:00' };
  },
  accept({ calendar }, at) {
    const event = calendar.events[at];
    const invited = event?.invited.map((one, index) => (index === 0 ? { ...one, answer: 'accepted' as const } : one));
    if (event !== undefined && invited !== undefined) calendar.events[at] = { ...event, invited };
  },
  delete({ calendar }, at) {
    calendar.events.splice(at, 1);
  },
};

test('where nothing changed nothing is written and the place stays', async () => {
  const { look, place, versions, hand } = await followed();
  const before = [place(), versions()];
  hand.asked = 0;
  expect(await look()).toEqual({ compared: 0, changedInOutlook: 0, waiting: 0, left: 0 });
  expect([place(), versions()]).toEqual(before);
  // The place in the changes; what changed is asked of Outlook.
  expect(hand.asked).toBe(1);
});

test('answers, moves and deletions are seen with the next look, and nothing else is compared', async () => {
  const rig = await followed();
  deeds['accept']?.(rig, 0);
  deeds['move']?.(rig, 1);
  expect(await rig.look()).toMatchObject({ compared: 2, changedInOutlook: 1 });
  expect(rig.record('a')?.answers).toEqual([{ email: 'ben.beech@trust.example', answer: 'accepted' }]);
  expect(rig.record('b')).toMatchObject({ outlook: 'changed in Outlook', seen: [{ date: '2027-01-21' }] });
  deeds['delete']?.(rig, 2);
  expect(await rig.look()).toMatchObject({ compared: 1, changedInOutlook: 1 });
  expect(rig.record('c')).toMatchObject({ outlook: 'changed in Outlook' });
  expect(rig.record('c')?.eventId).toBeUndefined();
});

test('where Graph forgot the place, and after a week, all is read anew', async () => {
  const rig = await followed();
  rig.calendar.forget();
  deeds['move']?.(rig, 0);
  expect(await rig.look()).toMatchObject({ compared: 3, changedInOutlook: 1 });
  expect(await rig.look()).toMatchObject({ compared: 0 });
  await rig.ports.clock.wait(7 * 86_400_000);
  expect(await rig.look()).toMatchObject({ compared: 3, changedInOutlook: 0 });
});

test('it waits while the mailbox is reconciled, and the place outlasts the lease', async () => {
  const { look, place, ports, hand } = await followed();
  const before = place();
  const taken = await takeLease(mailbox, ports);
  expect(place()).toBe(before);
  expect((await look()).againAfterSeconds).toBeGreaterThan(0);
  if (!taken.ok) throw new Error('The lease was free.');
  await taken.lease.release();
  expect(place()).toBe(before);
  expect((await look()).againAfterSeconds).toBeUndefined();
  expect(hand.all(leaseKind).map(({ key }) => key)).toEqual([keyOf(mailbox)]);
});

test('a record that somebody changes at the same moment is looked at again', async () => {
  const rig = await followed();
  deeds['accept']?.(rig, 0);
  const { records } = rig.ports;
  let once = true;
  const disturbed = {
    ...rig.ports,
    records: {
      ...records,
      changeMany: async (...given: Parameters<typeof records.changeMany>) => {
        const [at] = rig.hand.all(meeting);
        if (once && at !== undefined) await records.change(meeting, at, { ...at.record, purpose: 'New' }, product);
        once = false;
        return records.changeMany(...given);
      },
    },
  } as typeof rig.ports;
  const before = rig.place();
  expect(await followOutlook(mailbox, disturbed, settings)).toMatchObject({ left: 1, againAfterSeconds: 5 });
  expect(rig.place()).toBe(before);
  await rig.look();
  expect(rig.record('a')?.answers).toHaveLength(1);
});

test('whenever somebody looks, and however often, the lists come to the same', async () => {
  const deed = fc.record({ does: fc.constantFrom('move', 'accept', 'delete'), at: fc.nat(2), looks: fc.nat(2) });
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 6 }), async (given) => {
      const often = await followed();
      const once = await followed();
      for (const { does, at, looks } of given) {
        deeds[does]?.(often, at);
        deeds[does]?.(once, at);
        for (let look = 0; look < looks; look += 1) await often.look();
      }
      await often.look();
      await once.look();
      const state = ({ hand }: Rig) => hand.all(meeting).map(({ record }) => record);
      expect(state(often)).toEqual(state(once));
    }),
    { numRuns: 20 },
  );
});
