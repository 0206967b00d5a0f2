import { daysBetween } from '../../time/calendar-date';

/** So many days lie between two meetings of one network, and never are two on one day. */
export function leastDaysBetween({ daysBetween: days }: { readonly daysBetween: number }): number {
  return Math.max(1, Math.ceil(days));
}

/** Whether two meetings of one network lie far enough apart. */
export function farEnough(one: string, other: string, leastDays: number): boolean {
  return Math.abs(daysBetween(one, other)) >= leastDays;
}
