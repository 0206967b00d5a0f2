import type { Group, Item } from '../instance/group';

const none = Number.NEGATIVE_INFINITY;

/** Whether the items follow each other in time, so that their distance can be asked for across spans too. */
function areApart(items: readonly Item[]): boolean {
  return items.every((item, at) => {
    const before = items[at - 1];
    return before === undefined || before.span === item.span || before.end <= item.first;
  });
}

/** Dates by item: an option, and what they are worth together. */
interface Dates {
  readonly value: number;
  readonly options: readonly number[];
}

/**
 * The dates of a network that are worth most together, far enough apart: exact where its spans follow each other;
 * otherwise more than any dates can be worth, each meeting for itself.
 */
export function bestDates(items: readonly Item[], group: Group, worth: Float64Array, leastDays: number): Dates {
  const parts = areApart(items) ? [items] : items.map((item) => [item]);
  const dates = parts.map((part) => bestInOrder(part, group, worth, leastDays));
  return { value: dates.reduce((sum, { value }) => sum + value, 0), options: dates.flatMap(({ options }) => options) };
}

/** In order and far enough apart: by going through the options once for each. */
function bestInOrder(items: readonly Item[], { options }: Group, worth: Float64Array, leastDays: number): Dates {
  const chosen: Int32Array[] = [];
  let before = new Float64Array(options.count + 1);
  for (const item of items) {
    const { most, last } = withOneMore(item, options, worth, before, leastDays);
    chosen.push(last);
    before = most;
  }
  const value = before[options.count] as number;
  return { value, options: trace(chosen, options.day, options.count, leastDays) };
}

/**
 * With one more item: the most that all so far are worth within the first n options, and the option that it then has,
 * -1 where it is better without.
 */
function withOneMore(
  { first, end }: Item,
  { count, day }: Group['options'],
  worth: Float64Array,
  before: Float64Array,
  leastDays: number,
): { readonly most: Float64Array<ArrayBuffer>; readonly last: Int32Array } {
  const most = Float64Array.from(before);
  const last = new Int32Array(count + 1).fill(-1);
  let far = 0;
  for (let option = 0; option < count; option += 1) {
    while (far < option && (day[option] as number) - (day[far] as number) >= leastDays) far += 1;
    if ((most[option] as number) > (most[option + 1] as number)) {
      most[option + 1] = most[option] as number;
      last[option + 1] = last[option] as number;
    }
    const value = option < first || option >= end ? none : (worth[option] as number) + (before[far] as number);
    if (value <= (most[option + 1] as number)) continue;
    most[option + 1] = value;
    last[option + 1] = option;
  }
  return { most, last };
}

function trace(chosen: readonly Int32Array[], day: Int16Array, count: number, leastDays: number): readonly number[] {
  const options: number[] = [];
  let within = count;
  for (let at = chosen.length - 1; at >= 0; at -= 1) {
    const option = (chosen[at] as Int32Array)[within] as number;
    if (option < 0) continue;
    options.push(option);
    within = option;
    while (within > 0 && (day[option] as number) - (day[within - 1] as number) < leastDays) within -= 1;
  }
  return options;
}
