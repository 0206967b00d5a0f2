import { keyOf, takeLease } from '../../../functions/reconcile/lease';
import { leaseKind } from '../../../functions/reconcile/lease-kind';
import { portsByHand } from '../ports-by-hand';

const mailbox = 'Meetings@trust.example';

test('of ten who try at once one takes the lease, and the others are told when to come back', async () => {
  const ports = portsByHand();
  const taken = await Promise.all(Array.from({ length: 10 }, () => takeLease(mailbox, ports)));
  expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
  for (const one of taken) if (!one.ok) expect(one.againAfterSeconds).toBeGreaterThan(0);
});

/** A look at Outlook writes its place in the very moment between reading the lease and taking it. */
function crossedByALook(ports: ReturnType<typeof portsByHand>, times: number): ReturnType<typeof portsByHand> {
  let left = times;
  const look = () => {
    left -= 1;
    const place = { deltaLink: `link-${left}`, followedFrom: '2026-11-23' };
    if (left >= 0)
      ports.put(leaseKind, keyOf(mailbox), { holder: 'nobody', until: '2026-11-23T12:00:00.000Z', ...place });
  };
  const { create, change } = ports.records;
  const records: typeof ports.records = {
    ...ports.records,
    create: (...given) => {
      look();
      return create(...given);
    },
    change: (...given) => {
      look();
      return change(...given);
    },
  };
  return { ...ports, records };
}

test.each([1, 2])('a free lease is taken although a look at Outlook has crossed it, %i times', async (times) => {
  const ports = portsByHand('2026-11-23T12:00:00.000Z');
  expect(await takeLease(mailbox, crossedByALook(ports, times))).toMatchObject({ ok: true });
  expect(ports.all(leaseKind)).toMatchObject([{ record: { until: '2026-11-23T12:02:30.000Z', deltaLink: 'link-0' } }]);
});

test('a lease that was given back is free, one that was not runs out', async () => {
  const ports = portsByHand('2026-11-23T12:00:00.000Z');
  const first = await takeLease(mailbox, ports);
  if (first.ok) await first.lease.release(undefined);
  expect(await takeLease(mailbox, ports)).toMatchObject({ ok: true });
  expect(await takeLease(mailbox, ports)).toEqual({ ok: false, againAfterSeconds: 150 });
  ports.setNow('2026-11-23T12:02:30.000Z');
  expect(await takeLease(mailbox, ports)).toMatchObject({ ok: true });
});

test('the time before which nobody calls is kept for the next holder', async () => {
  const ports = portsByHand('2026-11-23T12:00:00.000Z');
  const first = await takeLease(mailbox, ports);
  if (first.ok) await first.lease.release(new Date('2026-11-23T12:10:00.000Z'));
  expect(await takeLease(mailbox, ports)).toEqual({ ok: false, againAfterSeconds: 600 });
  ports.setNow('2026-11-23T12:10:00.000Z');
  expect(await takeLease(mailbox, ports)).toMatchObject({ ok: true });
});

test('it is renewed when little is left, and not when somebody else holds it', async () => {
  const ports = portsByHand('2026-11-23T12:00:00.000Z');
  const first = await takeLease(mailbox, ports);
  if (!first.ok) throw new Error('The lease was not free.');
  ports.setNow('2026-11-23T12:01:00.000Z');
  expect([await first.lease.renew(), ports.all(leaseKind)[0]?.record.until]).toEqual([
    true,
    '2026-11-23T12:02:30.000Z',
  ]);
  ports.setNow('2026-11-23T12:01:30.000Z');
  expect([await first.lease.renew(), ports.all(leaseKind)[0]?.record.until]).toEqual([
    true,
    '2026-11-23T12:04:00.000Z',
  ]);
  ports.setNow('2026-11-23T12:05:00.000Z');
  await takeLease(mailbox, ports);
  expect(await first.lease.renew()).toBe(false);
});

test('its key is a key of a record', () => {
  expect(keyOf(mailbox)).toBe('lease-meetings_trust.example');
});
