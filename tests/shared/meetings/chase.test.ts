import { asksDue, type ChaseFacts, withAsks, withoutAnybody } from '../../../shared/meetings/chase';
import type { Meeting } from '../../../shared/records/meeting';
import type { Person } from '../../../shared/records/person';
import { schoolCalendar } from '../../../shared/reviews/school-calendar';
import { eachDay } from '../../../shared/time/calendar-date';
import { ada, ben, cleo } from '../../make';

/** Ben teaches at 900001, Ada leads it; Cleo deputises for it. All invented. */
const office = { id: '44444444-4444-4444-8444-444444444444', name: 'Olu Oak' };
const staff = (who: Person['who'], more: Partial<Person> = {}): Person => ({
  who,
  email: `${who.name.toLowerCase().replace(' ', '.')}@trust.example`,
  academy: '900001',
  post: 'Teacher',
  level: 'Teacher',
  active: true,
  ...more,
});
const people = [
  staff(ben),
  staff(ada, { level: 'Principal' }),
  staff(cleo, { level: 'Senior leader' }),
  staff(office, { academy: undefined, level: 'Central team' }),
];
const ben1 = { academy: '900001', who: ben, email: 'ben.beech@trust.example' };

const meeting: Meeting = {
  year: '2026/27',
  network: 'year-2',
  number: 1,
  name: 'Year 2',
  lead: office,
  date: '2027-01-22',
  from: '15:45',
  until: '16:45',
  place: 'Fernhill',
  members: [ben1],
  wanted: 'event',
  generation: 0,
  outlook: 'sent',
  eventId: 'event-1',
};

/** Two local authorities: one has a week at the end of October, the other two weeks. */
const halfTerms = (autumn1: string) => [
  { name: 'Autumn 1', from: '2026-09-02', until: autumn1 },
  { name: 'Autumn 2', from: '2026-11-02', until: '2026-12-18' },
  { name: 'Spring 1', from: '2027-01-04', until: '2027-02-12' },
  { name: 'Spring 2', from: '2027-02-22', until: '2027-03-25' },
  { name: 'Summer 1', from: '2027-04-12', until: '2027-07-21' },
];
const years = [
  { year: '2026/27', scope: 'Northshire', halfTerms: halfTerms('2026-10-23') },
  { year: '2026/27', scope: 'Southvale', halfTerms: halfTerms('2026-10-16') },
];
const inset = {
  year: '2026/27',
  scope: '900001',
  from: '2027-01-04',
  until: '2027-01-04',
  what: 'INSET',
  label: 'INSET',
};

function facts(more: Partial<ChaseFacts> = {}, localAuthority = 'Northshire'): ChaseFacts {
  const calendar = schoolCalendar({
    academy: { urn: '900001', localAuthority },
    years: ['2026/27'],
    schoolYears: years,
    closures: [{ ...inset, what: 'INSET' }],
  });
  return {
    people,
    audience: [],
    deputies: [{ academy: '900001', who: cleo }],
    schoolDays: 10,
    calendarOf: (urn) => (urn === '900001' ? calendar : undefined),
    ...more,
  };
}

/** Each morning from one day to another, weekends and all, kept as the timer keeps it. */
function mornings(from: string, until: string, start: Meeting, given = facts()) {
  let current = start;
  return eachDay(from, until).flatMap((day) => {
    const asks = asksDue(current, given, day);
    current = withAsks(current, asks, day);
    return asks.map(({ to, whom }) => `${day} ${to} ${whom.map(({ who }) => who.name).join(' ')}`.trim());
  });
}

test('member, deputy, principal and trust office are asked 10, 8, 6 and 4 school days before', () => {
  expect(mornings('2026-12-01', '2027-02-01', meeting)).toEqual([
    '2027-01-08 member Ben Beech',
    '2027-01-12 deputy Cleo Cedar',
    '2027-01-14 principal Ada Alder',
    '2027-01-18 trust office',
  ]);
});

test('holidays are no school days: before a meeting after half-term two authorities are asked on different days', () => {
  const november = { ...meeting, date: '2026-11-05' };
  expect(mornings('2026-10-01', '2026-11-05', november)).toEqual([
    '2026-10-15 member Ben Beech',
    '2026-10-19 deputy Cleo Cedar',
    '2026-10-21 principal Ada Alder',
    '2026-10-23 trust office',
  ]);
  // Two weeks without pupils, and both clock changes lie in holidays.
  expect(mornings('2026-10-01', '2026-11-05', november, facts({}, 'Southvale'))).toEqual([
    '2026-10-08 member Ben Beech',
    '2026-10-12 deputy Cleo Cedar',
    '2026-10-14 principal Ada Alder',
    '2026-10-16 trust office',
  ]);
});

test('a meeting in early January is asked about before Christmas, and nobody in the holidays or on INSET', () => {
  const asked = mornings('2026-12-01', '2027-01-11', { ...meeting, date: '2027-01-11' });
  expect(asked).toEqual([
    '2026-12-11 member Ben Beech',
    '2026-12-15 deputy Cleo Cedar',
    '2026-12-17 principal Ada Alder',
    '2027-01-05 trust office',
  ]);
});

