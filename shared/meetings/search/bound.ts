import type { Group } from '../instance/group';
import type { Instance } from '../instance/instance';
import { bestDates } from './best-dates';

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
    const { value, options } = bestDates(items, group, worth, this.instance.leastDays);
    for (const option of options) this.worthOf(group, option, true);
    return value;
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
