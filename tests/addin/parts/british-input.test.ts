import fc from 'fast-check';
import { readDate, readTime, writeDate } from '../../../addin/parts/british-input';

test.each([
  ['23/11/2026', '2026-11-23'],
  ['3/2/27', '2027-02-03'],
  ['03.02.2027', '2027-02-03'],
  ['3-2-2027', '2027-02-03'],
  ['23 November 2026', '2026-11-23'],
  ['23 nov 26', '2026-11-23'],
  [' 2026-11-23 ', '2026-11-23'],
])('"%s" is the day %s', (typed, date) => {
  expect(readDate(typed)).toBe(date);
});

test.each(['', '11/23/2026', '30/2/2026', '23/11', 'tomorrow', '1/1/1', '23//2026'])('"%s" is no day', (typed) => {
  expect(readDate(typed)).toBeUndefined();
});

test('what is written is read back as the same day', () => {
  const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (day) => {
      const date = day.toISOString().slice(0, 10);
      expect(readDate(writeDate(date))).toBe(date);
    }),
  );
});

test.each([
  ['15:45', '15:45'],
  ['9', '09:00'],
  ['9.30', '09:30'],
  ['3.45pm', '15:45'],
  ['12 am', '00:00'],
  ['12pm', '12:00'],
])('"%s" is the time %s', (typed, time) => {
  expect(readTime(typed)).toBe(time);
});

test.each(['', '24:00', '9:75', '13pm', 'noon'])('"%s" is no time', (typed) => {
  expect(readTime(typed)).toBeUndefined();
});
