import { daysBetween } from '../../time/calendar-date';

/** Two meetings of one network lie at least so many days apart, and never on one day. */
export function farEnough(one: string, other: string, leastDays: number): boolean {
  return Math.abs(daysBetween(one, other)) >= Math.max(1, leastDays);
}
