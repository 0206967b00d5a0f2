import * as fc from 'fast-check';
import type { Closure } from '../../../shared/records/closure';
import type { SchoolYear } from '../../../shared/records/school-year';
import { type CycleProblem, type DatedStage, scheduleCycle } from '../../../shared/reviews/schedule';
import {
  isPupilDay,
  lastDayOfFollowingTerm,
  lastDayOfTerm,
  mayVisit,
  type SchoolCalendar,
  schoolCalendar,
  schoolWeekAfter,
} from '../../../shared/reviews/school-calendar';
import { steps } from '../../../shared/reviews/steps';
import { addDays, daysBetween, mondayOf } from '../../../shared/time/calendar-date';

/** Half-terms as Surrey and Sheffield had them announced for 2026/27; the schools are invented. */
const surrey: SchoolYear = {
  year: '2026/27',
  scope: 'Surrey',
  halfTerms: [
    { name: 'Autumn 1', from: '2026-09-02', until: '2026-10-16' },
    { name: 'Autumn 2', from: '2026-11-02', until: '2026-12-18' },
    { name: 'Spring 1', from: '2027-01-04', until: '2027-02-12' },
    { name: 'Spring 2', from: '2027-02-22', until: '2027-03-25' },
    { name: 'Summer 1', from: '2027-04-12', until: '2027-05-28' },
    { name: 'Summer 2', from: '2027-06-07', until: '2027-07-21' },
  ],
};
const closure = (more: Partial<Closure>): Closure => ({
  year: '2026/27',
  scope: 'trust',
  from: '2027-05-03',
  until: '2027-05-03',
  what: 'bank holiday',
  label: 'Early May bank holiday',
  ...more,
});
const sats = closure({ from: '2027-05-10', until: '2027-05-13', what: 'keep clear', label: 'SATs' });

function calendarOf(closures: readonly Closure[] = [], urn = '900001'): SchoolCalendar {
  return schoolCalendar({
    academy: { urn, localAuthority: 'Surrey' },
    years: ['2026/27', '2027/28'],
    schoolYears: [surrey],
    closures: [closure({}), sats, ...closures],
  });
}

test('a school week has a pupil day: holidays do not count, a week of SATs does', () => {
  const calendar = calendarOf();
  expect(schoolWeekAfter(calendar, '2026-10-14', 1)).toBe('2026-11-02');
  expect(schoolWeekAfter(calendar, '2026-12-16', 1)).toBe('2027-01-04');
  expect(schoolWeekAfter(calendar, '2027-05-05', 1)).toBe('2027-05-10');
  // Six school weeks after early July are in the autumn.
  expect(schoolWeekAfter(calendar, '2027-07-05', 6)?.slice(0, 7)).toBe('2027-09');
});

test('a term ends at Christmas, Easter and in summer, and not at a half-term of two weeks', () => {
  const calendar = calendarOf();
  expect(lastDayOfTerm(calendar, '2026-09-10')).toBe('2026-12-18');
  expect(lastDayOfTerm(calendar, '2027-01-04')).toBe('2027-03-25');
  expect(lastDayOfTerm(calendar, '2027-04-12')).toBe('2027-07-21');
  expect(lastDayOfFollowingTerm(calendar, '2026-11-23')).toBe('2027-03-25');
});

test('what nobody has imported is taken as usual and said; the dates of an academy itself come first', () => {
  const own = { ...surrey, scope: '900001', halfTerms: surrey.halfTerms.slice(0, 1) };
  const calendar = schoolCalendar({
    academy: { urn: '900001', localAuthority: 'Surrey' },
    years: ['2026/27', '2027/28'],
    schoolYears: [surrey, own],
    closures: [],
  });
  expect(calendar.assumed).toEqual(['2027/28']);
  expect(isPupilDay(calendar, '2026-11-04')).toBe(false);
  expect(isPupilDay(calendar, '2027-08-12')).toBe(false);
  expect(isPupilDay(calendar, '2027-09-20')).toBe(true);
});

function problemOf(more: Partial<CycleProblem> = {}): CycleProblem {
  const academies = ['900001', '900002', '900003'].map((urn) => ({
    urn,
    name: `Academy ${urn}`,
    email: `${urn}@trust.example`,
    calendar: calendarOf([], urn),
  }));
  return { startOn: '2026-11-23', academies, champions: new Map(), followUpSchoolWeeks: 6, busy: [], ...more };
}

function datesOf(problem: CycleProblem) {
  const result = scheduleCycle(problem);
  if (!result.ok) throw new Error(result.problem.sentence);
  return result.value;
}

const onOf = (stages: readonly DatedStage[], step: string) => stages.find((one) => one.step === step)?.on ?? '';

test('a review is dated whole: scope and data before, feedback the same day, impact by the end of the next term', () => {
  const [first] = datesOf(problemOf());
  expect(first?.stages.map(({ step, on }) => `${on} ${step}`)).toEqual([
    '2026-11-30 self-review',
    '2026-12-07 data sharing',
    '2026-12-14 visit',
    '2026-12-14 feedback',
    '2027-01-04 record confirmed',
    '2027-01-05 workshop',
    '2027-02-08 first follow-up',
    '2027-04-12 second follow-up',
    '2027-04-26 impact review',
  ]);
});

