import { britishDay } from '../time/british-date';
import type { PlanCost, PlanSlot } from './plan-schema';

/**
 * What a change costs, goal by goal; empty where it changes nothing.
 *
 * @example changesInWords([{ goal: 'places not represented', amount: 2, points: 20_000_000 }])
 * // 'places not represented: 2 more'
 */
export function changesInWords(changes: PlanCost['parts']): string {
  return changes.map(({ goal, amount }) => `${goal}: ${Math.abs(amount)} ${amount > 0 ? 'more' : 'fewer'}`).join('; ');
}

/** When the next best slot is, whom it gains and loses, and what that costs in each goal. Academies by name. */
export function slotInWords(
  { date, from, until, gains, loses, changes }: PlanSlot,
  nameOf: (urn: string) => string,
): string {
  const who = [
    gains.length === 0 ? '' : `gains ${gains.map(nameOf).join(', ')}`,
    loses.length === 0 ? '' : `loses ${loses.map(nameOf).join(', ')}`,
  ].filter((words) => words !== '');
  const academies = who.length === 0 ? 'gains and loses nobody' : who.join(' and ');
  const cost = changes.length === 0 ? 'at the same cost' : changesInWords(changes);
  return `${britishDay(date)}, ${from} to ${until}, all else as it is, ${academies} (${cost}).`;
}
