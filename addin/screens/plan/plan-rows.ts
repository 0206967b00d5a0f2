import { idOf } from '../../../shared/meetings/locked';
import type { MeetingPlan } from '../../../shared/meetings/plan-schema';
import { type MeetingProblem, timesOf } from '../../../shared/meetings/problem';
import { slotInWords } from '../../../shared/meetings/slot-in-words';
import { britishDate } from '../../../shared/time/british-date';
import { weekdayOf } from '../../../shared/time/calendar-date';

export interface Missing {
  readonly academy: string;
  readonly because: string;
}

/** One meeting of a plan, in words. */
export interface PlanRow {
  readonly id: string;
  readonly network: string;
  readonly networkKey: string;
  readonly number: number;
  readonly date: string;
  readonly weekday: string;
  readonly from: string;
  readonly until: string;
  readonly where: string;
  readonly represented: number;
  readonly of: number;
  readonly missing: readonly Missing[];
  /** The next best slot and its price, in words; undefined where nobody is missing, or it is not known. */
  readonly next?: string | undefined;
  /** Academies for which a deputy comes, with the deputy. */
  readonly deputies: readonly string[];
  /** When and at whose academy it was before, in words; undefined where it stays. */
  readonly was?: string | undefined;
  /** Why it moved, where the planner moved it. */
  readonly because?: string | undefined;
}

/** A plan as rows in date order, with names for keys and URNs. */
export function planRows(plan: MeetingPlan, problem: MeetingProblem): readonly PlanRow[] {
  const academies = new Map(problem.academies.map(({ urn, name }) => [urn, name]));
  const nameOf = (urn: string): string => academies.get(urn) ?? urn;
  const networks = new Map(problem.networks.map((network) => [network.key, network]));
  const rows = plan.meetings.map((meeting): PlanRow => {
    const network = networks.get(meeting.network);
    return {
      id: idOf(meeting),
      network: network?.name ?? meeting.network,
      networkKey: meeting.network,
      number: meeting.number,
      date: meeting.date,
      weekday: weekdayOf(meeting.date),
      from: meeting.from,
      until: meeting.until,
      where: placeOf(meeting.host, network, nameOf),
      represented: meeting.present.length,
      of: meeting.present.length + meeting.absent.length,
      missing: meeting.absent.map(({ academy, because }) => ({ academy: nameOf(academy), because })),
      next: meeting.next === undefined ? undefined : slotInWords(meeting.next, nameOf),
      deputies: deputiesOf(meeting, network, nameOf),
      was: wasAt(meeting, problem, nameOf),
      because: meeting.moved?.because,
    };
  });
  return rows.sort((one, other) => (`${one.date}${one.from}` < `${other.date}${other.from}` ? -1 : 1));
}

type Planned = MeetingPlan['meetings'][number];
type Network = MeetingProblem['networks'][number] | undefined;

function placeOf(host: string | undefined, network: Network, nameOf: (urn: string) => string): string {
  if (host !== undefined) return nameOf(host);
  return network?.place ?? (network?.where === 'in Teams' ? 'In Teams' : 'Place to be agreed');
}

function deputiesOf({ representatives = [] }: Planned, network: Network, nameOf: (urn: string) => string) {
  const names = new Map((network?.members ?? []).map(({ email, who }) => [email.toLowerCase(), who.name]));
  return representatives
    .filter(({ part }) => part === 'deputy')
    .map(({ academy, email }) => `${nameOf(academy)}: ${names.get(email.toLowerCase()) ?? email}`);
}

/** Its earlier time where that is another, its earlier host where that is another. */
function wasAt(
  { network, date, from, until, host, moved = { date, from, until } }: Planned,
  { stay }: MeetingProblem,
  nameOf: (urn: string) => string,
): string | undefined {
  const earlier = stay?.meetings.find((one) => one.network === network && one.date === moved.date);
  const hadOther = earlier?.host !== undefined && earlier.host !== host;
  const was = [
    ...(moved.date === date && moved.from === from
      ? []
      : [`${weekdayOf(moved.date)} ${britishDate(moved.date)}, ${moved.from}`]),
    ...(hadOther ? [`at ${nameOf(earlier.host ?? '')}`] : []),
  ];
  return was.length === 0 ? undefined : was.join(', ');
}

export interface RowGroup {
  readonly key: string;
  readonly name: string;
  readonly rows: readonly PlanRow[];
  readonly represented: number;
  readonly of: number;
}

/** Month by month, as in a calendar. */
export function byMonth(rows: readonly PlanRow[]): readonly RowGroup[] {
  return groups(rows, ({ date }) => [date.slice(0, 7), britishDate(`${date.slice(0, 7)}-01`).slice('1 '.length)]);
}

/** Network by network, each with its meetings in the order of their dates. */
export function byNetwork(rows: readonly PlanRow[]): readonly RowGroup[] {
  const found = groups(rows, ({ network, networkKey }) => [networkKey, network]);
  return [...found].sort((one, other) => one.name.localeCompare(other.name, 'en-GB', { numeric: true }));
}

function groups(
  rows: readonly PlanRow[],
  keyOf: (row: PlanRow) => readonly [key: string, name: string],
): readonly RowGroup[] {
  const found = new Map<string, { readonly name: string; readonly rows: PlanRow[] }>();
  for (const row of rows) {
    const [key, name] = keyOf(row);
    const known = found.get(key);
    if (known === undefined) found.set(key, { name, rows: [row] });
    else known.rows.push(row);
  }
  return [...found].map(([key, group]) => ({
    key,
    ...group,
    represented: group.rows.reduce((sum, row) => sum + row.represented, 0),
    of: group.rows.reduce((sum, row) => sum + row.of, 0),
  }));
}

/** Meetings that were asked for and that no date was found for, by network. */
export function notPlaced(
  plan: MeetingPlan,
  problem: MeetingProblem,
): readonly { readonly network: string; readonly wanted: number; readonly planned: number }[] {
  return problem.networks
    .map((network) => ({
      network: network.name,
      wanted: Math.max(0, timesOf(network) - standingOf(problem, network.key)),
      planned: plan.meetings.filter((meeting) => meeting.network === network.key).length,
    }))
    .filter(({ wanted, planned }) => planned < wanted);
}

function standingOf({ standing, from, until }: MeetingProblem, key: string): number {
  return standing.filter(({ network, date }) => network === key && from <= date && date <= until).length;
}

/** People whose calendars cannot be read, with the networks that count on them. */
export function unreadPeople(problem: MeetingProblem, withoutMailbox: readonly string[]): readonly string[] {
  return withoutMailbox.map((email) => {
    const found = problem.networks.flatMap(({ name, members }) =>
      members.filter((member) => member.email === email).map((member) => ({ name, member })),
    );
    const [first] = found;
    if (first === undefined) return email;
    return `${first.member.who.name} (${email}): ${[...new Set(found.map(({ name }) => name))].join(', ')}`;
  });
}

/**
 * How well a plan does, in one sentence.
 *
 * @example measureOf({ represented: 148, places: 150, bound: 149 })
 * // 'Academies represented at 148 of 150 places. No plan can reach more than 149.'
 */
export function measureOf({
  represented,
  places,
  bound,
}: Pick<MeetingPlan, 'represented' | 'places' | 'bound'>): string {
  const all = `Academies represented at ${represented} of ${places} places.`;
  if (represented === places) return `Every academy is represented, every time: ${places} of ${places} places.`;
  return represented >= bound ? `${all} No plan can reach more.` : `${all} No plan can reach more than ${bound}.`;
}
