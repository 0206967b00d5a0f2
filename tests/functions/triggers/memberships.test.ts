import { type Meeting, meeting } from '../../../shared/records/meeting';
import { network } from '../../../shared/records/network';
import { person } from '../../../shared/records/person';
import { trust } from '../../../shared/records/trust';
import { head, host, hr, lead, office, outsider, reviewer, service, staff } from '../service';

const year2: Meeting = {
  year: '2026/27',
  network: 'year-2',
  number: 1,
  name: 'Year 2',
  lead: office,
  date: '2027-01-12',
  from: '15:45',
  until: '16:45',
  place: 'Fernhill Primary',
  members: [{ academy: host, who: head, email: 'ben.beech@trust.example', part: 'member' }],
  wanted: 'event',
  generation: 0,
  outlook: 'sent',
  eventId: 'event-1',
};

/** Per teaches Year 2 since half-term; Ben was invited, and does not teach it any more. */
function rig(agreedOn?: string) {
  const api = service();
  api.ports.put(network, 'year-2', {
    name: 'Year 2',
    yearGroup: 'Year 2',
    lead: office,
    minutes: 60,
    rhythm: 'every term',
    times: 1,
    days: [],
    windows: [],
    where: 'in Teams',
    active: true,
  });
  api.ports.put(
    person,
    `person-${outsider.id}`,
    staff(outsider, '900003', { level: 'Teacher', yearGroups: ['Year 2'] }),
  );
  api.ports.put(meeting, 'first', year2);
  api.ports.put(meeting, 'second', { ...year2, number: 2, date: '2027-03-02' });
  api.ports.put(meeting, 'past', { ...year2, number: 0, date: '2026-10-06' });
  if (agreedOn !== undefined)
    api.ports.put(trust, 'trust', {
      name: 'T',
      organiserMailbox: 'meetings@trust.example',
      calendarAgreedOn: agreedOn,
    });
  const now = (key: string) => api.ports.all(meeting).find((one) => one.key === key)?.record as unknown as Meeting;
  const names = (key: string) => now(key).members.map(({ who }) => who.name);
  return { ...api, now, names };
}
const joins = (key: string) => ({ meeting: key, who: outsider.id, does: 'add' });
const leaves = (key: string) => ({ meeting: key, who: head.id, does: 'remove' });

test('the trust office sees who joined and left, and only what it chooses is done', async () => {
  const { call, names, now, hints } = rig();
  const { body } = await call('membershipChanges', office, {});
  expect(body.changes).toHaveLength(4);
  expect(body.changes).toContainEqual({
    meeting: 'first',
    name: 'Year 2',
    date: '2027-01-12',
    published: true,
    does: 'add',
    who: outsider,
    academyName: 'Elmbank Primary',
    because: 'belongs to the network now',
    later: false,
  });
  expect(names('first')).toEqual(['Ben Beech']);
  const chosen = { changes: [joins('first'), leaves('first'), joins('second')] };
  expect((await call('applyMembershipChanges', office, chosen)).body).toEqual({ applied: 3, meetings: 2, gone: 0 });
  expect([names('first'), names('second'), names('past')]).toEqual([
    ['Per Pine'],
    ['Ben Beech', 'Per Pine'],
    ['Ben Beech'],
  ]);
  expect(now('first').outlook).toBe('waiting');
  expect(hints).toHaveLength(1);
  // Pressed twice: nothing is left to do.
  expect((await call('applyMembershipChanges', office, chosen)).body).toEqual({ applied: 0, meetings: 0, gone: 3 });
  expect((await call('membershipChanges', office, {})).body.changes).toMatchObject([
    { meeting: 'second', does: 'remove' },
  ]);
});

test('a later addition to an agreed calendar needs an agreement, a removal does not', async () => {
  const { call, names, now } = rig('2026-07-10');
  const refused = await call('applyMembershipChanges', office, { changes: [joins('first'), leaves('first')] });
  expect(refused).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'agreement', sentence: expect.stringContaining('Per Pine') }] },
  });
  expect(names('first')).toEqual(['Ben Beech']);
  expect((await call('applyMembershipChanges', office, { changes: [leaves('second')] })).body.applied).toBe(1);
  const agreement = 'Asked Per on 20 November';
  await call('applyMembershipChanges', office, { changes: [joins('first')], agreement });
  expect(now('first').agreement).toBe(agreement);
});

test('nobody but the trust office sees or changes memberships, and it is told once on its first screen', async () => {
  const { call } = rig();
  for (const who of [lead, head, hr, reviewer, outsider]) {
    expect((await call('membershipChanges', who, {})).status).toBe(403);
    expect((await call('applyMembershipChanges', who, { changes: [joins('first')] })).status).toBe(403);
    expect((await call('waiting', who, {})).body.items).toEqual([]);
  }
  const { items } = (await call('waiting', office, {})).body;
  expect(items.filter(({ what }: { readonly what: string }) => what === 'members changed')).toEqual([
    { what: 'members changed', kind: 'meeting', key: 'memberships', title: '2 people have joined or left networks' },
  ]);
  expect((await call('applyMembershipChanges', office, { changes: [] })).status).toBe(400);
});
