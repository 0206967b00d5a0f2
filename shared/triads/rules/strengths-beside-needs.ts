import type { TriadAcademy } from '../problem';
import type { TriadRule } from './rule';

/** Who needs help with something sits beside somebody whose strength it is: the share of needs that nobody meets. */
export const strengthsBesideNeeds: TriadRule = {
  name: 'strengths',
  weightOf: ({ strengths }) => strengths,
  without: (weights) => ({ ...weights, strengths: 0 }),
  against: (one, other) => {
    const needs = (one.needs?.length ?? 0) + (other.needs?.length ?? 0);
    return needs === 0 ? 0 : Math.round((1000 * (unmet(one, other) + unmet(other, one))) / needs);
  },
  says: (against) => `needs worth ${(against / 1000).toFixed(1)} pairs do not meet a strength`,
};

function unmet({ needs = [] }: TriadAcademy, { strengths = [] }: TriadAcademy): number {
  const known = new Set(strengths.map((theme) => theme.toLowerCase()));
  return needs.filter((theme) => !known.has(theme.toLowerCase())).length;
}