test('who is busy is left in peace where another day serves, and named where none does', () => {
  const taken = { email: '900002@trust.example', from: '2026-12-14T10:00', until: '2026-12-14T11:00' };
  const [moved] = datesOf(problemOf({ busy: [taken] }));
  expect(onOf(moved?.stages ?? [], 'visit')).toBe('2026-12-15');
  const always = { email: '900002@trust.example', from: '2026-01-01T00:00', until: '2028-12-31T00:00' };
  const [clash] = datesOf(problemOf({ busy: [always] }));
  expect(clash?.stages.find(({ step }) => step === 'visit')).toMatchObject({
    on: '2026-12-14',
    busy: ['900002@trust.example'],
  });
});

test('academies that are never open together are refused with a sentence', () => {
  const shut = closure({ scope: '900002', from: '2026-01-01', until: '2031-01-01', what: 'holiday' });
  const academies = problemOf().academies.map((one) => ({ ...one, calendar: calendarOf([shut], one.urn) }));
  const refused = scheduleCycle(problemOf({ academies }));
  expect(refused.ok ? '' : refused.problem.sentence).toContain('no day for the review of Academy 900001');
});

const someDay = fc.integer({ min: 0, max: 300 }).map((days) => addDays('2026-09-01', days));
const someClosure = fc
  .record({
    scope: fc.constantFrom('900001', '900002', '900003', '900004', 'Surrey', 'trust'),
    from: someDay,
    days: fc.integer({ min: 0, max: 6 }),
    what: fc.constantFrom('holiday', 'INSET', 'bank holiday', 'keep clear'),
  })
  .map(({ days, ...one }) => closure({ ...one, until: addDays(one.from, days) }));
const someBusy = fc
  .record({ email: fc.constantFrom('900001', '900002', '900003', '900004'), day: someDay })
  .map(({ email, day }) => ({ email: `${email}@trust.example`, from: `${day}T08:00`, until: `${day}T18:00` }));
const someProblem = fc
  .record({
    startOn: someDay,
    count: fc.constantFrom(3, 4),
    closures: fc.array(someClosure, { maxLength: 12 }),
    busy: fc.array(someBusy, { maxLength: 20 }),
    followUpSchoolWeeks: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ startOn, count, closures, busy, followUpSchoolWeeks }) =>
    problemOf({
      startOn,
      busy,
      followUpSchoolWeeks,
      academies: ['900001', '900002', '900003', '900004'].slice(0, count).map((urn) => ({
        urn,
        name: urn,
        email: `${urn}@trust.example`,
        calendar: calendarOf(closures, urn),
      })),
    }),
  );

test('law: every academy is host once, and every step of each review has its day, in order', () => {
  void fc.assert(
    fc.property(someProblem, (problem) => {
      const reviews = datesOf(problem);
      expect(reviews.map(({ host }) => host)).toEqual(problem.academies.map(({ urn }) => urn));
      for (const { stages } of reviews) {
        expect(stages.map(({ step }) => step)).toEqual(steps);
        const days = stages.filter(({ step }) => step !== 'record confirmed').map(({ on }) => on);
        expect(days).toEqual([...days].sort());
        expect(onOf(stages, 'self-review') >= problem.startOn).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test('law: a visit is on a day on which host and reviewers are open, and the other days are open at the host', () => {
  void fc.assert(
    fc.property(someProblem, (problem) => {
      for (const { host, stages } of datesOf(problem)) {
        const visit = onOf(stages, 'visit');
        expect(problem.academies.filter(({ calendar }) => !mayVisit(calendar, visit))).toEqual([]);
        expect(onOf(stages, 'feedback')).toBe(visit);
        const calendar = problem.academies.find(({ urn }) => urn === host)?.calendar ?? calendarOf();
        expect(stages.filter(({ on }) => !isPupilDay(calendar, on))).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

test('law: between visit and follow-up lie so many school weeks, each with a pupil day at the host', () => {
  void fc.assert(
    fc.property(someProblem, (problem) => {
      for (const { host, stages } of datesOf(problem)) {
        const calendar = problem.academies.find(({ urn }) => urn === host)?.calendar ?? calendarOf();
        const visit = mondayOf(onOf(stages, 'visit'));
        const followUp = mondayOf(onOf(stages, 'first follow-up'));
        const between = Array.from({ length: daysBetween(visit, followUp) / 7 }, (_, week) =>
          addDays(visit, 7 * (week + 1)),
        ).filter((monday) => [0, 1, 2, 3, 4].some((day) => isPupilDay(calendar, addDays(monday, day))));
        expect(between.length).toBeGreaterThanOrEqual(problem.followUpSchoolWeeks);
        const end = lastDayOfFollowingTerm(calendar, onOf(stages, 'workshop')) ?? '';
        const late = onOf(stages, 'second follow-up') >= end;
        expect(late || onOf(stages, 'impact review') <= end).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test('the same problem has the same dates, and is not changed', () => {
  const problem = problemOf();
  const before = structuredClone(problem);
  expect(datesOf(problem)).toEqual(datesOf(problem));
  expect(problem).toEqual(before);
});
