import { britishDate } from '../time/british-date';
import { addDays, daysBetween, mondayOf, weekdayOf } from '../time/calendar-date';
import { overlaps } from '../time/interval';
import type { MeetingPlan } from './plan-schema';
import type { MeetingProblem, NetworkProblem } from './problem';

type Planned = MeetingPlan['meetings'][number];
type Member = NetworkProblem['members'][number];

export interface When {
  readonly date: string;
  readonly from: string;
  readonly until: string;
}

/** A meeting as it would be at another time: who could be there, who is lost, and which rules it touches. */
export interface ByHand extends When {
  readonly present: string[];
  readonly absent: { readonly academy: string; readonly because: string }[];
  readonly representatives: { readonly academy: string; readonly email: string; readonly part: 'member' | 'deputy' }[];
  readonly touches: string[];
}

/** What else the people of a problem are asked for, around one meeting that is looked at. */
interface Around {
  readonly problem: MeetingProblem;
  readonly network: NetworkProblem;
  readonly busy: ReadonlyMap<string, readonly When[]>;
  readonly weekly: ReadonlyMap<
    string,
    readonly { readonly day: string; readonly from: string; readonly until: string }[]
  >;
  /** By address: the meetings and visits that count on somebody. */
  readonly asked: ReadonlyMap<string, readonly (When & { readonly name: string })[]>;
  /** Dates of the network's other meetings. */
  readonly others: readonly string[];
  readonly authorities: ReadonlyMap<string, MeetingProblem['academies'][number]>;
}

/**
 * The meeting at `index`, moved by hand: the other meetings stay, with whom the plan counts on for them.
 *
 * @example moveByHand(problem, plan.meetings, 3)?.({ date: '2027-03-09', from: '15:45', until: '16:45' }).touches
 */
export function moveByHand(
  problem: MeetingProblem,
  meetings: readonly Planned[],
  index: number,
): ((when: When) => ByHand) | undefined {
  const meeting = meetings[index];
  const network = problem.networks.find(({ key }) => key === meeting?.network);
  if (meeting === undefined || network === undefined) return undefined;
  const around = aroundOf(
    problem,
    network,
    meetings.filter((_, at) => at !== index),
  );
  return (when) => meetingAt(around, when);
}

function aroundOf(problem: MeetingProblem, network: NetworkProblem, meetings: readonly Planned[]): Around {
  const asked = new Map<string, (When & { name: string })[]>();
  const ask = (email: string, what: When & { name: string }) =>
    void asked.set(email, [...(asked.get(email) ?? []), what]);
  const names = new Map(problem.networks.map(({ key, name }) => [key, name]));
  for (const { network: key, date, from, until, representatives = [] } of [...meetings, ...problem.standing])
    for (const { email } of representatives)
      ask(email.toLowerCase(), { date, from, until, name: names.get(key) ?? 'another meeting' });
  for (const { on, from, until, people, name } of problem.visits ?? [])
    if (on !== undefined) for (const email of people) ask(email.toLowerCase(), { date: on, from, until, name });
  return {
    problem,
    network,
    busy: busyByDay(problem),
    weekly: grouped(problem.weekly ?? [], ({ email }) => email.toLowerCase()),
    asked,
    others: [...meetings, ...problem.standing].filter((one) => one.network === network.key).map(({ date }) => date),
    authorities: new Map(problem.academies.map((academy) => [academy.urn, academy])),
  };
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const known = found.get(keyOf(one));
    if (known === undefined) found.set(keyOf(one), [one]);
    else known.push(one);
  }
  return found;
}

/** Busy times by address and day; what spans several days is on each. */
function busyByDay({ busy }: MeetingProblem): ReadonlyMap<string, readonly When[]> {
  const found = new Map<string, When[]>();
  for (const one of busy)
    for (let date = one.from.slice(0, 10); `${date}T00:00` < one.until; date = addDays(date, 1)) {
      const key = `${one.email.toLowerCase()} ${date}`;
      const from = one.from.startsWith(date) ? one.from.slice(11) : '00:00';
      const until = one.until.startsWith(date) ? one.until.slice(11) : '24:00';
      const known = found.get(key);
      if (known === undefined) found.set(key, [{ date, from, until }]);
      else known.push({ date, from, until });
    }
  return found;
}

