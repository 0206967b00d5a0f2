import type { TriadAcademy } from '../problem';
import type { TriadRule } from './rule';

/** Phases of a triad are mixed or matched, as the trust wishes. */
export const phases: TriadRule = {
  name: 'phases',
  weightOf: (weights) => (weights.phases.wish === 'off' ? 0 : weights.phases.weight),
  without: (weights) => ({ ...weights, phases: { wish: 'off', weight: 0 } }),
  against: (one, other, { weights }) => {
    const alike = samePhase(one, other);
    if (alike === undefined || weights.phases.wish === 'off') return 0;
    return alike === (weights.phases.wish === 'mixed') ? 1000 : 0;
  },
  says: (against) => `${against / 1000} pairs are not of the phases wished for`,
};

/** By phase; where it is not known by age, as more than half of the years in common. */
function samePhase(one: TriadAcademy, other: TriadAcademy): boolean | undefined {
  if (one.phase !== undefined && other.phase !== undefined) return one.phase === other.phase;
  const { lowAge: low, highAge: high } = one;
  const { lowAge: otherLow, highAge: otherHigh } = other;
  if (low === undefined || high === undefined || otherLow === undefined || otherHigh === undefined) return undefined;
  const common = Math.min(high, otherHigh) - Math.max(low, otherLow);
  return 2 * common > Math.max(high, otherHigh) - Math.min(low, otherLow);
}
