import type { Group } from './instance/group';
import type { Instance } from './instance/instance';

/** Meetings of a network that have to be placed in one of its spans, and how many of them its days have room for. */
export interface Room {
  readonly group: Group;
  readonly span: number;
  readonly name: string;
  readonly wanted: number;
  readonly fits: number;
  /** Days of the span on which somebody could come. */
  readonly days: number;
}

/** Room in every span of every network, as if it had its people to itself: as early as can be, far enough apart. */
export function roomOf({ problem, groups, items, leastDays }: Instance): readonly Room[] {
  return problem.networks.flatMap((network, at) => {
    const group = groups[at];
    if (group === undefined) return [];
    let last = Number.NEGATIVE_INFINITY;
    return network.spans.flatMap(({ name }, span): readonly Room[] => {
      const ofSpan = items.filter((item) => item.group === at && item.span === span);
      const [first] = ofSpan;
      if (first === undefined) return [];
      const days = [...new Set(group.options.day.subarray(first.first, first.end))];
      let fits = 0;
      for (const day of days) {
        if (fits >= ofSpan.length || day - last < leastDays) continue;
        fits += 1;
        last = day;
      }
      return [{ group, span, name, wanted: ofSpan.length, fits, days: days.length }];
    });
  });
}
