import { chooseHosts } from './choose-hosts';
import { explain } from './explain';
import type { NetworkToPlace, Rules } from './place-network';
import { peopleOf } from './placed';
import type { MeetingPlan } from './plan-schema';
import { type MeetingProblem, type NetworkProblem, timesOf } from './problem';
import { standingMeetings, timesLeft } from './rules/standing-meetings-stay';
import { bestAlone, searchPlacement } from './search';
import { type Lookup, lookupOf, membersByAcademy, type Slot, slotsOf } from './slots';

/**
 * A problem → a plan with its explanation. The same problem and seed give the same plan; the problem stays as it is.
 * Standing meetings within the span count towards a network's number of meetings and are not part of the plan.
 *
 * @example planMeetings(problem, { seed: 1 }).explanation[0] // '12 meetings: 176 of 180 places are represented. …'
 */
export function planMeetings(problem: MeetingProblem, { seed }: { readonly seed: number }): MeetingPlan {
  const lookup = lookupOf(problem);
  const networks = problem.networks.map((network) => toPlace(lookup, network));
  const standing = standingMeetings(problem);
  const { from, until, daysBetween, releasesInWeek } = problem;
  const rules: Rules = { from, until, daysBetween, releasesInWeek };
  const placement = searchPlacement({ networks, standing, rules, seed });
  const slots = inOrder([...placement.values()].flat());
  const plan = {
    meetings: numbered(problem, slots, seed),
    represented: slots.reduce((sum, { present }) => sum + present.length, 0),
    places: networks.reduce((sum, { network, times }) => sum + times * membersByAcademy(network).size, 0),
    bound: networks.reduce((sum, network) => sum + bestAlone({ networks, standing, rules }, network), 0),
  };
  return { ...plan, explanation: [...explain({ problem, networks, standing, rules, plan })] };
}

function toPlace(lookup: Lookup, network: NetworkProblem): NetworkToPlace {
  const people = peopleOf(network);
  const times = timesLeft(lookup.problem, network.key, timesOf(network));
  return { network, people, times, slots: times === 0 ? [] : slotsOf(lookup, network, people) };
}

function inOrder(slots: readonly Slot[]): readonly Slot[] {
  const key = ({ date, from, network }: Slot) => `${date} ${from} ${network}`;
  return [...slots].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** Numbers go on from the highest that stands for each network, in the order of the dates. */
function numbered(problem: MeetingProblem, slots: readonly Slot[], seed: number): MeetingPlan['meetings'] {
  const hosts = chooseHosts(problem, slots, seed);
  const last = new Map<string, number>();
  for (const { network, number } of problem.standing) last.set(network, Math.max(number, last.get(network) ?? 0));
  return slots.map((slot) => {
    const number = (last.get(slot.network) ?? 0) + 1;
    last.set(slot.network, number);
    const host = hosts.get(slot);
    const { network, date, from, until, present, absent } = slot;
    return {
      network,
      number,
      date,
      from,
      until,
      ...(host === undefined ? {} : { host }),
      present: [...present],
      absent: [...absent],
    };
  });
}
