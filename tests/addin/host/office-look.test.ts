import { isDark } from '../../../addin/host/office-look';

test.each([
  ['#1f1f1f', true],
  ['#0A0A0A', true],
  ['#ffffff', false],
  ['faf9f8', false],
  ['#2b579a', true],
  [undefined, false],
  ['windowtext', false],
])('a body of %s is dark: %s', (colour, dark) => {
  expect(isDark(colour)).toBe(dark);
});
