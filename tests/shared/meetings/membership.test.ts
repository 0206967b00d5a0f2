import { withDirectedTime } from '../../../shared/meetings/later-addition';
import { type MembershipFacts, membershipChanges, withMembership } from '../../../shared/meetings/membership';
import type { Meeting } from '../../../shared/records/meeting';
import type { Person } from '../../../shared/records/person';
import { networks } from '../../addin/screens/trust-records';
import { waitingMeeting } from '../../functions/reconcile/published-records';
import { ada, ben, cleo } from '../../make';

const year2 = networks[0]?.record;
if (year2 === undefined) throw new Error('The invented trust has a network for Year 2.');
const staff = (who: Person['who'], more: Partial<Person> = {}): Person => ({
  who,
  email: `${who.name.replace(' ', '.')}@Trust.example`,
  academy: '900001',
  post: 'Teacher',
  level: 'Teacher',
  yearGroups: ['Year 2'],
  active: true,
  ...more,
});
const entry = (who: Person['who'], more: Partial<Meeting['members'][number]> = {}) => ({
  academy: '900001',
  who,
  email: `${who.name.replace(' ', '.').toLowerCase()}@trust.example`,
  part: 'member' as const,
  ...more,
});
const coming = (more: Partial<Meeting> = {}) =>
  ({
    key: 'meeting-1',
    version: '1',
    actor: ada,
    at: '2026-07-01T09:00:00Z',
    record: waitingMeeting({ lead: { id: 'lead', name: 'Lead' }, members: [entry(ben)], ...more }),
  }) as const;

function changes(people: readonly Person[], more: Partial<Meeting> = {}, facts: Partial<MembershipFacts> = {}) {
  return membershipChanges({
    meetings: [coming(more)],
    networks: new Map([['network-senco', year2 as NonNullable<typeof year2>]]),
    people,
    today: '2026-11-23',
    agreedOn: undefined,
    directed: withDirectedTime(people),
    ...facts,
  });
}
const said = (all: ReturnType<typeof changes>) =>
  all.map(({ does, member, because, later }) => `${does} ${member.who.name}: ${because}${later ? ', later' : ''}`);

test('who belongs now is offered, who belongs no longer is taken out, and nothing else changes', () => {
  expect(said(changes([staff(ben), staff(ada, { yearGroups: ['Year 6'] })]))).toEqual([]);
  expect(said(changes([staff(ben), staff(cleo)]))).toEqual(['add Cleo Cedar: belongs to the network now']);
  expect(said(changes([staff(ben, { active: false })]))).toEqual(['remove Ben Beech: no longer works for us']);
  expect(said(changes([staff(ben, { yearGroups: ['Year 6'] })]))).toEqual([
    'remove Ben Beech: no longer belongs to the network',
  ]);
  expect(said(changes([staff(ben, { academy: '900002' })]))).toEqual(['add Ben Beech: works at another academy now']);
});

test('deputies, substitutes and guests leave only when they work here no more; whoever leads stays', () => {
  const notYear2 = { yearGroups: [] } as const;
  for (const part of ['deputy', 'substitute'] as const) {
    expect(changes([staff(ben, notYear2)], { members: [entry(ben, { part })] })).toEqual([]);
    expect(said(changes([staff(ben, { active: false })], { members: [entry(ben, { part })] }))).toHaveLength(1);
  }
  expect(changes([], { members: [entry(ben)] })).toEqual([]);
  expect(changes([staff(ben, notYear2)], { lead: ben })).toEqual([]);
});

test('meetings that are past or cancelled are left alone, and so are networks that meet no more', () => {
  const joined = [staff(ben), staff(cleo)];
  expect(changes(joined, { date: '2026-11-23' })).toEqual([]);
  expect(changes(joined, { wanted: 'nothing', outlook: 'cancelled' })).toEqual([]);
  expect(changes(joined, {}, { networks: new Map() })).toEqual([]);
  expect(said(changes([staff(ben, { active: false })], {}, { networks: new Map() }))).toHaveLength(1);
});

test('an addition to an agreed calendar is a later one, but for leaders, drafts and removals', () => {
  const agreed = { agreedOn: '2026-07-10' };
  const isLater = (more: Partial<Person>, meeting: Partial<Meeting> = {}) =>
    changes([staff(ben), staff(cleo, more)], meeting, agreed).map(({ later }) => later);
  expect(isLater({})).toEqual([true]);
  expect(isLater({ leadershipPay: true })).toEqual([false]);
  expect(isLater({}, { wanted: 'nothing', outlook: 'draft' })).toEqual([false]);
  expect(isLater({}, { year: '2027/28' })).toEqual([false]);
  expect(changes([staff(ben, { active: false })], {}, agreed).map(({ later }) => later)).toEqual([false]);
});

test('the meeting follows: its members, whom it counts on, their answers, and what was agreed', () => {
  const { record } = coming({
    representatives: [{ academy: '900001', who: ben, part: 'member' }],
    answers: [{ email: 'ben.beech@trust.example', answer: 'accepted' }],
    agreement: 'In July',
    outlook: 'sent',
  });
  const both = changes([staff(ben, { active: false }), staff(cleo)], {}, { agreedOn: '2026-07-10' });
  const after = withMembership(record, both, 'Asked Cleo in November');
  expect(after).toMatchObject({ representatives: [], answers: [], outlook: 'waiting' });
  expect(after.members).toEqual([{ academy: '900001', who: cleo, email: 'cleo.cedar@trust.example', part: 'member' }]);
  expect(after.agreement).toBe('In July; Asked Cleo in November');
  expect(withMembership(record, both, 'x'.repeat(255)).agreement).toHaveLength(255);
});

test('who is counted on at another meeting at that time is taken out, and is not offered again', () => {
  const when = { date: '2027-01-12', from: '15:45', until: '16:45' };
  const other = (more: Partial<Meeting> = {}) => ({
    ...coming({
      ...when,
      network: 'network-other',
      ...more,
      representatives: [{ academy: '900001', who: ben, part: 'member' }],
    }),
    key: 'meeting-2',
  });
  const both = (members: Meeting['members'], more?: Partial<Meeting>) =>
    said(changes([staff(ben)], {}, { meetings: [coming({ ...when, members }), other(more)] }));
  expect(both([entry(ben)])).toEqual(['remove Ben Beech: is expected at another meeting at that time']);
  expect(both([])).toEqual([]);
  expect(both([], { from: '16:45', until: '17:45' })).toEqual(['add Ben Beech: belongs to the network now']);
});
