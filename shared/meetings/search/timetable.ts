import { pointsOf } from '../goals';
import type { Group, Item } from '../instance/group';
import type { Instance } from '../instance/instance';

const place = pointsOf['places not represented'];
const deputy = pointsOf['deputies instead of members'];
const overMinute = pointsOf['minutes above directed time'];

/**
 * What is placed and who sits where, in plain arrays, and what that is worth. It keeps the counts true at every change;
 * the rules that join several meetings are asked of it.
 */
export class Timetable {
  readonly instance: Instance;
  /** Worth of all places taken, less what they cost. */
  worth = 0;
  /** Places taken. */
  seated = 0;
  private readonly items: readonly Item[];
  private readonly groups: readonly Group[];
  private readonly weeks: number;
  private readonly option: Int32Array;
  private readonly seats: Int8Array;
  private readonly weekItems: number[][];
  /** By person and week: releases taken, and those of them for meetings that they lead or visits. */
  readonly taken: Int16Array;
  private readonly duty: Int16Array;
  private readonly minutes: Int32Array;

  constructor(instance: Instance) {
    this.instance = instance;
    this.items = instance.items;
    this.groups = instance.groups;
    this.weeks = instance.days.weeks;
    this.option = new Int32Array(instance.items.length).fill(-1);
    this.seats = new Int8Array(instance.places).fill(-1);
    this.weekItems = Array.from({ length: this.weeks }, () => []);
    const people = instance.people.emails.length;
    this.taken = new Int16Array(people * this.weeks);
    this.duty = new Int16Array(people * this.weeks);
    this.minutes = new Int32Array(people);
  }

  optionOf(item: number): number {
    return this.option[item] as number;
  }

  inWeek(week: number): readonly number[] {
    return this.weekItems[week] as number[];
  }

  groupOf(item: number): Group {
    return this.groups[(this.items[item] as Item).group] as Group;
  }

  weekOf(item: number, option: number): number {
    return this.instance.days.week[this.groupOf(item).options.day[option] as number] as number;
  }

  personAt(item: number, at: number, candidate: number): number {
    const { start, candidates } = this.groupOf(item);
    return candidates[(start[at] as number) + candidate] as number;
  }

  seatOf(item: number, at: number): number {
    return this.seats[(this.items[item] as Item).places + at] as number;
  }

  /** As if the item lay there; with -1 as if it lay nowhere. Nothing is counted. */
  suppose(item: number, option: number): void {
    this.option[item] = option;
  }

  /** Puts an item on an option, with those who have to be there; nobody sits yet. */
  put(item: number, option: number): void {
    this.option[item] = option;
    const week = this.weekOf(item, option);
    (this.weekItems[week] as number[]).push(item);
    this.count(item, option, week, 1);
  }

  /** Takes an item away; nobody may sit at it any more. */
  take(item: number): void {
    const option = this.optionOf(item);
    const week = this.weekOf(item, option);
    const others = this.weekItems[week] as number[];
    others.splice(others.indexOf(item), 1);
    this.count(item, option, week, -1);
    this.option[item] = -1;
  }

  private count(item: number, option: number, week: number, by: number): void {
    const { duties, options } = this.groupOf(item);
    if (options.dutyFree[option] === 0) return;
    for (const person of duties) {
      const cell = person * this.weeks + week;
      this.taken[cell] = (this.taken[cell] as number) + by;
      this.duty[cell] = (this.duty[cell] as number) + by;
    }
  }

  /** What somebody at a place is worth: less for a deputy, and for minutes above what the calendar leaves. */
  valueOf(item: number, at: number, candidate: number): number {
    const { start, isDeputy } = this.groupOf(item);
    const one = (start[at] as number) + candidate;
    return place - (isDeputy[one] === 1 ? deputy : 0) - overMinute * this.minutesOver(item, at, candidate);
  }

  private minutesOver(item: number, at: number, candidate: number): number {
    const option = this.optionOf(item);
    return option < 0 ? 0 : this.minutesOverAt(this.personAt(item, at, candidate), this.groupOf(item), at, option);
  }

  /** Minutes that somebody would be asked for above what the calendar leaves, if he took this place as well. */
  minutesOverAt(person: number, group: Group, at: number, option: number): number {
    const allowance = this.instance.people.allowance[person] as number;
    if (allowance < 0) return 0;
    const before = this.minutes[person] as number;
    const after = before + this.minutesOutside(group, at, option);
    return Math.max(0, after - allowance) - Math.max(0, before - allowance);
  }

  private minutesOutside({ academies, options }: Group, at: number, option: number): number {
    return this.instance.hours.minutesOutside(
      academies[at] as number,
      options.from[option] as number,
      options.until[option] as number,
    );
  }

  seat(item: number, at: number, candidate: number): void {
    if (candidate < 0) return;
    this.worth += this.valueOf(item, at, candidate);
    this.seated += 1;
    this.seats[(this.items[item] as Item).places + at] = candidate;
    this.move(item, at, candidate, 1);
  }