function meetingAt(around: Around, when: When): ByHand {
  const { network } = around;
  const ofAcademies = network.members.filter(({ academy }) => academy !== undefined);
  const byAcademy = grouped(ofAcademies, ({ academy }) => academy ?? '');
  const present: string[] = [];
  const absent: { academy: string; because: string }[] = [];
  const representatives: ByHand['representatives'] = [];
  for (const [academy, members] of byAcademy) {
    const closed = closedFor(around, academy, when);
    const found = closed === undefined ? whoCan(around, members, when) : { because: closed };
    if ('because' in found) absent.push({ academy, because: found.because });
    else {
      present.push(academy);
      representatives.push({ academy, email: found.who.email, part: found.who.part ?? 'member' });
    }
  }
  return { ...when, present, absent, representatives, touches: touchedBy(around, when) };
}

function whoCan(
  around: Around,
  members: readonly Member[],
  when: When,
): { readonly who: Member } | { readonly because: string } {
  const inOrder = [...members].sort((one, other) => Number(one.part === 'deputy') - Number(other.part === 'deputy'));
  const reasons: string[] = [];
  for (const who of inOrder) {
    const because = whyNot(around, who.email.toLowerCase(), when);
    if (because === undefined) return { who };
    reasons.push(`${who.who.name} ${because}`);
  }
  return { because: `${reasons.join('; ')}.` };
}

/** What keeps somebody away; undefined when nothing does. */
function whyNot({ problem, busy, weekly, asked }: Around, email: string, when: When): string | undefined {
  const appointment = busy.get(`${email} ${when.date}`)?.find((one) => overlaps(one, when));
  if (appointment !== undefined)
    return appointment.from === '00:00' && appointment.until === '24:00'
      ? 'is away all day'
      : `has another appointment, ${appointment.from} to ${appointment.until}`;
  const lesson = weekly.get(email)?.find((one) => one.day === weekdayOf(when.date) && overlaps(one, when));
  if (lesson !== undefined) return `cannot be released, ${lesson.from} to ${lesson.until}`;
  const others = asked.get(email) ?? [];
  const same = others.find((one) => one.date === when.date && overlaps(one, when));
  if (same !== undefined) return `is at ${same.name}`;
  const week = others.filter((one) => mondayOf(one.date) === mondayOf(when.date));
  return week.length < problem.releasesInWeek
    ? undefined
    : `is released that week for ${week[0]?.name ?? 'another meeting'}`;
}

function closedFor({ problem, authorities }: Around, urn: string, { date, from, until }: When): string | undefined {
  const academy = authorities.get(urn);
  const scopes = new Set(['trust', urn, academy?.localAuthority.toLowerCase()]);
  const closure = problem.closed.find(
    (one) => one.from <= date && date <= one.until && scopes.has(one.scope.toLowerCase()),
  );
  if (closure !== undefined) return `It is closed: ${closure.label}.`;
  if (academy?.dayFrom !== undefined && from < academy.dayFrom) return `Its day begins at ${academy.dayFrom}.`;
  if (academy?.twilightUntil !== undefined && until > academy.twilightUntil)
    return `Its twilight meetings end by ${academy.twilightUntil}.`;
  return undefined;
}

/** Rules that a date by hand may break, each in a sentence. */
function touchedBy(around: Around, when: When): string[] {
  const { network, problem, others } = around;
  const { date, from, until } = when;
  const day = weekdayOf(date);
  const days: readonly string[] = network.days.length > 0 ? network.days : workingDays;
  const nearest = others.find((other) => Math.abs(daysBetween(other, date)) < problem.daysBetween);
  const lead = network.leadEmail === undefined ? undefined : whyNot(around, network.leadEmail.toLowerCase(), when);
  return [
    ...(date < problem.from || problem.until < date ? ['It lies outside what is planned.'] : []),
    ...(days.includes(day) ? [] : [`It is a ${day}; this network meets on ${days.join(', ')}.`]),
    ...(windowsOf(network).some((window) => window.from <= from && until <= window.until)
      ? []
      : ['It lies outside the windows of this network.']),
    ...(nearest === undefined
      ? []
      : [
          `It is ${Math.abs(daysBetween(nearest, date))} days from the meeting of ${britishDate(nearest)}; ${problem.daysBetween} are asked for.`,
        ]),
    ...(lead === undefined ? [] : [`${network.lead.name}, who leads it, ${lead}.`]),
  ];
}

const workingDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

function windowsOf({ windows }: NetworkProblem): readonly { readonly from: string; readonly until: string }[] {
  return windows.length > 0 ? windows : [{ from: '09:00', until: '17:00' }];
}
