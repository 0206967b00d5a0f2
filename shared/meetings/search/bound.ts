import type { Group, Item } from '../instance/group';
import type { Instance } from '../instance/instance';

const none = Number.NEGATIVE_INFINITY;
const noCell = -1;
const leadsCell = -2;

/**
 * A number of places that no plan can pass. Each person has a price in each week; with prices in place of the weekly
 * releases every network can choose its best dates for itself, exactly. Whatever the prices are, what comes out is a
 * bound; step by step they are set so that it falls.
 */
export class Bound {
  best = Number.POSITIVE_INFINITY;
  private readonly instance: Instance;
  private readonly price: Float64Array;
  private readonly used: Float64Array;
  private readonly worth: readonly Float64Array[];
  private pace = 1;
  private since = 0;

  constructor(instance: Instance) {
    this.instance = instance;
    const cells = instance.people.emails.length * instance.days.weeks;
    // Where nobody can be released any more the price is the whole place.
    this.price = Float64Array.from({ length: cells }, (_, cell) => (instance.releases[cell] === 0 ? 1 : 0));
    this.used = new Float64Array(cells);
    this.worth = instance.groups.map(({ options }) => new Float64Array(options.count));
    this.step(0);
  }

  /** As a whole number of places. */
  get places(): number {
    return Math.floor(this.best + 1e-6);
  }

  /** Sets the prices anew, knowing that so many places have been reached. */
  step(reached: number): void {
    const { releases } = this.instance;
    this.used.fill(0);
    let value = 0;
    for (let cell = 0; cell < this.price.length; cell += 1)
      if ((this.price[cell] as number) > 0) value += (this.price[cell] as number) * (releases[cell] as number);
    for (const group of this.instance.groups) if (group.kind === 'network') value += this.chooseDates(group);
    if (value < this.best - 0.01) this.since = 0;
    else this.since += 1;
    if (this.since > 8) {
      this.pace /= 1.5;
      this.since = 0;
    }
    this.best = Math.min(this.best, value);
    this.follow(value - reached);
  }

  private follow(gap: number): void {
    const { releases } = this.instance;
    let length = 0;
    for (let cell = 0; cell < this.used.length; cell += 1) {
      const left = (releases[cell] as number) - (this.used[cell] as number);
      if (left < 0 || (this.price[cell] as number) > 0) length += left * left;
    }
    if (length === 0 || gap <= 0) return;
    const stride = (this.pace * gap) / length;
    for (let cell = 0; cell < this.used.length; cell += 1) {
      const left = (releases[cell] as number) - (this.used[cell] as number);
      const price = this.price[cell] as number;
      if (left < 0 || price > 0) this.price[cell] = Math.min(1, Math.max(0, price - stride * left));
    }
  }

  /** The best dates of one network at these prices, and whom they use. */
  private chooseDates(group: Group): number {
    const worth = this.worth[group.number] as Float64Array;
    for (let option = 0; option < group.options.count; option += 1) worth[option] = this.worthOf(group, option, false);
    const items = this.instance.items.filter((item) => item.group === group.number);
    const parts = areApart(items) ? [items] : items.map((item) => [item]);
    let sum = 0;
    for (const part of parts) {
      const { value, options } = bestDates(part, group, worth, this.instance.leastDays);
      sum += value;
      for (const option of options) this.worthOf(group, option, true);
    }
    return sum;
  }

  /** What an option is worth at these prices: each place takes whoever is cheapest. */
  private worthOf(group: Group, option: number, uses: boolean): number {
    const { options, academies, duties } = group;
    const { weeks, week: weekOf } = this.instance.days;
    const week = weekOf[options.day[option] as number] as number;
    const lead = options.dutyFree[option] === 1 ? (duties[0] as number) : -1;
    const leads = lead * weeks + week;
    if (lead >= 0 && this.instance.releases[leads] === 0) return 0;
    let sum = lead >= 0 ? -(this.price[leads] as number) : 0;
    if (uses && lead >= 0) this.used[leads] = (this.used[leads] as number) + 1;
    for (let at = 0; at < academies.length; at += 1) {
      const cell = this.cheapest(group, option * academies.length + at, at, lead, week);
      if (cell === noCell) continue;
      sum += cell === leadsCell ? 1 : 1 - (this.price[cell] as number);
      if (uses && cell >= 0) this.used[cell] = (this.used[cell] as number) + 1;
    }
    return sum;
  }

  /** Person and week to take for a place; the lead is there anyway, and nobody is taken at a whole place's price. */
  private cheapest(
    { options, start, candidates }: Group,
    ableAt: number,
    at: number,
    lead: number,
    week: number,
  ): number {
    const { weeks } = this.instance.days;
    let least = 1;
    let cheapest = noCell;
    for (let mask = options.able[ableAt] as number; mask !== 0; mask &= mask - 1) {
      const person = candidates[(start[at] as number) + 31 - Math.clz32(mask & -mask)] as number;
      if (person === lead) return leadsCell;
      const price = this.price[person * weeks + week] as number;
      if (price >= least) continue;
      least = price;
      cheapest = person * weeks + week;
    }
    return cheapest;
  }
}

/** Whether the items follow each other in time, so that their distance can be asked for across spans too. */
function areApart(items: readonly Item[]): boolean {
  return items.every((item, at) => {
    const before = items[at - 1];
    return before === undefined || before.span === item.span || before.end <= item.first;
  });
}

/** The dates worth most together, in order and far enough apart: exact, by going through the options once for each. */
function bestDates(
  items: readonly Item[],
  { options }: Group,
  worth: Float64Array,
  leastDays: number,
): { readonly value: number; readonly options: readonly number[] } {
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
