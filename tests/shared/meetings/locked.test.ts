import { withEarlierDates } from '../../../shared/meetings/earlier-dates';
import { around, joinedWith, publishedWithoutDate } from '../../../shared/meetings/locked';
import { planMeetings } from '../../../shared/meetings/open-planning';
import { meets, network, problemWith, urn } from './make-problem';

const earlier = (number: number, date: string) => ({
  network: 'a',
  number,
  date,
  from: '15:30',
  until: '16:30',
  published: true,
});
const problem = problemWith({
  networks: [network('a', { spans: meets(2) })],
  stay: { meetings: [earlier(1, '2026-11-10'), earlier(2, '2026-12-01')], placesForAMove: 1 },
});
const locked = {
  network: 'a',
  number: 1,
  date: '2026-11-12',
  from: '15:30',
  until: '16:30',
  present: [urn(1), urn(2), urn(3)],
  absent: [],
  moved: { date: '2026-11-10', from: '15:30', until: '16:30' },
};

test('a published meeting that is locked stays when the rest is planned again, and nothing else takes its former date', () => {
  const rest = around(problem, [locked]);
  expect(rest.stay?.meetings.map(({ date }) => date)).toEqual(['2026-12-01']);
  const plan = joinedWith(withEarlierDates(planMeetings(rest, { seed: 1 }), rest), [locked], problem);
  expect(plan.meetings.map(({ date, moved }) => [date, moved?.date])).toEqual([
    ['2026-11-12', '2026-11-10'],
    ['2026-12-01', undefined],
  ]);
  expect(publishedWithoutDate(problem, plan)).toEqual([]);
});

test('a published meeting for which there is no date is told apart from a draft', () => {
  const [first, second] = problem.stay?.meetings ?? [];
  expect(publishedWithoutDate(problem, { meetings: [locked] })).toEqual([second]);
  const draft = { ...earlier(2, '2026-12-01'), published: undefined };
  const stay = { meetings: first === undefined ? [] : [first, draft] };
  expect(publishedWithoutDate({ stay }, { meetings: [locked] })).toEqual([]);
});
