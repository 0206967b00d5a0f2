import { counted } from './counted';
import type { MeetingPlan } from './plan-schema';
import type { MeetingProblem } from './problem';

type Turn = NonNullable<MeetingPlan['turns']>[number];

/**
 * Who hosts how often, and who travels how far, as in
 * 'Hosts: each academy 6 or 7 times.' and 'Travel to hosts in the year: 640 minutes an academy, …'.
 */
export function explainTurns(
  { academies }: Pick<MeetingProblem, 'academies'>,
  { turns = [], cost }: Pick<MeetingPlan, 'turns' | 'cost'>,
): readonly string[] {
  const [fewest, most] = ends(turns, ({ hosted }) => hosted);
  const [nearest, furthest] = ends(turns, ({ minutes }) => minutes);
  if (fewest === undefined || most === undefined || nearest === undefined || furthest === undefined) return [];
  const names = new Map(academies.map(({ urn, name }) => [urn, name]));
  const nameOf = ({ academy }: Turn) => names.get(academy) ?? academy;
  const unfair = cost?.parts.find(({ goal }) => goal === 'unfair turns of hosting')?.amount ?? 0;
  const hosts =
    unfair === 0
      ? `Hosts, in fair turns: each academy ${timesBetween(fewest.hosted, most.hosted)}, and none twice in a network before it has been everywhere.`
      : `Hosts: from ${counted(fewest.hosted, 'time')} (${nameOf(fewest)}) to ${counted(most.hosted, 'time')} (${nameOf(most)}). Fairer turns would go to academies that cannot be there: ${counted(unfair, 'turn')} more or fewer than a fair share.`;
  const average = Math.round(turns.reduce((sum, { minutes }) => sum + minutes, 0) / turns.length);
  return [
    hosts,
    `Travel to hosts in the year: ${counted(average, 'minute')} an academy; the least ${nameOf(nearest)} with ${nearest.minutes}, the most ${nameOf(furthest)} with ${furthest.minutes}.`,
  ];
}

function timesBetween(fewest: number, most: number): string {
  if (most === 1) return fewest === 1 ? 'once' : 'at most once';
  return fewest === most ? counted(most, 'time') : `${fewest} or ${counted(most, 'time')}`;
}

function ends(turns: readonly Turn[], of: (turn: Turn) => number): readonly (Turn | undefined)[] {
  const sorted = [...turns].sort((one, other) => of(one) - of(other));
  return [sorted[0], sorted.at(-1)];
}
