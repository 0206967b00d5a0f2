import fc from 'fast-check';
import { inLondon } from '../../../shared/time/british-date';
import { londonInstant } from '../../../shared/time/london-instant';

test('winter is UTC, summer an hour ahead', () => {
  expect(londonInstant('2026-11-23', '15:45')).toBe('2026-11-23T15:45:00.000Z');
  expect(londonInstant('2026-07-01', '15:45')).toBe('2026-07-01T14:45:00.000Z');
});

test('the hour that is left out in March is no moment; the hour that comes twice in October is the first', () => {
  expect(londonInstant('2027-03-28', '01:30')).toBeUndefined();
  expect(londonInstant('2026-10-25', '01:30')).toBe('2026-10-25T00:30:00.000Z');
});

test('half a date is no moment', () => {
  expect(londonInstant('2026-11', '15:45')).toBeUndefined();
  expect(londonInstant('2026-11-23', '')).toBeUndefined();
});

test('a moment that is told comes back as the same date and time', () => {
  const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (moment) => {
      const { date, time } = inLondon(moment.toISOString());
      const instant = londonInstant(date, time);
      expect(instant === undefined ? undefined : inLondon(instant)).toEqual({ date, time });
    }),
  );
});
