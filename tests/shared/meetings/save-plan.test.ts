import type { MeetingPlan } from '../../../shared/meetings/plan-schema';
import { planSaving, type SavingFacts } from '../../../shared/meetings/save-plan';
import { meetingOf, networks, people } from '../../addin/screens/trust-records';

const planned = (date: string): MeetingPlan['meetings'][number] => ({
  network: 'network-year-2',
  number: 1,
  date,
  from: '15:45',
  until: '16:45',
  host: '900001',
  present: [],
  absent: [],
});

function savingOf(dates: readonly string[], meetings: SavingFacts['meetings']) {
  return planSaving({
    year: '2026/27',
    plan: { meetings: dates.map(planned), represented: 0, places: 0, bound: 0, explanation: [] },
    from: '2027-01-04',
    until: '2027-02-19',
    networks: new Map(networks.map(({ key, record }) => [key, record])),
    people: people.map(({ record }) => record),
    names: new Map([['900001', 'Millbrook Primary Academy']]),
    meetings,
  });
}

const key = (number: number): string => `meeting-2026-27-network-year-2-${number}`;
const earlier = { ...meetingOf(1, { date: '2026-11-10' }), key: key(1) };

test('drafts of another half-term stay, and the plan is numbered after them', () => {
  const saving = savingOf(['2027-01-12'], [earlier]);
  expect(saving.remove).toEqual([]);
  expect(saving.create.map(({ key: made, record }) => [made, record.number, record.date])).toEqual([
    [key(2), 2, '2027-01-12'],
  ]);
});

test('drafts of the half-term that was planned are replaced', () => {
  const first = savingOf(['2027-01-12', '2027-02-02'], [earlier]).create.map((one) => ({ ...meetingOf(1), ...one }));
  const second = savingOf(['2027-01-13'], [earlier, ...first]);
  expect(second.change.map(({ at, record }) => [at.key, record.date])).toEqual([[key(2), '2027-01-13']]);
  expect(second.remove.map((one) => one.key)).toEqual([key(3)]);
});

test('the same plan again changes nothing', () => {
  const first = savingOf(['2027-01-12'], [earlier]).create.map((one) => ({ ...meetingOf(1), ...one }));
  expect(savingOf(['2027-01-12'], [earlier, ...first])).toMatchObject({ create: [], change: [], remove: [] });
});
