import { drawingOf } from '../../../addin/parts/map-drawing';

const places = [
  { key: 'a', name: 'A', easting: 500_000, northing: 160_000 },
  { key: 'b', name: 'B', easting: 510_000, northing: 160_000 },
  { key: 'c', name: 'C', easting: 500_000, northing: 170_000 },
  { key: 'd', name: 'D', easting: 510_000, northing: 170_000 },
];
const groups = [
  ['a', 'b'],
  ['c', 'd'],
];
const at = (key: string, drawing = drawingOf(places, groups)) => {
  const dot = drawing.dots.find((one) => one.key === key);
  if (dot === undefined) throw new Error(`No ${key}`);
  return dot.at;
};

test('north is above and east is to the right', () => {
  expect(at('c').y).toBeLessThan(at('a').y);
  expect(at('b').x).toBeGreaterThan(at('a').x);
});

test('everything lies within the drawing, wherever on the grid it is', () => {
  const moved = places.map((one) => ({ ...one, easting: one.easting - 200_000, northing: one.northing + 400_000 }));
  for (const drawing of [drawingOf(places, groups), drawingOf(moved, groups)])
    for (const { at: point } of drawing.dots) {
      expect(point.x).toBeGreaterThan(0);
      expect(point.x).toBeLessThan(drawing.width);
      expect(point.y).toBeGreaterThan(0);
      expect(point.y).toBeLessThan(drawing.height);
    }
  expect(drawingOf(moved, groups).dots).toEqual(drawingOf(places, groups).dots);
});

test('two schools on one site are two dots', () => {
  const twins = [...places, { key: 'e', name: 'E', easting: 500_000, northing: 160_000 }];
  const drawing = drawingOf(twins, groups);
  const [one, other] = [at('a', drawing), at('e', drawing)];
  expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(15);
});

test('a dot that is dropped near another group belongs there; dropped at home or nowhere, it stays', () => {
  const drawing = drawingOf(places, groups);
  expect(drawing.groupAt(at('c'), 'a')).toBe(1);
  expect(drawing.groupAt({ x: -500, y: -500 }, 'a')).toBeUndefined();
  expect(drawing.groupAt(at('b'), 'a')).toBeUndefined();
});

test('one place alone, or all in one spot, can be drawn', () => {
  expect(drawingOf(places.slice(0, 1), [['a']]).height).toBeGreaterThan(0);
  expect(drawingOf(places, groups).scale.kilometres).toBe(2);
});
