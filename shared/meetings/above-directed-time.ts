import type { MeetingPlan } from './plan-schema';
import type { MeetingProblem } from './problem';
import { allowancesOf, minutesAsked } from './rules/directed-minutes';

/** Somebody whom the meetings of a plan, with those that stand, ask for more than the academy's calendar leaves. */
export interface AboveDirectedTime {
  readonly name: string;
  readonly academy: string;
  readonly askedMinutes: number;
  readonly allowedMinutes: number;
}

/** Those with most too much first; who is in no meeting of this plan is not named, since it could not help. */
export function aboveDirectedTime(
  problem: MeetingProblem,
  { meetings }: Pick<MeetingPlan, 'meetings'>,
): readonly AboveDirectedTime[] {
  const planned = minutesAsked(problem, meetings);
  const asked = minutesAsked(problem, [...problem.standing, ...meetings]);
  const names = new Map(problem.academies.map(({ urn, name }) => [urn, name]));
  const members = new Map(
    problem.networks.flatMap((network) => network.members.map((member) => [member.email.toLowerCase(), member])),
  );
  const over = ({ askedMinutes, allowedMinutes }: AboveDirectedTime): number => askedMinutes - allowedMinutes;
  return [...allowancesOf(problem)]
    .flatMap(([email, allowedMinutes]) => {
      const member = members.get(email);
      const askedMinutes = asked.get(email) ?? 0;
      if (member === undefined || askedMinutes <= allowedMinutes || (planned.get(email) ?? 0) === 0) return [];
      const academy = names.get(member.academy ?? '') ?? '';
      return [{ name: member.who.name, academy, askedMinutes, allowedMinutes }];
    })
    .sort((one, other) => over(other) - over(one) || (one.name < other.name ? -1 : 1));
}
