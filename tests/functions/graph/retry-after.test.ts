import { retryAfterMilliseconds } from '../../../functions/graph/retry-after';

const now = new Date('2026-11-23T12:00:00.400Z');

test.each([
  ['5', 5000],
  [' 7 ', 7000],
  ['2.4999', 2500],
  ['240', 240_000],
])('whole and decimal seconds (%s) are waited in full', (header, milliseconds) => {
  expect(retryAfterMilliseconds(header, now)).toBe(milliseconds);
});

test('less than a second becomes a second', () => {
  expect(retryAfterMilliseconds('0.249', now)).toBe(1000);
  expect(retryAfterMilliseconds('0', now)).toBe(1000);
});

test('an HTTP date is waited for, and never less than a second', () => {
  expect(retryAfterMilliseconds('Mon, 23 Nov 2026 12:00:05 GMT', now)).toBe(4600);
  expect(retryAfterMilliseconds('Mon, 23 Nov 2026 11:00:00 GMT', now)).toBe(1000);
});

test.each([undefined, '', 'soon', '-5', '1e3'])('what is no wait (%s) is none', (header) => {
  expect(retryAfterMilliseconds(header, now)).toBeUndefined();
});
