import { linesOf } from '../../../../addin/screens/matrix/matrix-words';
import type { MatrixCell } from '../../../../shared/meetings/matrix';

const infants = '900001';
const juniors = '900002';
const meeting = (date: string, ...cells: readonly MatrixCell[]) => ({ key: `meeting ${date}`, date, cells });
const never = { academy: infants, state: 'nobody invited' } as const;

const network = {
  key: 'network-year-4',
  name: 'Year 4 network',
  meetings: [
    meeting('2026-10-14', never, { academy: juniors, state: 'nobody invited' }),
    meeting('2027-01-14', never, { academy: juniors, state: 'not represented', because: 'Snow' }),
  ],
};

test('an academy that was never asked to come has one line, not one for each meeting', () => {
  expect(linesOf(network, infants)).toEqual([{ key: 'never', words: 'nobody invited', strong: false }]);
});

test('an academy that was asked once has a line for each meeting, and nobody there stands out', () => {
  expect(linesOf(network, juniors).map(({ words, strong }) => [words, strong])).toEqual([
    ['14 October: nobody invited', false],
    ['14 January: not represented: Snow', true],
  ]);
});
