import type { Keep, Kind, Stored } from './record';

/**
 * The day until which a record is kept, `yyyy-mm-dd`: so many days or years after its last change.
 *
 * @example keptUntil({ days: 30, because: '…' }, '2026-11-23T08:00:00Z') // '2026-12-23'
 */
export function keptUntil(keep: Keep, changedAt: string): string {
  const day = new Date(`${changedAt.slice(0, 10)}T00:00:00Z`);
  if ('days' in keep) day.setUTCDate(day.getUTCDate() + keep.days);
  else day.setUTCFullYear(day.getUTCFullYear() + keep.years);
  return day.toISOString().slice(0, 10);
}

/** Whether a record is to be removed: its time is over, and it is not in use any more. */
export function isExpired<R>(kind: Kind<R>, stored: Stored<R>, today: string): boolean {
  return !kind.lasts(stored.record) && keptUntil(kind.keep, stored.at) < today;
}
