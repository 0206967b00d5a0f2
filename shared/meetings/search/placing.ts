import { pointsOf } from '../goals';
import type { Group, Item } from '../instance/group';
import type { Instance } from '../instance/instance';
import { Timetable } from './timetable';
import { WeekMatch } from './week-match';

const forPlace = pointsOf['places not represented'];
const forDeputy = pointsOf['deputies instead of members'];
const forMinute = pointsOf['minutes above directed time'];

/** Puts meetings on dates and takes them away, and keeps who sits where as good as can be in every week. */
export class Placing {
  readonly instance: Instance;
  readonly table: Timetable;
  /** What dates cost whoever comes: no date at all, wishes, moves. */
  fixed = 0;
  private readonly match: WeekMatch;
  /** By circle: when it was last looked at. */
  private readonly seen: Int32Array;
  private look = 0;

  constructor(instance: Instance) {
    this.instance = instance;
    this.table = new Timetable(instance);
    this.match = new WeekMatch(instance, this.table);
    this.seen = new Int32Array(instance.people.circles);
    for (const item of instance.items) this.fixed += this.withoutDate(item.number);
  }

  get cost(): number {
    return this.instance.places * forPlace - this.table.worth + this.fixed;
  }

  /** What an item costs while it has no date, beside its places. */
  withoutDate(item: number): number {
    const { kind } = this.table.groupOf(item);
    const { stays } = this.instance.items[item] as Item;
    const moved = stays >= 0 ? this.instance.placesForAMove * forPlace : 0;
    return moved + pointsOf[kind === 'visit' ? 'visits without a date' : 'meetings without a date'];
  }

  /** What a date costs, whoever comes. */
  dateCost(item: number, option: number): number {
    const { options, kind } = this.table.groupOf(item);
    const { evenly, stays } = this.instance.items[item] as Item;
    const off = evenly < 0 ? 0 : Math.abs((options.day[option] as number) - evenly);
    const leadAway = kind === 'network' && options.dutyFree[option] === 0 ? pointsOf['meetings without their lead'] : 0;
    const moved = stays >= 0 && stays !== option ? this.instance.placesForAMove * forPlace : 0;
    return (
      pointsOf['days and windows not preferred'] * (options.unwished[option] as number) +
      pointsOf['days off an even spread'] * off +
      leadAway +
      moved
    );
  }

  put(item: number, option: number): void {
    const { table } = this;
    const group = table.groupOf(item);
    this.fixed += this.dateCost(item, option) - this.withoutDate(item);
    table.put(item, option);
    const week = table.weekOf(item, option);
    this.matchDuties(group, week);
    for (let at = 0; at < group.academies.length; at += 1) {
      if (table.seatOf(item, at) >= 0 || !this.isAble(group, option, at)) continue;
      if (!this.seatBest(item, group, option, at, week)) this.match.assign(group.circles[at] as number, week);
    }
  }

  private isAble({ options, academies }: Group, option: number, at: number): boolean {
    return options.able[option * academies.length + at] !== 0;
  }

  /** Those who lead or visit cannot sit elsewhere as they did: their circles are looked at anew. */
  private matchDuties({ duties }: Group, week: number): void {
    for (const person of duties) {
      const circle = this.instance.people.circle[person] as number;
      if (circle >= 0) this.match.assign(circle, week);
    }
  }

  /** Seats the best candidate where he is free: nothing can then be better for this week. */
  private seatBest(item: number, { options, academies }: Group, option: number, at: number, week: number): boolean {
    const { table } = this;
    let best = -1;
    let most = 0;
    for (let mask = options.able[option * academies.length + at] as number; mask !== 0; mask &= mask - 1) {
      const candidate = 31 - Math.clz32(mask & -mask);
      const value = table.valueOf(item, at, candidate);
      if (value <= most) continue;
      most = value;
      best = candidate;
    }
    if (best < 0 || !table.isFree(item, at, best, week)) return false;
    table.seat(item, at, best);
    return true;
  }

  take(item: number): void {
    const { table } = this;
    const option = table.optionOf(item);
    if (option < 0) return;
    const group = table.groupOf(item);
    const week = table.weekOf(item, option);
    this.fixed += this.withoutDate(item) - this.dateCost(item, option);
    this.look += 1;
    const freed: number[] = [];
    for (let at = 0; at < group.academies.length; at += 1) {
      const circle = group.circles[at] as number;
      if (table.unseat(item, at) < 0 || this.seen[circle] === this.look) continue;
      this.seen[circle] = this.look;
      freed.push(circle);
    }
    table.take(item);
    this.matchDuties(group, week);
    for (const circle of freed) if (this.couldGain(circle, week)) this.match.assign(circle, week);
  }

  /** Whether some place of a circle is not taken by its first choice. */
  private couldGain(circle: number, week: number): boolean {
    const { groups, placesOfCircle } = this.instance;
    for (const item of this.table.inWeek(week)) {
      const group = this.table.groupOf(item);
      const option = this.table.optionOf(item);
      for (const at of placesOfCircle[circle * groups.length + group.number] ?? []) {
        const mask = group.options.able[option * group.academies.length + at] as number;
        const seat = this.table.seatOf(item, at);
        if (mask !== 0 && (seat < 0 || (mask & -mask) !== 1 << seat)) return true;
      }
    }
    return false;
  }

  /** What an item would bring on an option: its places, less what others would lose. Almost exact, and quick. */
  gain(item: number, option: number): number {
    const { table } = this;
    const group = table.groupOf(item);
    const week = table.weekOf(item, option);
    const { circles, options, academies } = group;
    const count = academies.length;
    let sum = 0;
    this.look += 1;
    for (let at = 0; at < count; at += 1) {
      if (options.able[option * count + at] === 0) continue;
      const circle = circles[at] as number;
      if (this.seen[circle] === this.look) continue;
      const one = this.firstFree(item, group, option, at, week);
      if (one >= 0) {
        sum += this.worthOf(group, option, at, one);
        continue;
      }
      this.seen[circle] = this.look;
      sum += this.match.gain(circle, week, item, option);
    }
    return sum;
  }

  /** The first candidate of a place who could come and has nothing else in this week; -1 where others must give way. */
  private firstFree(item: number, group: Group, option: number, at: number, week: number): number {
    const { table, instance } = this;
    const { start, candidates, options, academies } = group;
    const { weeks } = instance.days;
    for (let mask = options.able[option * academies.length + at] as number; mask !== 0; mask &= mask - 1) {
      const one = (start[at] as number) + 31 - Math.clz32(mask & -mask);
      const person = candidates[one] as number;
      const cell = person * weeks + week;
      if (table.taken[cell] === 0 && instance.releases[cell] !== 0) return one;
      if (table.isFreeAt(person, item, option, week)) return one;
    }
    return -1;
  }

  private worthOf(group: Group, option: number, at: number, one: number): number {
    const person = group.candidates[one] as number;
    const over = this.table.minutesOverAt(person, group, at, option);
    return forPlace - (group.isDeputy[one] === 1 ? forDeputy : 0) - forMinute * over;
  }
}
