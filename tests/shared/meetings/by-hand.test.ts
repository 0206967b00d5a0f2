import { moveByHand, whyNotOn } from '../../../shared/meetings/by-hand';
import { withEarlierDates } from '../../../shared/meetings/earlier-dates';
import { around, idOf, joinedWith } from '../../../shared/meetings/locked';
import type { MeetingPlan } from '../../../shared/meetings/plan-schema';
import { email, meets, member, network, problemWith, urn } from './make-problem';

type Planned = MeetingPlan['meetings'][number];

const tuesday = { date: '2026-11-10', from: '15:30', until: '16:30' };
function planned(key: string, date: string, more: Partial<Planned> = {}): Planned {
  return {
    network: key,
    number: 1,
    ...tuesday,
    date,
    present: [1, 2, 3].map(urn),
    absent: [],
    representatives: [1, 2, 3].map((one) => ({ academy: urn(one), email: email(one), part: 'member' as const })),
    ...more,
  };
}
const one = planned('a', '2026-11-10');
const at = (
  more: Parameters<typeof problemWith>[0],
  when: Partial<typeof tuesday> = {},
  others: readonly Planned[] = [],
) => moveByHand(problemWith(more), [one, ...others], 0)?.({ ...tuesday, ...when });

test('on a day that suits everybody nothing is touched and nobody is lost', () => {
  expect(at({})).toMatchObject({ present: [1, 2, 3].map(urn), absent: [], touches: [] });
});

test.each([
  [
    'a closed day',
    { closed: [{ scope: 'Upshire', from: '2026-11-12', until: '2026-11-12', label: 'INSET' }] },
    'It is closed: INSET.',
  ],
  [
    'an appointment',
    { busy: [{ email: email(3), from: '2026-11-12T15:00', until: '2026-11-12T16:00' }] },
    'Person 3 has another appointment, 15:00 to 16:00.',
  ],
  [
    'a day away',
    { busy: [{ email: email(3), from: '2026-11-11T09:00', until: '2026-11-14T00:00' }] },
    'Person 3 is away all day.',
  ],
  [
    'a timetable',
    { weekly: [{ email: email(3), day: 'Thursday' as const, from: '13:00', until: '16:00' }] },
    'Person 3 cannot be released, 13:00 to 16:00.',
  ],
])('%s takes an academy away, and says so', (_name, more, because) => {
  expect(at(more, { date: '2026-11-12' })?.absent).toEqual([{ academy: urn(3), because }]);
});

test('another meeting takes its representatives, at that time and for that week', () => {
  const two = { networks: [network('a'), network('b')] };
  expect(at(two, {}, [planned('b', '2026-11-10')])?.absent[0]?.because).toBe(
    'Person 1 is then at Network b, 15:30 to 16:30.',
  );
  expect(at(two, { date: '2026-11-12' }, [planned('b', '2026-11-10')])?.absent[0]?.because).toBe(
    'Person 1 is released that week for Network b on Tuesday 10 November 2026, and nobody more than once.',
  );
  expect(at(two, { date: '2026-11-19' }, [planned('b', '2026-11-10')])?.absent).toEqual([]);
});

test('whoever leads another meeting is asked for, too, and who has a long way is not there in time', () => {
  const leads = { networks: [network('a'), network('b', { leadEmail: email(3), members: [member(1, 21)] })] };
  const other = planned('b', '2026-11-10', { representatives: [] });
  expect(at(leads, {}, [other])?.absent).toEqual([
    { academy: urn(3), because: 'Person 3 is then at Network b, 15:30 to 16:30.' },
  ]);
  const far = {
    releasesInWeek: 2,
    networks: leads.networks.map((one) => ({ ...one, where: 'at one place' as const })),
  };
  expect(at(far, { from: '16:45', until: '17:45' }, [other])?.absent).toEqual([
    { academy: urn(3), because: 'Person 3 is at Network b, 15:30 to 16:30, and the way may take 30 minutes.' },
  ]);
  expect(at(far, { from: '17:00', until: '18:00' }, [other])?.absent).toEqual([]);
});