  unseat(item: number, at: number): number {
    const candidate = this.seatOf(item, at);
    if (candidate < 0) return candidate;
    this.seats[(this.items[item] as Item).places + at] = -1;
    this.move(item, at, candidate, -1);
    this.worth -= this.valueOf(item, at, candidate);
    this.seated -= 1;
    return candidate;
  }

  private move(item: number, at: number, candidate: number, by: number): void {
    const person = this.personAt(item, at, candidate);
    if ((this.instance.people.allowance[person] as number) >= 0)
      this.minutes[person] =
        (this.minutes[person] as number) + by * this.minutesOutside(this.groupOf(item), at, this.optionOf(item));
    if (this.hasDuty(person, item, this.optionOf(item))) return;
    const cell = person * this.weeks + this.weekOf(item, this.optionOf(item));
    this.taken[cell] = (this.taken[cell] as number) + by;
  }

  /** Whether somebody is at a meeting anyhow. */
  hasDuty(person: number, item: number, option: number): boolean {
    const { duties, options } = this.groupOf(item);
    return options.dutyFree[option] === 1 && duties.includes(person);
  }

  /** Whether somebody can take a place beside all else that he does in this week. */
  isFree(item: number, at: number, candidate: number, week: number): boolean {
    const person = this.personAt(item, at, candidate);
    return this.isFreeAt(person, item, this.optionOf(item), week);
  }

  isFreeAt(person: number, item: number, option: number, week: number): boolean {
    return this.hasDuty(person, item, option) || this.canJoin(person, item, option, week);
  }

  /** Whether somebody who is not at a meeting yet can come to it beside all else. */
  canJoin(person: number, item: number, option: number, week: number): boolean {
    const cell = person * this.weeks + week;
    const taken = this.taken[cell] as number;
    if (taken >= (this.instance.releases[cell] as number)) return false;
    return taken === 0 || !this.isElsewhere(person, item, option, week);
  }

  /** Whether somebody sits, leads or visits at another meeting so near in time that he could not come to this one. */
  private isElsewhere(person: number, item: number, option: number, week: number): boolean {
    for (const other of this.inWeek(week)) {
      const otherOption = this.optionOf(other);
      if (!this.collide(item, option, other, otherOption)) continue;
      if (other !== item && this.hasDuty(person, other, otherOption)) return true;
      if (this.sitsAt(person, other)) return true;
    }
    return false;
  }

  private sitsAt(person: number, item: number): boolean {
    const { academies } = this.groupOf(item);
    for (let at = 0; at < academies.length; at += 1) {
      const candidate = this.seatOf(item, at);
      if (candidate >= 0 && this.personAt(item, at, candidate) === person) return true;
    }
    return false;
  }

  /** Whether nobody could be at both: they overlap, or the way between them is too long. */
  collide(item: number, option: number, other: number, otherOption: number): boolean {
    const [one, two] = [this.groupOf(item), this.groupOf(other)];
    if (one.options.day[option] !== two.options.day[otherOption]) return false;
    const way = this.wayBetween(one, two);
    return (
      (one.options.from[option] as number) < (two.options.until[otherOption] as number) + way &&
      (two.options.from[otherOption] as number) < (one.options.until[option] as number) + way
    );
  }

  /** The longest way that there can be; where hosts are not chosen yet, that between any two academies. */
  private wayBetween(one: Group, two: Group): number {
    if (!one.inPerson && !two.inPerson) return 0;
    const { travel, longestWay, academyAt } = this.instance;
    return one.host >= 0 && two.host >= 0 ? (travel[one.host * academyAt.size + two.host] as number) : longestWay;
  }

  /** Whether an item may be put on an option at all, whoever sits at it then. */
  mayPut(item: number, option: number): boolean {
    const group = this.groupOf(item);
    const week = this.weekOf(item, option);
    return this.keepsDistance(item, group, option) && this.dutiesFit(item, group, option, week);
  }

  private keepsDistance(item: number, group: Group, option: number): boolean {
    if (group.kind === 'visit') return true;
    const day = group.options.day[option] as number;
    // Items of one group follow each other.
    for (const step of [-1, 1])
      for (let other = item + step; this.items[other]?.group === group.number; other += step) {
        const otherOption = this.optionOf(other);
        if (otherOption < 0) continue;
        if (Math.abs((group.options.day[otherOption] as number) - day) < this.instance.leastDays) return false;
      }
    return true;
  }

  /** Those who have to be there are not at another duty then, nor released too often. */
  private dutiesFit(item: number, { duties, options }: Group, option: number, week: number): boolean {
    if (options.dutyFree[option] === 0) return true;
    for (const person of duties) {
      const cell = person * this.weeks + week;
      const led = this.duty[cell] as number;
      if (led >= (this.instance.releases[cell] as number)) return false;
      if (led === 0) continue;
      for (const other of this.inWeek(week)) {
        const otherOption = this.optionOf(other);
        if (this.hasDuty(person, other, otherOption) && this.collide(item, option, other, otherOption)) return false;
      }
    }
    return true;
  }
}
