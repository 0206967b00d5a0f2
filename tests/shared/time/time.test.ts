import * as fc from 'fast-check';
import { britishDate, britishDay, britishMoment, britishSpan, inLondon } from '../../../shared/time/british-date';
import { addDays, daysBetween, eachDay, isCalendarDate, mondayOf, weekdayOf } from '../../../shared/time/calendar-date';
import { clockChangeAt } from '../../../shared/time/clock-change';
import { contains, merged, overlaps } from '../../../shared/time/interval';
import { londonToUtc, utcToLondon } from '../../../shared/time/london';
import {
  daysOfSchoolYear,
  halfTermAt,
  halfTermFrom,
  isSchoolYear,
  schoolYearOf,
} from '../../../shared/time/school-year';
import { minutesOf, timeOf } from '../../../shared/time/time-of-day';

const anyDate = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));

test('people read dates in British order', () => {
  expect(britishDate('2026-11-03')).toBe('3 November 2026');
  expect(britishDay('2026-11-23')).toBe('Monday 23 November 2026');
  expect(britishSpan('2026-10-19', '2026-10-30')).toBe('19 October 2026 to 30 October 2026');
  expect(britishSpan('2026-10-19', '2026-10-19')).toBe('19 October 2026');
});

test('a moment is told in London time, in summer and in winter', () => {
  expect(britishMoment('2026-11-23T17:00:00Z')).toBe('23 November 2026, 17:00');
  expect(inLondon('2026-07-01T23:30:00Z')).toEqual({ date: '2026-07-02', time: '00:30' });
});

test('a day that is not in the calendar is not a date', () => {
  expect(isCalendarDate('2026-02-29')).toBe(false);
  expect(isCalendarDate('2028-02-29')).toBe(true);
  expect(isCalendarDate('29/02/2028')).toBe(false);
  expect(() => britishDate('2026-13-01')).toThrow(RangeError);
});

test('days are counted across years and the end of February', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  expect(eachDay('2026-11-28', '2026-12-01')).toEqual(['2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01']);
  expect(eachDay('2026-12-01', '2026-11-28')).toEqual([]);
});

test('adding days and counting them undo each other, and seven days give the same weekday', async () => {
  await fc.assert(
    fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days);
      expect(weekdayOf(addDays(date, 7))).toBe(weekdayOf(date));
      expect(weekdayOf(mondayOf(date))).toBe('Monday');
    }),
  );
});

test('half-open spans that touch do not overlap', () => {
  expect(overlaps({ from: '09:00', until: '10:00' }, { from: '10:00', until: '11:00' })).toBe(false);
  expect(overlaps({ from: '09:00', until: '10:01' }, { from: '10:00', until: '11:00' })).toBe(true);
  expect(contains({ from: '15:30', until: '17:00' }, { from: '15:30', until: '17:00' })).toBe(true);
  expect(contains({ from: '15:30', until: '17:00' }, { from: '15:30', until: '17:01' })).toBe(false);
});

test('overlapping and touching spans are made one', () => {
  const spans = [
    { from: '13:00', until: '14:00' },
    { from: '09:00', until: '12:00' },
    { from: '10:00', until: '11:00' },
    { from: '12:00', until: '12:30' },
  ];
  expect(merged(spans)).toEqual([
    { from: '09:00', until: '12:30' },
    { from: '13:00', until: '14:00' },
  ]);
});

test('the hour that the clocks skip in March does not exist', () => {
  const told = londonToUtc('2027-03-28', '01:30');
  expect(told).toMatchObject({ ok: false, problem: { code: 'invalid' } });
  expect(told.ok ? '' : told.problem.sentence).toContain('01:30 does not exist on 28 March 2027');
});

test('the hour that comes twice in October is asked about', () => {
  const told = londonToUtc('2027-10-31', '01:30');
  expect(told.ok ? '' : told.problem.sentence).toContain('01:30 comes twice on 31 October 2027');
});

test('what records refuse of a clock change is what Temporal refuses, in the same words', async () => {
  const sentenceAt = (date: string, time: string) => {
    const told = londonToUtc(date, time);
    return told.ok ? undefined : told.problem.sentence;
  };
  await fc.assert(
    fc.property(anyDate, fc.integer({ min: 0, max: 1439 }), (date, minutes) => {
      expect(clockChangeAt(date, timeOf(minutes))).toBe(sentenceAt(date, timeOf(minutes)));
    }),
  );
  for (const day of ['2026-10-25', '2027-03-28', '2027-10-31'])
    for (let minutes = 0; minutes < 240; minutes += 1)
      expect(clockChangeAt(day, timeOf(minutes))).toBe(sentenceAt(day, timeOf(minutes)));
  expect(clockChangeAt('2027-03-28', '01:30')).toContain('does not exist');
});

test('03:45 in the afternoon is an hour apart in UTC between summer and winter', () => {
  expect(londonToUtc('2026-07-01', '15:45')).toEqual({ ok: true, value: '2026-07-01T14:45:00Z' });
  expect(londonToUtc('2026-11-23', '15:45')).toEqual({ ok: true, value: '2026-11-23T15:45:00Z' });
});

test('every wall time that exists once goes to UTC and back, and Intl tells the same', async () => {
  await fc.assert(
    fc.property(anyDate, fc.integer({ min: 0, max: 1439 }), (date, minutes) => {
      const moment = londonToUtc(date, timeOf(minutes));
      if (!moment.ok) return;
      expect(utcToLondon(moment.value)).toEqual({ date, time: timeOf(minutes) });
      expect(inLondon(moment.value)).toEqual({ date, time: timeOf(minutes) });
    }),
  );
});

test('times of day go to minutes and back', () => {
  expect(minutesOf('15:45')).toBe(945);
  expect(timeOf(945)).toBe('15:45');
  expect(timeOf(5)).toBe('00:05');
});

test('a school year runs from September to August', () => {
  expect(schoolYearOf('2026-08-31')).toBe('2025/26');
  expect(schoolYearOf('2026-09-01')).toBe('2026/27');
  expect(schoolYearOf('2099-12-01')).toBe('2099/00');
  expect(daysOfSchoolYear('2026/27')).toEqual({ first: '2026-09-01', last: '2027-08-31' });
  expect(isSchoolYear('2026/28')).toBe(false);
  expect(isSchoolYear('2099/00')).toBe(true);
});

test('a day in the holidays lies in no half-term, and the next one is found', () => {
  const halfTerms = [
    { name: 'Spring 1', from: '2027-01-04', until: '2027-02-12' },
    { name: 'Autumn 2', from: '2026-11-02', until: '2026-12-18' },
  ];
  expect(halfTermAt(halfTerms, '2026-12-18')?.name).toBe('Autumn 2');
  expect(halfTermAt(halfTerms, '2026-12-24')).toBeUndefined();
  expect(halfTermFrom(halfTerms, '2026-10-24')?.name).toBe('Autumn 2');
  expect(halfTermFrom(halfTerms, '2026-12-24')?.name).toBe('Spring 1');
  expect(halfTermFrom(halfTerms, '2027-03-01')).toBeUndefined();
});
