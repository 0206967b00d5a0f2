/**
 * A half-open span: `from` belongs to it, `until` does not. Both ends are texts that sort by time
 * and have the same shape: calendar dates, times of day, wall times or moments in UTC.
 */
export interface Interval {
  readonly from: string;
  readonly until: string;
}

/**
 * @example overlaps({ from: '09:00', until: '10:00' }, { from: '10:00', until: '11:00' }) // false
 */
export function overlaps(one: Interval, other: Interval): boolean {
  return one.from < other.until && other.from < one.until;
}

/**
 * @example contains({ from: '15:30', until: '17:00' }, { from: '15:45', until: '16:45' }) // true
 */
export function contains(outer: Interval, inner: Interval): boolean {
  return outer.from <= inner.from && inner.until <= outer.until;
}

/** Overlapping and touching spans made one, sorted. */
export function merged(spans: readonly Interval[]): readonly Interval[] {
  const sorted = [...spans].sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
  const joined: Interval[] = [];
  for (const span of sorted) {
    const last = joined.at(-1);
    if (last === undefined || last.until < span.from) joined.push(span);
    else if (last.until < span.until) joined[joined.length - 1] = { from: last.from, until: span.until };
  }
  return joined;
}
