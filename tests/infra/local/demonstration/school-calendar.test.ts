import { easterSunday, halfTermsOf } from '../../../../infra/local/demonstration/school-calendar';

test.each([
  [2024, '2024-03-31'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
])('Easter Sunday of %i is %s', (year, date) => {
  expect(easterSunday(year)).toBe(date);
});

test('half-terms follow each other in every year of the next thirty', () => {
  for (let year = 2024; year < 2054; year += 1) {
    for (const authority of ['first', 'second'] as const) {
      const days = halfTermsOf(year, authority).flatMap(({ from, until }) => [from, until]);
      expect(days).toEqual([...days].sort());
    }
  }
});
