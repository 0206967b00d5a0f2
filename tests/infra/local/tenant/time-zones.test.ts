import { fromInstant, toInstant } from '../../../../infra/local/tenant/graph/events/time-zones';

const iso = (dateTime: string, timeZone = 'Europe/London') => new Date(toInstant({ dateTime, timeZone })).toISOString();

test.each([
  ['2026-11-25T09:00:00', 'GMT Standard Time', '2026-11-25T09:00:00.000Z'],
  ['2027-06-10T09:00:00.0000000', 'GMT Standard Time', '2027-06-10T08:00:00.000Z'],
  ['2027-06-10', 'Europe/London', '2027-06-09T23:00:00.000Z'],
  ['2027-03-28T01:30:00', 'Europe/London', '2027-03-28T01:30:00.000Z'],
  ['2027-10-31T01:30:00', 'Europe/London', '2027-10-31T00:30:00.000Z'],
  ['2027-10-31T02:30:00', 'Europe/London', '2027-10-31T02:30:00.000Z'],
  ['2027-03-28T02:30:00', 'Europe/London', '2027-03-28T01:30:00.000Z'],
  ['2026-11-25T09:00:00Z', 'Eastern Standard Time', '2026-11-25T09:00:00.000Z'],
  ['2026-11-25T09:00:00', 'UTC', '2026-11-25T09:00:00.000Z'],
])('%s in %s is %s', (dateTime, zone, expected) => {
  expect(iso(dateTime, zone)).toBe(expected);
});

test('every hour of two years goes there and back', () => {
  for (let at = Date.UTC(2026, 0); at < Date.UTC(2028, 0); at += 3_600_000) {
    const local = fromInstant(at, 'Europe/London');
    const twice = new Date(at).toISOString().slice(5, 13);
    const isSecondOfTwo = twice === '10-25T01' || twice === '10-31T01';
    if (!isSecondOfTwo) expect(toInstant(local)).toBe(at);
  }
});

test.each(['yesterday', '2026-13-01T00:00:00', '2026-11-25T9:00'])('%s is refused', (text) => {
  expect(() => toInstant({ dateTime: text, timeZone: 'UTC' })).toThrow();
});
