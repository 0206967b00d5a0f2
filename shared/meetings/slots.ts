import type { Placed } from './placed';
import type { MeetingProblem, NetworkProblem } from './problem';
import { closureOf, closureOfTrust } from './rules/closed-academies-count-out';
import { datesFor, timesFor } from './rules/days-and-windows';

export interface Absence {
  readonly academy: string;
  readonly because: string;
}

/** A conceivable date and time of a network's meeting, with who could be there. */
export interface Slot extends Placed {
  readonly present: readonly string[];
  readonly absent: readonly Absence[];
  /** Whether nothing is known to keep the lead away. */
  readonly leadFree: boolean;
}

type Member = NetworkProblem['members'][number];
type Busy = MeetingProblem['busy'][number];

/** Looks up what the slots of all networks ask for again and again. */
export interface Lookup {
  readonly problem: MeetingProblem;
  readonly academies: ReadonlyMap<string, MeetingProblem['academies'][number]>;
  readonly busy: ReadonlyMap<string, readonly Busy[]>;
}

export function lookupOf(problem: MeetingProblem): Lookup {
  const busy = new Map<string, Busy[]>();
  for (const one of problem.busy) {
    const email = one.email.toLowerCase();
    const known = busy.get(email);
    if (known === undefined) busy.set(email, [one]);
    else known.push(one);
  }
  return { problem, academies: new Map(problem.academies.map((academy) => [academy.urn, academy])), busy };
}

/** The members of a network by academy; those of the central team stand for no academy. */
export function membersByAcademy(network: NetworkProblem): ReadonlyMap<string, readonly Member[]> {
  const byAcademy = new Map<string, Member[]>();
  for (const member of network.members) {
    if (member.academy === undefined) continue;
    byAcademy.set(member.academy, [...(byAcademy.get(member.academy) ?? []), member]);
  }
  return byAcademy;
}

/** All conceivable slots of a network, by date. Slots at which no academy could be represented are left out. */
export function slotsOf(lookup: Lookup, network: NetworkProblem, people: ReadonlySet<string>): readonly Slot[] {
  const byAcademy = membersByAcademy(network);
  const times = timesFor(network);
  return datesFor(network, lookup.problem)
    .filter((date) => closureOfTrust(lookup.problem, date) === undefined)
    .flatMap((date) => {
      const open = openAcademies(lookup, byAcademy, date);
      return times.map((time) => slotAt(lookup, network, byAcademy, open, { date, ...time, people }));
    })
    .filter(({ present }) => present.length > 0 || byAcademy.size === 0);
}

type Where = Omit<Placed, 'network'>;

/** Per academy: what closes it on this day, or nothing. */
function openAcademies(
  { problem, academies }: Lookup,
  byAcademy: ReadonlyMap<string, readonly Member[]>,
  date: string,
): ReadonlyMap<string, string | undefined> {
  return new Map(
    [...byAcademy.keys()].map((urn) => [urn, closureOf(problem, academies.get(urn), urn, date)?.label] as const),
  );
}

function slotAt(
  lookup: Lookup,
  network: NetworkProblem,
  byAcademy: ReadonlyMap<string, readonly Member[]>,
  closures: ReadonlyMap<string, string | undefined>,
  where: Where,
): Slot {
  const present: string[] = [];
  const absent: Absence[] = [];
  for (const [academy, members] of byAcademy) {
    const closure = closures.get(academy);
    const because = closure === undefined ? whyNobody(lookup, members, where) : `It is closed: ${closure}.`;
    if (because === undefined) present.push(academy);
    else absent.push({ academy, because });
  }
  const leads = network.members.filter(({ who }) => who.id === network.lead.id);
  const leadFree = leads.every(({ email }) => busyTime(lookup, email, where) === undefined);
  return { network: network.key, ...where, present, absent, leadFree };
}

/** Why none of an academy's members can come; undefined when somebody can. */
function whyNobody(lookup: Lookup, members: readonly Member[], where: Where): string | undefined {
  const reasons: string[] = [];
  for (const { who, email } of members) {
    const busy = busyTime(lookup, email, where);
    if (busy === undefined) return undefined;
    reasons.push(`${who.name} has another appointment, ${clock(busy, where.date)}`);
  }
  return `${reasons.join('; ')}.`;
}

function busyTime({ busy }: Lookup, email: string, { date, from, until }: Where): Busy | undefined {
  const start = `${date}T${from}`;
  const end = `${date}T${until}`;
  return busy.get(email.toLowerCase())?.find((one) => one.from < end && start < one.until);
}

/** The hours of an appointment on this day, without its title. */
function clock(busy: Busy, date: string): string {
  const from = busy.from.startsWith(date) ? busy.from.slice(11) : '00:00';
  const until = busy.until.startsWith(date) ? busy.until.slice(11) : '24:00';
  return from === '00:00' && until === '24:00' ? 'all day' : `${from} to ${until}`;
}
