import { networksOf } from '../../../../infra/local/demonstration/networks';
import { demonstrationTrust } from '../../../../infra/local/demonstration/trust';
import { weekdayOf } from '../../../../shared/time/calendar-date';

const organiserMailbox = 'meetings@hollinbeck.example';
const autumn = demonstrationTrust({ today: '2026-11-23', organiserMailbox });

test('the demonstration trust has fifteen academies, two local authorities and about 150 people', () => {
  expect(autumn.academies).toHaveLength(15);
  expect(new Set(autumn.academies.map((one) => one.localAuthority)).size).toBe(2);
  expect(autumn.staff.length).toBeGreaterThan(135);
  expect(autumn.staff.length).toBeLessThan(165);
});

test('names, addresses and ids are each given once', () => {
  for (const field of ['id', 'name', 'email'] as const) {
    expect(new Set(autumn.staff.map((one) => one[field])).size).toBe(autumn.staff.length);
  }
});

test('the same day gives the same trust', () => {
  expect(demonstrationTrust({ today: '2026-11-23', organiserMailbox }).staff).toEqual(autumn.staff);
  expect(demonstrationTrust({ today: '2026-11-23', organiserMailbox }).busy).toEqual(autumn.busy);
});

test.each(['2026-11-23', '2026-12-27', '2027-02-17', '2027-07-30', '2027-08-31', '2031-03-02'])(
  'every record of a trust that starts on %s is accepted by its own kind',
  (today) => {
    const refused = demonstrationTrust({ today, organiserMailbox }).records.flatMap((seeded) =>
      seeded.parse().flatMap((parsed) => (parsed.ok ? [] : [{ kind: seeded.kind, problem: parsed.problem }])),
    );
    expect(refused).toEqual([]);
  },
);

test('a visit was made last week, one comes, one is fed back, and none is at a weekend', () => {
  const reviews = autumn.reviewing.reviews.map(({ record }) => record);
  const inOutlook = reviews.filter(({ wanted }) => wanted === 'event');
  expect(inOutlook.map(({ stage }) => stage).sort()).toEqual(['data shared', 'fed back', 'visited']);
  expect(inOutlook.find(({ stage }) => stage === 'visited')?.visitOn).toBe('2026-11-18');
  expect(reviews.filter(({ visitOn }) => ['Saturday', 'Sunday'].includes(weekdayOf(visitOn)))).toEqual([]);
});

test('the lead reviewer and the Improvement Champion never come from the host academy', () => {
  const academyOf = new Map(autumn.staff.map(({ id, person }) => [id, person.academy]));
  for (const { record } of autumn.reviewing.reviews) {
    expect(academyOf.get(record.lead.id)).not.toBe(record.host);
    expect(academyOf.get(record.champion?.id ?? '')).not.toBe(record.host);
  }
});

test('every network has met once with its register taken, and one met last week with its register open', () => {
  const { meetings, attendances, last } = autumn.meeting;
  expect(meetings).toHaveLength(14);
  expect(meetings.every(({ record }) => record.date < '2026-11-23')).toBe(true);
  expect(new Set(attendances.map(({ record }) => record.meeting)).size).toBe(13);
  expect(new Set(attendances.map(({ record }) => record.represented)).size).toBe(3);
  expect(last?.record).toMatchObject({ network: 'network-year-2', date: '2026-11-19', outlook: 'waiting' });
  expect(attendances.some(({ record }) => record.meeting === last?.key)).toBe(false);
  expect(demonstrationTrust({ today: '2026-11-23', organiserMailbox }).meeting).toEqual(autumn.meeting);
});

test('at the beginning of a school year no network has met', () => {
  expect(demonstrationTrust({ today: '2026-09-07', organiserMailbox }).meeting.meetings).toEqual([]);
});

test('the two local authorities break up at different times', () => {
  const [one, other] = autumn.calendar.schoolYears;
  expect(one?.halfTerms).not.toEqual(other?.halfTerms);
});

test('nobody is in two places at once', () => {
  const byPerson = new Map<string, { from: string; until: string }[]>();
  for (const { mailbox, date, from, until } of autumn.busy) {
    const spans = byPerson.get(`${mailbox} ${date}`) ?? [];
    spans.push({ from, until });
    byPerson.set(`${mailbox} ${date}`, spans);
  }
  const double = [...byPerson].filter(([, spans]) =>
    spans.some((span, index) =>
      spans.slice(index + 1).some((other) => span.from < other.until && other.from < span.until),
    ),
  );
  expect(double.map(([who]) => who)).toEqual([]);
});

test('networks met on their own days, at another host each time, and confidential where they are', () => {
  const networks = new Map(networksOf(autumn.staff, autumn.academies).map(({ key, record }) => [key, record]));
  for (const { record } of autumn.meeting.meetings) {
    const network = networks.get(record.network);
    expect(network?.days).toContain(weekdayOf(record.date));
    expect(record.confidential).toBe(network?.confidential);
  }
  const hosts = autumn.meeting.meetings.filter(({ record }) => record.network === 'network-year-2');
  expect(new Set(hosts.map(({ record }) => record.host)).size).toBe(2);
});
