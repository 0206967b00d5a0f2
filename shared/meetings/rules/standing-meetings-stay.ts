import { type Placed, peopleOf } from '../placed';
import type { MeetingProblem } from '../problem';

/** Meetings that stand are planned around: they take their people's time and are never moved. */
export function standingMeetings(problem: MeetingProblem): readonly Placed[] {
  const networks = new Map(problem.networks.map((network) => [network.key, network]));
  return problem.standing.map((meeting) => {
    const network = networks.get(meeting.network);
    return { ...meeting, people: network === undefined ? new Set<string>() : peopleOf(network) };
  });
}

/** Meetings of a network that still have to be planned: those that stand within the span count. */
export function timesLeft(problem: MeetingProblem, key: string, times: number): number {
  const standing = problem.standing.filter(
    ({ network, date }) => network === key && problem.from <= date && date <= problem.until,
  );
  return Math.max(0, Math.floor(times) - standing.length);
}
