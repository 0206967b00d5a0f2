import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { closedBetween, daysAwayBetween } from '../../../shared/meetings/closed-days';
import type { Closure } from '../../../shared/records/closure';
import type { SchoolYear } from '../../../shared/records/school-year';
import { isPupilDay, schoolCalendar } from '../../../shared/reviews/school-calendar';
import { bankHolidaysBetween, bankHolidaysKnownUntil } from '../../../shared/time/bank-holidays';

const academies = [
  { urn: '900001', localAuthority: 'Downshire' },
  { urn: '900002', localAuthority: 'Downshire' },
  { urn: '900003', localAuthority: 'Upshire' },
];
const year = '2026/27';
const dates = (scope: string, breakFrom: string, breakUntil: string): SchoolYear => ({
  year,
  scope,
  halfTerms: [
    { name: 'Autumn 1', from: '2026-09-01', until: breakFrom },
    { name: 'Autumn 2', from: breakUntil, until: '2026-12-18' },
  ],
});
const inset: Closure = {
  year,
  scope: 'Downshire',
  from: '2026-11-27',
  until: '2026-11-27',
  what: 'INSET',
  label: 'INSET',
};

/** Whom something keeps away on a day. */
function awayOn(day: string, closures: readonly Closure[], schoolYears: readonly SchoolYear[]): readonly string[] {
  const spans = closedBetween('2026-09-01', '2026-12-18', { academies, closures, schoolYears });
  const scopes = new Set(spans.filter(({ from, until }) => from <= day && day <= until).map(({ scope }) => scope));
  return academies
    .filter(({ urn, localAuthority }) => [urn, localAuthority, 'trust'].some((scope) => scopes.has(scope)))
    .map(({ urn }) => urn);
}

const authorities = [dates('Downshire', '2026-10-16', '2026-11-02'), dates('Upshire', '2026-10-23', '2026-11-02')];

test('two local authorities with different half-terms close their own academies only', () => {
  expect(awayOn('2026-10-21', [], authorities)).toEqual(['900001', '900002']);
  expect(awayOn('2026-10-28', [], authorities)).toEqual(['900001', '900002', '900003']);
});

test("an academy with dates of its own keeps neither its authority's half-term nor its INSET", () => {
  const own = [...authorities, dates('900001', '2026-10-23', '2026-11-02')];
  expect(awayOn('2026-10-21', [], own)).toEqual(['900002']);
  expect(awayOn('2026-11-27', [inset], own)).toEqual(['900002']);
  expect(awayOn('2026-11-27', [inset], authorities)).toEqual(['900001', '900002']);
  const calendar = schoolCalendar({
    academy: { urn: '900001', localAuthority: 'Downshire' },
    years: [year],
    schoolYears: own,
    closures: [inset],
  });
  expect(['2026-10-21', '2026-11-27', '2026-10-28'].map((day) => isPupilDay(calendar, day))).toEqual([
    true,
    true,
    false,
  ]);
});

test('the trust closes everybody, also those with dates of their own', () => {
  const own = [dates('900001', '2026-10-23', '2026-11-02')];
  const day: Closure = { ...inset, scope: 'trust', what: 'trust day', label: 'Trust conference' };
  expect(awayOn('2026-11-27', [day], own)).toHaveLength(3);
});

test('bank holidays close everybody though nobody has entered them, and are not said twice', () => {
  const entered: Closure = { ...inset, scope: 'trust', from: '2027-05-03', until: '2027-05-03', what: 'bank holiday' };
  const of = (closures: readonly Closure[]) =>
    daysAwayBetween('2027-05-01', '2027-05-31', { academies, closures, schoolYears: [] }).map(({ from }) => from);
  expect(of([])).toEqual(['2027-05-03', '2027-05-31']);
  expect(of([entered]).sort()).toEqual(['2027-05-03', '2027-05-31']);
});

const data = path.join(__dirname, '../../../../shared/data/bank-holidays.json');
(existsSync(data) ? test : test.skip)(
  'the built-in bank holidays are those that GOV.UK publishes (skips where its file is not here)',
  () => {
    const events: readonly { date: string; title: string }[] = JSON.parse(readFileSync(data, 'utf8'))[
      'england-and-wales'
    ].events;
    expect(bankHolidaysBetween('2025-09-01', bankHolidaysKnownUntil)).toEqual(
      events.filter(({ date }) => date >= '2025-09-01').map(({ date, title }) => ({ date, name: title })),
    );
  },
);
