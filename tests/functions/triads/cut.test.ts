import fc from 'fast-check';
import { cutAround, worthOf } from '../../../functions/triads/cut';

const groupings = fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: 12 }).chain((sizes) => {
  const n = sizes.reduce((sum, size) => sum + size, 0);
  return fc.record({
    inside: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: n, maxLength: n }),
    groups: fc
      .shuffledSubarray([...Array(n).keys()], { minLength: n, maxLength: n })
      .map((order) => sizes.map((size, at) => order.slice(sum(sizes.slice(0, at)), sum(sizes.slice(0, at)) + size))),
  });
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

test('no grouping, of groups of any size, is cut off', () => {
  fc.assert(
    fc.property(groupings, ({ inside, groups }) => {
      const cut = cutAround(Uint8Array.from(inside));
      fc.pre(cut !== undefined);
      expect(sum(groups.map((group) => worthOf(cut, group)))).toBeGreaterThanOrEqual(1);
    }),
  );
});

test('a group is worth no more than its members are alone, which pricing relies on', () => {
  for (const left of [1, 2]) {
    const cut = cutAround(new Uint8Array(8).fill(1, 0, left));
    for (const members of [2, 3, 4]) expect(cut?.worth[members]).toBeLessThanOrEqual(members * (cut?.worth[1] ?? 0));
  }
});

test('around a set that can be grouped within itself there is nothing to cut', () => {
  expect(cutAround(Uint8Array.from([1, 1, 1, 0, 0]))).toBeUndefined();
});
