import fc from 'fast-check';
import { cutAround, worthOf } from '../../../functions/triads/cut';
import { columnOf } from '../../../functions/triads/grouping';
import { priceGroups } from '../../../functions/triads/price-groups';
import { groupingFrom, isAllowed } from './make-grouping';

const n = 8;
const price = fc.integer({ min: -20, max: 60 });
const cases = fc.record({
  pairs: fc.array(fc.record({ cost: fc.integer({ min: 0, max: 50 }), forbidden: fc.boolean() }), {
    minLength: 28,
    maxLength: 28,
  }),
  academies: fc.array(price, { minLength: n, maxLength: n }),
  cuts: fc.array(
    fc.record({
      inside: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: n, maxLength: n }),
      price: fc.integer({ min: 0, max: 30 }),
    }),
    { maxLength: 4 },
  ),
  size: fc.integer({ min: 2, max: 4 }),
  limit: fc.integer({ min: -60, max: 60 }),
});

function subsets(size: number): readonly (readonly number[])[] {
  const all = [...Array(2 ** n).keys()].map((bits) => [...Array(n).keys()].filter((at) => (bits >> at) % 2 === 1));
  return all.filter(({ length }) => length === size);
}

test('every group below the limit is found, at the price that adding up gives', () => {
  fc.assert(
    fc.property(cases, ({ pairs, academies, cuts, size, limit }) => {
      const problem = groupingFrom(n, pairs, []);
      const priced = cuts.flatMap(({ inside, price: worth }) => {
        const cut = cutAround(Uint8Array.from(inside));
        return cut === undefined ? [] : [{ cut, price: worth }];
      });
      const expected = subsets(size)
        .filter((members) => isAllowed(problem, [members]))
        .map((members) => {
          const own = members.reduce((sum, one) => sum + (academies[one] ?? 0), 0);
          const cutting = priced.reduce((sum, one) => sum + one.price * worthOf(one.cut, members), 0);
          return { ...columnOf(problem, members), reduced: columnOf(problem, members).cost - own - cutting };
        });
      const prices = { academies: Float64Array.from(academies), cuts: priced };
      const { least, found } = priceGroups(problem, size, prices, limit);
      expect(least).toBe(Math.min(Number.POSITIVE_INFINITY, ...expected.map(({ reduced }) => reduced)));
      const inOrder = (groups: readonly { readonly members: readonly number[] }[]) =>
        [...groups].sort((one, other) => (one.members.join() < other.members.join() ? -1 : 1));
      expect(inOrder(found)).toEqual(inOrder(expected.filter(({ reduced }) => reduced < limit)));
    }),
  );
});
