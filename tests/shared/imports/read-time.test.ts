import * as fc from 'fast-check';
import { readTime } from '../../../shared/imports/read-time';

test.each([
  ['15:15', '15:15'],
  ['15.15', '15:15'],
  ['8:45', '08:45'],
  ['0845', '08:45'],
  ['3.15pm', '15:15'],
  ['3:15 p.m.', '15:15'],
  ['12:05 pm', '12:05'],
  ['12:05 am', '00:05'],
  ['5:30 am', '05:30'],
  ['17:30 pm', '17:30'],
  ['08:45:00', '08:45'],
])('%s is %s', (text, time) => expect(readTime(text)).toEqual({ time }));

test.each(['3:15', '03:15', '5.59', '0:15'])('%s could be the night or the afternoon, and is asked about', (text) =>
  expect(readTime(text)).toEqual({ sentence: expect.stringContaining('could be in the night or in the afternoon') }),
);

test.each(['', '24:00', '12:60', 'noon', '15', '0:15 am', '1:2'])('"%s" is no time', (text) =>
  expect(readTime(text)).toEqual({ sentence: expect.stringContaining('is not a time') }),
);

test('every time of a school day that is written out in full comes out as it went in', () =>
  fc.assert(
    fc.property(fc.integer({ min: 6, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
      const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
      expect(readTime(time)).toEqual({ time });
    }),
  ));
