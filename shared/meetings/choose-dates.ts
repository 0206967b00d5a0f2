import { farEnough } from './rules/meetings-keep-their-distance';

/** One date on which a network could meet, and what that is worth as the k-th meeting. */
export interface DateOption {
  readonly date: string;
  /** The Monday of its week. */
  readonly week: string;
  worth(number: number): number;
  /** How many meetings of this network the week of this date can still take. */
  readonly leftInWeek: number;
}

interface Chosen {
  readonly worth: number;
  readonly index: number;
  readonly inWeek: number;
  readonly before: Chosen | undefined;
}

/**
 * The dates, at most `count` of them and in order, that are worth most together while they keep their distance and no
 * week holds too many: exact, by going through the dates once for each meeting.
 */
export function chooseDates(options: readonly DateOption[], count: number, leastDays: number): readonly number[] {
  const earlier = options.map((_, index) => lastFarEnough(options, index, leastDays));
  let best: Chosen | undefined;
  let previous: readonly (readonly Chosen[])[] = [];
  for (let number = 0; number < count; number += 1) {
    const ends = options.map((_, index) => endingAt(options, index, number, previous, earlier[index] ?? -1));
    for (const end of ends.flat()) if (best === undefined || end.worth > best.worth) best = end;
    if (ends.every((end) => end.length === 0)) break;
    previous = ends;
  }
  const indexes: number[] = [];
  for (let chosen = best; chosen !== undefined; chosen = chosen.before) indexes.unshift(chosen.index);
  return indexes;
}

/** The last date before this one that lies far enough from it; -1 when there is none. */
function lastFarEnough(options: readonly DateOption[], index: number, leastDays: number): number {
  const date = options[index]?.date ?? '';
  return options.findLastIndex((other, at) => at < index && farEnough(other.date, date, leastDays));
}

/** The best choices of `number + 1` dates that end at this one, for each count of meetings in its week. */
function endingAt(
  options: readonly DateOption[],
  index: number,
  number: number,
  previous: readonly (readonly Chosen[])[],
  lastEarlier: number,
): readonly Chosen[] {
  const option = options[index];
  if (option === undefined || option.leftInWeek < 1) return [];
  const worth = option.worth(number);
  if (number === 0) return [{ worth, index, inWeek: 1, before: undefined }];
  const longer = previous
    .slice(0, lastEarlier + 1)
    .flat()
    .map((before) => ({
      worth: before.worth + worth,
      index,
      inWeek: options[before.index]?.week === option.week ? before.inWeek + 1 : 1,
      before,
    }));
  return bestByWeek(longer.filter(({ inWeek }) => inWeek <= option.leftInWeek));
}

function bestByWeek(choices: readonly Chosen[]): readonly Chosen[] {
  const best = new Map<number, Chosen>();
  for (const choice of choices) {
    const known = best.get(choice.inWeek);
    if (known === undefined || choice.worth > known.worth) best.set(choice.inWeek, choice);
  }
  return [...best.values()];
}
