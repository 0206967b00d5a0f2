import { inventedAcademies } from '../../../../infra/local/demonstration/academies';
import { groupSizes, groupsOf } from '../../../../infra/local/demonstration/triads';

test.each([
  [2, [2]],
  [3, [3]],
  [4, [4]],
  [5, [3, 2]],
  [6, [3, 3]],
  [8, [4, 4]],
  [15, [3, 3, 3, 3, 3]],
  [16, [3, 3, 3, 3, 4]],
])('%i academies fall into groups of %j', (count, sizes) => {
  expect(groupSizes(count)).toEqual(sizes);
});

test('every academy is in one group, and linked infants and juniors are in different ones', () => {
  const academies = inventedAcademies();
  const groups = groupsOf(academies).map((group) => group.map(({ name }) => name));
  expect(groups.flat().sort()).toEqual(academies.map(({ name }) => name).sort());
  const groupOf = (name: string) => groups.findIndex((group) => group.includes(name));
  expect(groupOf('Beckside Infant Academy')).not.toBe(groupOf('Beckside Junior Academy'));
  expect(groupOf('Jubilee Meadow Infant Academy')).not.toBe(groupOf('Kestrel Bank Junior Academy'));
});
