import type { MeetingProblem } from '../problem';
import { allowancesOf, minutesAsked } from '../rules/directed-minutes';
import { leadAddress } from '../rules/who-leads';

/** Everybody whom the problem knows, by number. */
export interface People {
  readonly emails: readonly string[];
  readonly at: ReadonlyMap<string, number>;
  /** Those who have an academy can be released from it only so often; the central team is not counted. */
  readonly isReleased: Uint8Array;
  /** People who stand for the same academies are decided on together: the number of such a circle, -1 for nobody's. */
  readonly circle: Int32Array;
  readonly circles: number;
  /** Circle by academy. */
  readonly circleOf: Int32Array;
  /** Minutes outside the school day that somebody may be asked for beside what stands; -1 without a limit. */
  readonly allowance: Int32Array;
}

export function peopleOf(problem: MeetingProblem, academyAt: ReadonlyMap<string, number>): People {
  const at = new Map<string, number>();
  const know = (email: string) => {
    const address = email.toLowerCase();
    if (!at.has(address)) at.set(address, at.size);
  };
  for (const network of problem.networks) {
    for (const { email } of network.members) know(email);
    know(leadAddress(network));
  }
  for (const { people } of problem.visits ?? []) for (const email of people) know(email);
  for (const { representatives } of problem.standing) for (const { email } of representatives ?? []) know(email);
  const circleOf = circlesOf(problem, academyAt);
  return { emails: [...at.keys()], at, ...factsOf(problem, at, academyAt, circleOf), circleOf };
}

function factsOf(
  problem: MeetingProblem,
  at: ReadonlyMap<string, number>,
  academyAt: ReadonlyMap<string, number>,
  circleOf: Int32Array,
) {
  const isReleased = new Uint8Array(at.size);
  const circle = new Int32Array(at.size).fill(-1);
  const allowance = new Int32Array(at.size).fill(-1);
  const members = problem.networks.flatMap((network) => network.members);
  const central = new Set(
    members.flatMap(({ academy, email }) => (academy === undefined ? [email.toLowerCase()] : [])),
  );
  for (const email of (problem.visits ?? []).flatMap(({ people }) => people))
    if (!central.has(email.toLowerCase())) isReleased[numberOf(at, email)] = 1;
  for (const { academy, email } of members) {
    if (academy === undefined) continue;
    const person = numberOf(at, email);
    isReleased[person] = 1;
    circle[person] = circleOf[academyAt.get(academy) ?? 0] ?? -1;
  }
  const stands = minutesAsked(problem, problem.standing);
  for (const [email, minutes] of allowancesOf(problem))
    allowance[numberOf(at, email)] = Math.max(0, minutes - (stands.get(email) ?? 0));
  return { isReleased, circle, allowance, circles: Math.max(0, ...circleOf) + 1 };
}

export function numberOf(at: ReadonlyMap<string, number>, email: string): number {
  return at.get(email.toLowerCase()) ?? -1;
}

/** Academies that share somebody, such as an executive principal, are of one circle; most are one of their own. */
function circlesOf(problem: MeetingProblem, academyAt: ReadonlyMap<string, number>): Int32Array {
  const root = Int32Array.from({ length: academyAt.size }, (_, academy) => academy);
  const find = (academy: number): number => {
    let one = academy;
    while ((root[one] as number) !== one) one = root[one] as number;
    return one;
  };
  const seen = new Map<string, number>();
  for (const { members } of problem.networks)
    for (const { academy, email } of members) {
      if (academy === undefined) continue;
      const here = academyAt.get(academy) ?? 0;
      const known = seen.get(email.toLowerCase());
      if (known === undefined) seen.set(email.toLowerCase(), here);
      else root[find(here)] = find(known);
    }
  const numbers = new Map<number, number>();
  return root.map((_, academy) => {
    const top = find(academy);
    if (!numbers.has(top)) numbers.set(top, numbers.size);
    return numbers.get(top) ?? 0;
  });
}