test('a meeting that moves over the holidays begins anew, and one that moves nearer goes on', () => {
  const asked = withAsks(meeting, asksDue(meeting, facts(), '2027-01-08'), '2027-01-08');
  const later = { ...asked, date: '2027-03-04' };
  expect(mornings('2027-01-09', '2027-02-28', later).slice(0, 2)).toEqual([
    '2027-02-11 member Ben Beech',
    '2027-02-22 deputy Cleo Cedar',
  ]);
  const nearer = { ...asked, date: '2027-01-20' };
  expect(mornings('2027-01-09', '2027-01-20', nearer)).toEqual([
    '2027-01-12 deputy Cleo Cedar',
    '2027-01-14 principal Ada Alder',
    '2027-01-18 trust office',
  ]);
});

test('who accepted ends it: a member, a deputy, a substitute, somebody the invitation was sent on to, or who leads', () => {
  const accepted = (email: string, more: Partial<Meeting> = {}) =>
    withoutAnybody({ ...meeting, answers: [{ email, answer: 'accepted' }], ...more }, facts(), '2027-01-15');
  expect(accepted('someone@else.example')).toEqual(['900001']);
  expect(accepted('Ben.Beech@Trust.example')).toEqual([]);
  expect(accepted('cleo.cedar@trust.example')).toEqual([]);
  const guest = {
    academy: '900001',
    who: { id: 'g', name: 'Guest' },
    email: 'g@x.example',
    part: 'substitute',
  } as const;
  expect(accepted('g@x.example', { members: [ben1, guest] })).toEqual([]);
  expect(accepted('someone@else.example', { lead: cleo })).toEqual([]);
  expect(
    withoutAnybody(
      { ...meeting, lead: cleo, answers: [{ email: 'cleo.cedar@trust.example', answer: 'declined' }] },
      facts(),
      '2027-01-15',
    ),
  ).toEqual(['900001']);
  expect(
    withoutAnybody({ ...meeting, answers: [{ email: ben1.email, answer: 'tentative' }] }, facts(), '2027-01-15'),
  ).toEqual(['900001']);
});

test('whoever declined or left is not asked, nor anybody twice', () => {
  const declined = { ...meeting, answers: [{ email: ben1.email, answer: 'declined' as const }] };
  expect(asksDue(declined, facts(), '2027-01-08')).toMatchObject([{ to: 'deputy' }]);
  const gone = people.map((one) => (one.who.id === ben.id ? { ...one, active: false } : one));
  expect(asksDue(meeting, facts({ people: gone, deputies: [] }), '2027-01-08')).toMatchObject([{ to: 'principal' }]);
  // Ada is invited, deputises and leads the academy.
  const three = { ...meeting, members: [{ ...ben1, who: ada, email: 'ada.alder@trust.example' }] };
  expect(mornings('2027-01-01', '2027-01-22', three, facts({ deputies: [{ academy: '900001', who: ada }] }))).toEqual([
    '2027-01-08 member Ada Alder',
    '2027-01-12 trust office',
  ]);
});

test('whom the plan counts on is asked before all who are invited', () => {
  const two = { ...meeting, members: [ben1, { ...ben1, who: cleo, email: 'cleo.cedar@trust.example' }] };
  const names = (one: Meeting) =>
    asksDue(one, facts({ deputies: [] }), '2027-01-08')[0]?.whom.map(({ who }) => who.name);
  expect(names(two)).toEqual(['Ben Beech', 'Cleo Cedar']);
  expect(names({ ...two, representatives: [{ academy: '900001', who: cleo, part: 'member' }] })).toEqual([
    'Cleo Cedar',
  ]);
});

test('an academy of the audience that nobody was invited for is asked too; one that is closed on the day is not', () => {
  const nobody = { ...meeting, members: [] };
  expect(asksDue(nobody, facts({ audience: ['900001'], deputies: [] }), '2027-01-08')).toMatchObject([
    { to: 'principal' },
  ]);
  expect(asksDue(nobody, facts(), '2027-01-08')).toEqual([]);
  expect(mornings('2026-12-01', '2027-01-04', { ...meeting, date: '2027-01-04' })).toEqual([]);
});

test('about a confidential meeting nobody is asked who may not read it', () => {
  const secret = { ...meeting, confidential: true };
  const asked = (one: Meeting, more: Partial<ChaseFacts> = {}) =>
    asksDue(one, facts(more), '2027-01-13').map(({ to }) => to);
  const first = { academy: '900001', to: 'member', on: '2027-01-08' } as const;
  expect(asked({ ...meeting, chased: [first] })).toEqual(['deputy']);
  expect(asked({ ...secret, chased: [first] })).toEqual(['principal']);
  expect(asked({ ...secret, members: [] }, { audience: ['900001'] })).toEqual(['trust office']);
});

test('drafts, cancelled meetings and those on their way are left alone, and the day itself', () => {
  for (const more of [
    { wanted: 'nothing', outlook: 'cancelled' },
    { outlook: 'waiting', eventId: undefined },
    { outlook: 'failed', eventId: undefined },
  ] as const)
    expect(asksDue({ ...meeting, ...more }, facts(), '2027-01-12')).toEqual([]);
  expect(asksDue(meeting, facts(), '2027-01-22')).toEqual([]);
});