test('a deputy comes where no member can', () => {
  const deputy = { ...member(3, 9), part: 'deputy' as const };
  const more = {
    networks: [network('a', { members: [deputy, member(1, 1), member(2, 2), member(3, 3)] })],
    busy: [{ email: email(3), from: '2026-11-12T15:00', until: '2026-11-12T16:00' }],
  };
  expect(at(more, { date: '2026-11-12' })?.representatives.at(0)).toEqual({
    academy: urn(3),
    email: email(9),
    part: 'deputy',
  });
  expect(at(more)?.representatives.at(0)).toMatchObject({ email: email(3), part: 'member' });
});

test('a date by hand says which rules it touches', () => {
  const more = {
    networks: [network('a', { spans: meets(2), leadEmail: email(3) })],
    busy: [{ email: email(3), from: '2026-11-16T00:00', until: '2026-11-17T00:00' }],
  };
  const other = planned('a', '2026-11-19');
  expect(at(more, { date: '2026-11-16', from: '18:00', until: '19:00' }, [other])?.touches).toEqual([
    'It is a Monday; this network meets on Tuesday, Thursday.',
    'It lies outside the windows of this network.',
    'It is 3 days from the meeting of 19 November 2026; 7 are asked for.',
    'Person 999, who leads it, is away all day.',
  ]);
});

test('the rest is planned around locked meetings, and both are one plan numbered by date', () => {
  const problem = problemWith({ networks: [network('a', { spans: meets(2) })] });
  const locked = [planned('a', '2026-12-01')];
  expect(around(problem, locked).standing).toMatchObject([
    { network: 'a', date: '2026-12-01', representatives: [{}, {}, {}] },
  ]);
  const rest = { meetings: [planned('a', '2026-11-10')], represented: 3, places: 3, bound: 3, explanation: [] };
  const joined = joinedWith(rest, locked, problem);
  expect(joined.meetings.map(({ number, date }) => [number, date])).toEqual([
    [1, '2026-11-10'],
    [2, '2026-12-01'],
  ]);
  expect(joined).toMatchObject({ represented: 6, places: 6, bound: 6 });
  expect(idOf(one)).toBe('a 2026-11-10');
});

test('a meeting that could not stay says where it was, the nearest earlier date taken', () => {
  const earlier = (date: string) => ({ network: 'a', number: 1, date, from: '15:30', until: '16:30' });
  const stay = { meetings: [earlier('2026-11-05'), earlier('2026-11-17'), earlier('2026-12-08')] };
  const meetings = [
    planned('a', '2026-11-05'),
    planned('a', '2026-11-19'),
    planned('a', '2026-12-10', { moved: { date: '2026-12-08', from: '15:30', until: '16:30' } }),
    planned('b', '2026-11-18'),
  ];
  const plan = { meetings, represented: 0, places: 0, bound: 0, explanation: [] };
  expect(withEarlierDates(plan, problemWith({ stay })).meetings.map(({ moved }) => moved?.date)).toEqual([
    undefined,
    '2026-11-17',
    '2026-12-08',
    undefined,
  ]);
  expect(withEarlierDates(plan, problemWith())).toBe(plan);
});

test.each([
  ['2020-12-01', '1 December 2020 is over. Choose a day to come.'],
  ['2027-02-24', '24 February 2027 is over. Choose a day to come.'],
  ['2027-02-26', '26 February 2027 lies before what is planned, which begins on 1 March 2027.'],
  ['2027-07-22', '22 July 2027 lies after what is planned, which ends on 21 July 2027.'],
  ['2027-03-06', '6 March 2027 is a Saturday. Choose a day from Monday to Friday.'],
  ['2027-03-01', undefined],
  ['2027-07-21', undefined],
])('no meeting may be put on a day that is over, was not planned or has no school: %s', (date, why) => {
  expect(whyNotOn(date, { from: '2027-03-01', until: '2027-07-21' }, '2027-02-25')).toBe(why);
});

test('where no span was said, only days to come and days of the week count', () => {
  expect(whyNotOn('2030-01-08', {}, '2027-02-25')).toBeUndefined();
  expect(whyNotOn('2027-02-25', {}, '2027-02-25')).toBeUndefined();
});
