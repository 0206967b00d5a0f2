import type { MeetingProblem, NetworkProblem } from '../../shared/meetings/problem';
import { eachDay, mondayOf, weekdayOf } from '../../shared/time/calendar-date';

/**
 * What a trust does without a planner, each meeting after the other, half-term by half-term: the first slot in which
 * half can come, or the order of Outlook's meeting finder as it is documented (by the share of attendees who are free,
 * then by time; nothing below half). Whatever is booked makes its people busy for the next. Neither knows deputies, the
 * distance between meetings or weekly releases, so what they book is counted by the rules afterwards: somebody who has
 * been released in a week is not released again. With deputies stepping in, an academy without a member who can come
 * sends its deputy, if that one is free and was not released either.
 */
interface Slot {
  readonly date: string;
  readonly from: string;
  readonly until: string;
}

type Choose = (slots: readonly Slot[], share: (slot: Slot) => number) => Slot | undefined;

const threshold = 0.5;

export function firstSlot(problem: MeetingProblem): number {
  return book(problem, (slots, share) => slots.find((slot) => share(slot) >= threshold), false);
}

export function finder(problem: MeetingProblem): number {
  return book(problem, mostFree, false);
}

export function withDeputies(problem: MeetingProblem): number {
  return book(problem, mostFree, true);
}

/** The first of those at which most are free. */
function mostFree(slots: readonly Slot[], share: (slot: Slot) => number): Slot | undefined {
  let best: Slot | undefined;
  let most = 0;
  for (const slot of slots) {
    const free = share(slot);
    if (free < threshold || free <= most) continue;
    most = free;
    best = slot;
  }
  return best;
}

type Member = NetworkProblem['members'][number];

function book(problem: MeetingProblem, choose: Choose, deputiesStepIn: boolean): number {
  const diary = new Diary(problem);
  let represented = 0;
  for (const { from, until } of problem.networks[0]?.spans ?? [])
    for (const network of problem.networks) {
      const named = network.members.filter(({ part }) => part !== 'deputy');
      const slots = slotsOf(network, from, until).filter(({ date }) => diary.isOpen('trust', date));
      const slot = choose(slots, (one) => named.filter((who) => diary.isFree(who, one)).length / named.length);
      if (slot === undefined) continue;
      represented += diary.attend(deputiesStepIn ? network.members : named, slot);
      for (const who of named) diary.take(who, slot);
    }
  return represented;
}

/** Who is busy when, and who has been released in which week. */
class Diary {
  private readonly taken: Set<string>;
  private readonly closed: ReadonlySet<string>;
  private readonly released = new Set<string>();

  constructor({ busy, closed }: MeetingProblem) {
    this.taken = new Set(busy.map(({ email, from }) => `${email} ${from}`));
    this.closed = new Set(
      closed.flatMap(({ scope, from, until }) => eachDay(from, until).map((date) => `${scope} ${date}`)),
    );
  }

  isOpen(scope: string, date: string): boolean {
    return !this.closed.has(`${scope} ${date}`);
  }

  isFree({ academy = '', email }: Member, { date, from }: Slot): boolean {
    return this.isOpen(academy, date) && !this.taken.has(`${email} ${date}T${from}`);
  }

  take({ email }: Member, { date, from }: Slot): void {
    this.taken.add(`${email} ${date}T${from}`);
  }

  /** How many academies somebody stands for, the first of each who is free and was not released in this week. */
  attend(members: readonly Member[], slot: Slot): number {
    const there = new Set<string>();
    const monday = mondayOf(slot.date);
    for (const who of members) {
      const week = `${who.email} ${monday}`;
      if (who.academy === undefined || there.has(who.academy) || this.released.has(week)) continue;
      if (!this.isFree(who, slot)) continue;
      there.add(who.academy);
      this.released.add(week);
      this.take(who, slot);
    }
    return there.size;
  }
}

/** All slots of a span, by time. */
function slotsOf({ days, windows }: NetworkProblem, from: string, until: string): readonly Slot[] {
  const sorted = [...windows].sort((one, other) => (one.from < other.from ? -1 : 1));
  return eachDay(from, until)
    .filter((date) => (days as readonly string[]).includes(weekdayOf(date)))
    .flatMap((date) => sorted.map((window) => ({ date, from: window.from, until: window.until })));
}
