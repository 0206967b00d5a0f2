import type { MeetingPlan } from '../../../shared/meetings/plan-schema';
import { type MeetingProblem, timesOf } from '../../../shared/meetings/problem';
import { weekdayOf } from '../../../shared/time/calendar-date';

export interface Missing {
  readonly academy: string;
  readonly because: string;
}

/** One meeting of a plan, in words. */
export interface PlanRow {
  readonly id: string;
  readonly network: string;
  readonly number: number;
  readonly date: string;
  readonly weekday: string;
  readonly from: string;
  readonly until: string;
  readonly where: string;
  readonly represented: number;
  readonly of: number;
  readonly missing: readonly Missing[];
}

/** A plan as rows in date order, with names for keys and URNs. */
export function planRows(plan: MeetingPlan, problem: MeetingProblem): readonly PlanRow[] {
  const academies = new Map(problem.academies.map(({ urn, name }) => [urn, name]));
  const networks = new Map(problem.networks.map((network) => [network.key, network]));
  const rows = plan.meetings.map((meeting): PlanRow => {
    const network = networks.get(meeting.network);
    return {
      id: `${meeting.network}-${meeting.number}`,
      network: network?.name ?? meeting.network,
      number: meeting.number,
      date: meeting.date,
      weekday: weekdayOf(meeting.date),
      from: meeting.from,
      until: meeting.until,
      where: placeOf(meeting.host, network, academies),
      represented: meeting.present.length,
      of: meeting.present.length + meeting.absent.length,
      missing: meeting.absent.map(({ academy, because }) => ({
        academy: academies.get(academy) ?? academy,
        because,
      })),
    };
  });
  return rows.sort((one, other) => (`${one.date}${one.from}` < `${other.date}${other.from}` ? -1 : 1));
}

function placeOf(
  host: string | undefined,
  network: MeetingProblem['networks'][number] | undefined,
  academies: ReadonlyMap<string, string>,
): string {
  if (host !== undefined) return academies.get(host) ?? host;
  return network?.place ?? (network?.where === 'in Teams' ? 'In Teams' : 'Place to be agreed');
}

/** Meetings that were asked for and that no date was found for, by network. */
export function notPlaced(
  plan: MeetingPlan,
  problem: MeetingProblem,
): readonly { readonly network: string; readonly wanted: number; readonly planned: number }[] {
  return problem.networks
    .map((network) => ({
      network: network.name,
      wanted: timesOf(network),
      planned: plan.meetings.filter((meeting) => meeting.network === network.key).length,
    }))
    .filter(({ wanted, planned }) => planned < wanted);
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
