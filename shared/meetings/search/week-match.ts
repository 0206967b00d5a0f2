import type { Instance } from '../instance/instance';
import type { Timetable } from './timetable';

/** Beyond so many steps the best found so far is taken: weeks of ordinary size need a few dozen. */
const mostSteps = 4000;

/**
 * Who stands for the academies of one circle in one week: the exact answer to which of its people goes where, found by
 * trying them in order and giving up what cannot beat the best.
 */
export class WeekMatch {
  private readonly instance: Instance;
  private readonly table: Timetable;
  private readonly item: number[] = [];
  private readonly place: number[] = [];
  private readonly able: number[] = [];
  /** By entry: the most that this one and all after it can bring. */
  private readonly rest: number[] = [];
  private readonly chosen: number[] = [];
  private readonly best: number[] = [];
  /** By person: entries that could use him. */
  private readonly wanted: Int16Array;
  private bestValue = 0;
  private steps = 0;
  private week = 0;

  constructor(instance: Instance, table: Timetable) {
    this.instance = instance;
    this.table = table;
    this.wanted = new Int16Array(instance.people.emails.length);
  }

  /** Frees everybody of the circle in this week and gives them their places anew. */
  assign(circle: number, week: number): void {
    this.gather(circle, week);
    this.free();
    this.solve(week);
    for (let entry = 0; entry < this.item.length; entry += 1)
      this.table.seat(this.item[entry] as number, this.place[entry] as number, this.best[entry] as number);
  }

  /** What the week would be worth with one more meeting, less what it is worth now. */
  gain(circle: number, week: number, item: number, option: number): number {
    this.gather(circle, week);
    const kept = this.free();
    const before = kept.reduce(
      (sum, candidate, entry) => sum + (candidate < 0 ? 0 : this.valueOf(entry, candidate)),
      0,
    );
    const entries = this.item.length;
    this.table.suppose(item, option);
    this.add(circle, item, option);
    this.solve(week);
    const after = this.bestValue;
    this.table.suppose(item, -1);
    this.item.length = entries;
    this.place.length = entries;
    for (let entry = 0; entry < entries; entry += 1)
      this.table.seat(this.item[entry] as number, this.place[entry] as number, kept[entry] as number);
    return after - before;
  }

  private gather(circle: number, week: number): void {
    this.item.length = 0;
    this.place.length = 0;
    this.able.length = 0;
    for (const other of this.table.inWeek(week)) this.add(circle, other, this.table.optionOf(other));
  }

  private add(circle: number, item: number, option: number): void {
    const { groups, placesOfCircle, items } = this.instance;
    const group = (items[item] as { group: number }).group;
    const { options, academies } = groups[group] as (typeof groups)[number];
    for (const at of placesOfCircle[circle * groups.length + group] ?? []) {
      this.item.push(item);
      this.place.push(at);
      this.able.push(options.able[option * academies.length + at] as number);
    }
  }

  private free(): number[] {
    const kept: number[] = [];
    for (let entry = 0; entry < this.item.length; entry += 1)
      kept.push(this.table.unseat(this.item[entry] as number, this.place[entry] as number));
    return kept;
  }

  private solve(week: number): void {
    const { length } = this.item;
    this.week = week;
    this.steps = 0;
    this.bestValue = -1;
    this.rest.length = length + 1;
    this.rest[length] = 0;
    for (let entry = 0; entry < length; entry += 1) this.countWanted(entry, 1);
    for (let entry = length - 1; entry >= 0; entry -= 1) {
      let most = 0;
      for (let mask = this.able[entry] as number; mask !== 0; mask &= mask - 1)
        most = Math.max(most, this.valueOf(entry, 31 - Math.clz32(mask & -mask)));
      this.rest[entry] = (this.rest[entry + 1] as number) + most;
    }
    this.best.length = 0;
    this.go(0, 0);
    for (let entry = 0; entry < length; entry += 1) this.countWanted(entry, -1);
  }

  private countWanted(entry: number, by: number): void {
    for (let mask = this.able[entry] as number; mask !== 0; mask &= mask - 1) {
      const person = this.personOf(entry, 31 - Math.clz32(mask & -mask));
      this.wanted[person] = (this.wanted[person] as number) + by;
    }
  }

  private personOf(entry: number, candidate: number): number {
    return this.table.personAt(this.item[entry] as number, this.place[entry] as number, candidate);
  }

  private valueOf(entry: number, candidate: number): number {
    return this.table.valueOf(this.item[entry] as number, this.place[entry] as number, candidate);
  }

  private go(entry: number, value: number): void {
    this.steps += 1;
    if (value + (this.rest[entry] as number) <= this.bestValue) return;
    if (entry === this.item.length) {
      this.bestValue = value;
      for (let at = 0; at < entry; at += 1) this.best[at] = this.chosen[at] as number;
      return;
    }
    if (this.steps > mostSteps && this.bestValue >= 0) return;
    const most = (this.rest[entry] as number) - (this.rest[entry + 1] as number);
    for (let mask = this.able[entry] as number; mask !== 0; mask &= mask - 1) {
      const candidate = 31 - Math.clz32(mask & -mask);
      const worth = this.valueOf(entry, candidate);
      if (!this.isFree(entry, candidate)) continue;
      this.chosen[entry] = candidate;
      this.table.seat(this.item[entry] as number, this.place[entry] as number, candidate);
      this.go(entry + 1, value + worth);
      this.table.unseat(this.item[entry] as number, this.place[entry] as number);
      // Nobody else wants the best: whatever follows, there is no better choice.
      if (worth === most && this.wanted[this.personOf(entry, candidate)] === 1) return;
    }
    this.chosen[entry] = -1;
    this.go(entry + 1, value);
  }

  private isFree(entry: number, candidate: number): boolean {
    return this.table.isFree(this.item[entry] as number, this.place[entry] as number, candidate, this.week);
  }
}
