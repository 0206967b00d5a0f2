import { britishDate } from '../time/british-date';
import { daysBetween, weekdayOf, weekdays } from '../time/calendar-date';
import { grouped } from './grouped';
import { travelMinutes } from './instance/travel';
import type { MeetingPlan } from './plan-schema';
import type { MeetingProblem, NetworkProblem } from './problem';
import { standingOf } from './rules/standing-meetings-stay';
import { leadAddress } from './rules/who-leads';
import { type Diaries, diariesOf, type Taken, type When, whyBusy, whyNot } from './why-not';

type Planned = MeetingPlan['meetings'][number];
type Member = NetworkProblem['members'][number];

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
  readonly diaries: Diaries;
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

/**
 * Why nobody may put a meeting of a plan on this day, however much it is wanted; undefined where it may lie there.
 * `from` and `until` are the first and last day of what is planned, where that was said.
 *
 * @example whyNotOn('2020-12-01', { from: '2027-03-01' }, '2027-02-26') // '1 December 2020 is over. Choose a day to come.'
 */
export function whyNotOn(
  date: string,
  { from, until }: { readonly from?: string | undefined; readonly until?: string | undefined },
  today: string,
): string | undefined {
  if (date < today) return `${britishDate(date)} is over. Choose a day to come.`;
  if (from !== undefined && date < from)
    return `${britishDate(date)} lies before what is planned, which begins on ${britishDate(from)}.`;
  if (until !== undefined && until < date)
    return `${britishDate(date)} lies after what is planned, which ends on ${britishDate(until)}.`;
  const day: string = weekdayOf(date);
  if (workingDays.includes(day)) return undefined;
  return `${britishDate(date)} is a ${day}. Choose a day from Monday to Friday.`;
}

function aroundOf(problem: MeetingProblem, network: NetworkProblem, meetings: readonly Planned[]): Around {
  return {
    problem,
    network,
    diaries: diariesAround(problem, meetings),
    others: [...meetings, ...problem.standing].filter((one) => one.network === network.key).map(({ date }) => date),
    authorities: new Map(problem.academies.map((academy) => [academy.urn, academy])),
  };
}

/** Who is asked for what besides: whoever represents an academy or leads, and everybody of what stands. */
function diariesAround(problem: MeetingProblem, meetings: readonly Planned[]): Diaries {
  const taken = new Map<string, Taken[]>();
  const bare = diariesOf(problem, taken, longestWayOf(problem));
  const networks = new Map(problem.networks.map((one) => [one.key, one]));
  const take = (email: string, { name, date, from, until, inPerson }: Taken) =>
    void taken.set(email, [...(taken.get(email) ?? []), { name, date, from, until, inPerson }]);
  for (const one of standingOf(problem)) for (const email of one.people) take(email, one);
  for (const { network: key, representatives = [], ...when } of meetings) {
    const network = networks.get(key);
    const lead = network === undefined ? '' : leadAddress(network);
    const leads = network !== undefined && whyBusy(bare, lead, when) === undefined ? [lead] : [];
    const what = { ...when, name: network?.name ?? 'another meeting', inPerson: network?.where !== 'in Teams' };
    for (const email of new Set([...leads, ...representatives.map(({ email }) => email.toLowerCase())]))
      take(email, what);
  }
  return bare;
}

function longestWayOf(problem: MeetingProblem): number {
  const academyAt = new Map(problem.academies.map(({ urn }, at) => [urn, at]));
  return travelMinutes(problem, academyAt).reduce((most, minutes) => Math.max(most, minutes), 0);
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
      representatives.push({ academy, email: found.who.email, part: partOf(found.who, network) });
    }
  }
  return { ...when, present, absent, representatives, touches: touchedBy(around, when) };
}

/** Whoever leads stands for her academy as a member. */
function partOf({ email, part = 'member' }: Member, network: NetworkProblem): 'member' | 'deputy' {
  return email.toLowerCase() === leadAddress(network) ? 'member' : part;
}

function whoCan(
  around: Around,
  members: readonly Member[],
  when: When,
): { readonly who: Member } | { readonly because: string } {
  const lead = leadAddress(around.network);
  const rank = ({ email, part }: Member) => (email.toLowerCase() === lead ? -1 : Number(part === 'deputy'));
  const inOrder = [...members].sort((one, other) => rank(one) - rank(other));
  const meeting = { ...when, inPerson: around.network.where !== 'in Teams' };
  const reasons: string[] = [];
  for (const who of inOrder) {
    const because = whyNot(around.diaries, who.email.toLowerCase(), meeting);
    if (because === undefined) return { who };
    reasons.push(`${who.who.name} ${because}`);
  }
  return { because: `${reasons.join('; ')}.` };
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
  const lead = whyNot(around.diaries, leadAddress(network), { ...when, inPerson: network.where !== 'in Teams' });
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

const workingDays: readonly string[] = weekdays;

function windowsOf({ windows }: NetworkProblem): readonly { readonly from: string; readonly until: string }[] {
  return windows.length > 0 ? windows : [{ from: '09:00', until: '17:00' }];
}
