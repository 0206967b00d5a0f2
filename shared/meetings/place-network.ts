import { daysBetween, mondayOf } from '../time/calendar-date';
import { chooseDates, type DateOption } from './choose-dates';
import type { Placed } from './placed';
import type { NetworkProblem } from './problem';
import { releasesLeft } from './rules/few-releases-in-a-week';
import { farEnough } from './rules/meetings-keep-their-distance';
import { collides, shareSomebody } from './rules/nobody-in-two-places';
import type { Slot } from './slots';

/** A network with all that is known of it before anything is placed. */
export interface NetworkToPlace {
  readonly network: NetworkProblem;
  readonly people: ReadonlySet<string>;
  /** Meetings still to be planned. */
  readonly times: number;
  readonly slots: readonly Slot[];
}

export interface Rules {
  readonly from: string;
  readonly until: string;
  readonly daysBetween: number;
  readonly releasesInWeek: number;
}

/** Represented academies count before everything else, then that the meeting is held, then who leads it, then its date. */
const forEachAcademy = 1_000_000;
const forMeeting = 1_000;
const forLead = 200;
const forEvenSpread = 99;

export function worthOf(slots: readonly Slot[]): number {
  return slots.reduce((sum, slot) => sum + worthOfSlot(slot), 0);
}

function worthOfSlot({ present, leadFree }: Slot): number {
  return present.length * forEachAcademy + forMeeting + (leadFree ? forLead : 0);
}

/**
 * The best meetings of one network while all others stay where they are: exact for this network, as the best slot of
 * each day is known and the days are chosen together.
 */
export function placeNetwork(
  { network, people, times, slots }: NetworkToPlace,
  others: readonly Placed[],
  rules: Rules,
): readonly Slot[] {
  const near = neighbours(others, people);
  const own = others.filter((other) => other.network === network.key);
  const best = bestOfEachDay(slots, near.byDate, own, rules);
  const options = best.map((slot) => optionFor(slot, near.byWeek, people, times, rules));
  return chooseDates(options, times, rules.daysBetween).flatMap((index) => best[index] ?? []);
}

interface Neighbours {
  readonly byDate: ReadonlyMap<string, readonly Placed[]>;
  readonly byWeek: ReadonlyMap<string, readonly Placed[]>;
}

function neighbours(others: readonly Placed[], people: ReadonlySet<string>): Neighbours {
  const byDate = new Map<string, Placed[]>();
  const byWeek = new Map<string, Placed[]>();
  for (const other of others) {
    if (!shareSomebody(other.people, people)) continue;
    add(byDate, other.date, other);
    add(byWeek, mondayOf(other.date), other);
  }
  return { byDate, byWeek };
}

function add(map: Map<string, Placed[]>, key: string, placed: Placed): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [placed]);
  else known.push(placed);
}

function bestOfEachDay(
  slots: readonly Slot[],
  byDate: ReadonlyMap<string, readonly Placed[]>,
  own: readonly Placed[],
  rules: Rules,
): readonly Slot[] {
  const best = new Map<string, Slot>();
  for (const slot of slots) {
    const known = best.get(slot.date);
    if (known !== undefined && worthOfSlot(known) >= worthOfSlot(slot)) continue;
    if ((byDate.get(slot.date) ?? []).some((other) => collides(slot, other))) continue;
    if (own.some(({ date }) => !farEnough(date, slot.date, rules.daysBetween))) continue;
    best.set(slot.date, slot);
  }
  return [...best.values()];
}

function optionFor(
  slot: Slot,
  byWeek: ReadonlyMap<string, readonly Placed[]>,
  people: ReadonlySet<string>,
  times: number,
  rules: Rules,
): DateOption {
  const week = mondayOf(slot.date);
  const days = daysBetween(rules.from, rules.until) + 1;
  const day = daysBetween(rules.from, slot.date);
  return {
    date: slot.date,
    week,
    leftInWeek: releasesLeft(people, byWeek.get(week) ?? [], rules.releasesInWeek),
    worth: (number) => {
      const wished = ((number + 0.5) * days) / times;
      return worthOfSlot(slot) + forEvenSpread * (1 - Math.abs(day - wished) / days);
    },
  };
}
