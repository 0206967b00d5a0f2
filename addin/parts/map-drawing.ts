export interface MapPlace {
  readonly key: string;
  readonly name: string;
  /** Metres, e.g. of the British National Grid. */
  readonly easting: number;
  readonly northing: number;
}

/** Places that belong together, by their keys; the group's number is its place in the list. */
export type MapGroup = readonly string[];

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly dots: readonly {
    readonly key: string;
    readonly name: string;
    readonly at: Point;
    /** Of its group, counted from 1. */
    readonly number: string;
    readonly radius: number;
    readonly named: boolean;
    readonly toLeft: boolean;
  }[];
  readonly links: readonly { readonly group: number; readonly points: readonly Point[] }[];
  readonly scale: { readonly kilometres: number; readonly length: number };
  /** The group that a place was dropped on: that of the nearest dot, if it is near. */
  groupAt(point: Point, dropped: string): number | undefined;
}

/** About the narrowest pane, so that a unit is never less than a pixel. */
const width = 290;
const mostHeight = 300;
const margin = 22;
const nearEnough = 40;
const scales = [1, 2, 5, 10, 20, 50, 100, 200];

/** Where everything stands, in the drawing's own units. */
export function drawingOf(places: readonly MapPlace[], groups: readonly MapGroup[]): Drawing {
  const { toPoint, height, unitsOfKilometre } = frameOf(places);
  const radius = places.length > 45 ? 6 : 9;
  const groupOf = new Map(groups.flatMap((group, at) => group.map((key) => [key, at] as const)));
  const points = new Map(
    spread(
      places.map((place) => ({ key: place.key, at: toPoint(place) })),
      2 * radius,
      height,
    ),
  );
  const dots = places.map(({ key, name }) => {
    const at = points.get(key) ?? { x: 0, y: 0 };
    const group = groupOf.get(key);
    return {
      key,
      name,
      at,
      number: group === undefined ? '' : String(group + 1),
      radius,
      toLeft: at.x > width / 2,
      named: places.length <= 6,
    };
  });
  const kilometres = [...scales].reverse().find((one) => one * unitsOfKilometre <= width / 4) ?? 1;
  return {
    width,
    height,
    dots,
    links: groups.map((group, at) => ({
      group: at,
      points: aroundCentre(group.flatMap((key) => points.get(key) ?? [])),
    })),
    scale: { kilometres, length: kilometres * unitsOfKilometre },
    groupAt: (point, dropped) => {
      const others = dots
        .filter(({ key }) => key !== dropped && groupOf.get(key) !== groupOf.get(dropped))
        .map(({ key, at }) => ({ key, far: Math.hypot(at.x - point.x, at.y - point.y) }))
        .sort((one, other) => one.far - other.far);
      const [nearest] = others;
      return nearest === undefined || nearest.far > nearEnough ? undefined : groupOf.get(nearest.key);
    },
  };
}

function frameOf(places: readonly MapPlace[]) {
  const east = places.map(({ easting }) => easting);
  const north = places.map(({ northing }) => northing);
  const [west, south] = [Math.min(...east), Math.min(...north)];
  const wide = Math.max(1000, Math.max(...east) - west);
  const high = Math.max(1000, Math.max(...north) - south);
  const metre = Math.min((width - 2 * margin) / wide, mostHeight / high);
  const height = Math.max(120, Math.round(high * metre + 2 * margin + 12));
  const left = (width - wide * metre) / 2;
  return {
    height,
    unitsOfKilometre: metre * 1000,
    toPoint: ({ easting, northing }: MapPlace): Point => ({
      x: left + (easting - west) * metre,
      y: margin - 6 + (Math.max(...north) - northing) * metre,
    }),
  };
}

/** Pushes dots apart that would cover each other: two schools on one site stay two dots. */
function spread(
  dots: readonly { readonly key: string; readonly at: Point }[],
  apart: number,
  height: number,
): readonly (readonly [string, Point])[] {
  const moved = dots.map(({ key, at }) => ({ key, x: at.x, y: at.y }));
  for (let turn = 0; turn < 30; turn += 1)
    for (const [place, one] of moved.entries())
      for (const other of moved.slice(0, place)) {
        const [x, y] = [one.x - other.x, one.y - other.y];
        const far = Math.hypot(x, y);
        if (far >= apart) continue;
        const push = (apart - far) / 2;
        const [right, down] = far < 0.01 ? [1, 0] : [x / far, y / far];
        one.x = within(one.x + right * push, apart, width - apart);
        one.y = within(one.y + down * push, apart, height - apart);
        other.x = within(other.x - right * push, apart, width - apart);
        other.y = within(other.y - down * push, apart, height - apart);
      }
  return moved.map(({ key, x, y }) => [key, { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }]);
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** In the order in which one walks round them, so that four make a square and not a bow. */
function aroundCentre(points: readonly Point[]): readonly Point[] {
  const x = points.reduce((sum, one) => sum + one.x, 0) / points.length;
  const y = points.reduce((sum, one) => sum + one.y, 0) / points.length;
  return [...points].sort((one, other) => Math.atan2(one.y - y, one.x - x) - Math.atan2(other.y - y, other.x - x));
}
