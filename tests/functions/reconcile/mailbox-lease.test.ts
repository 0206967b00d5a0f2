import { keyOf } from '../../../functions/reconcile/lease';
import { leaseKind } from '../../../functions/reconcile/lease-kind';
import { openMailboxLease } from '../../../functions/reconcile/mailbox-lease';
import { steppedClock } from '../graph/stepped-clock';
import { type HandPorts, portsByHand } from '../ports-by-hand';

const mailbox = 'Meetings@trust.example';

function mailboxOf(hand: HandPorts, clock = steppedClock()) {
  const present = () => hand.all(leaseKind).find(({ key }) => key === keyOf(mailbox));
  return { clock, present, open: () => openMailboxLease(mailbox, present(), { ...hand, clock }) };
}

test('of ten who read the same lease one holds it', async () => {
  const hand = portsByHand();
  const { open } = mailboxOf(hand);
  const all = Array.from({ length: 10 }, open);
  const held = await Promise.all(all.map((lease) => lease.hold(hand.records, 0)));
  expect(held.filter(({ ok }) => ok)).toHaveLength(1);
});

test('what a round may send counts as sent when the lease ends, until its holder says more', async () => {
  const hand = portsByHand();
  const { clock, open } = mailboxOf(hand);
  const killed = open();
  await killed.hold(hand.records, 19);
  await clock.wait(90_000);
  expect([open().pace.allowed(), open().pace.waitFor(19)]).toEqual([10, 60_000]);
  killed.pace.sent(19);
  await killed.giveBack(hand.records, undefined);
  await clock.wait(30_000);
  expect(open().pace.waitFor(19)).toBe(30_000);
  await clock.wait(30_000);
  expect(open().pace.allowed()).toBe(29);
});

test('who lost it to another writes nothing more into it', async () => {
  const hand = portsByHand();
  const { clock, open, present } = mailboxOf(hand);
  const slow = open();
  await slow.hold(hand.records, 19);
  await clock.wait(91_000);
  const other = open();
  await other.hold(hand.records, 5);
  const before = present();
  expect(await slow.hold(hand.records, 19)).toMatchObject({ ok: false });
  expect(await slow.giveBack(hand.records, undefined)).toMatchObject({ ok: false });
  expect(present()).toEqual(before);
});

test('the time before which nobody calls, and where changes are followed from, outlast it', async () => {
  const hand = portsByHand();
  const { clock, open, present } = mailboxOf(hand);
  const until = clock.now().toISOString();
  hand.put(leaseKind, keyOf(mailbox), { holder: 'nobody', until, deltaLink: 'place-1', followedFrom: '2026-11-20' });
  const lease = open();
  await lease.hold(hand.records, 0);
  const notBefore = new Date(clock.now().getTime() + 600_000);
  await lease.giveBack(hand.records, notBefore);
  expect(present()?.record).toMatchObject({
    deltaLink: 'place-1',
    followedFrom: '2026-11-20',
    notBefore: notBefore.toISOString(),
  });
});
