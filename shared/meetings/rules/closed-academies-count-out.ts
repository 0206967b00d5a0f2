import type { MeetingProblem } from '../problem';

export type Closed = MeetingProblem['closed'][number];
type AcademyProblem = MeetingProblem['academies'][number];

/** What closes a day for everybody: nobody meets then. */
export function closureOfTrust(problem: MeetingProblem, date: string): Closed | undefined {
  return problem.closed.find((closed) => isOn(closed, date) && closed.scope.toLowerCase() === 'trust');
}

/** What closes an academy on a day: itself, its local authority or the whole trust. It is then not represented. */
export function closureOf(
  problem: MeetingProblem,
  academy: AcademyProblem | undefined,
  urn: string,
  date: string,
): Closed | undefined {
  const authority = academy?.localAuthority.toLowerCase();
  return problem.closed.find((closed) => {
    if (!isOn(closed, date)) return false;
    const scope = closed.scope.toLowerCase();
    return scope === 'trust' || scope === urn || scope === authority;
  });
}

function isOn({ from, until }: Closed, date: string): boolean {
  return from <= date && date <= until;
}
