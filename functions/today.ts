import { inLondon } from '../shared/time/british-date';
import type { Clock } from './ports';

/** The calendar day in London. */
export function today(clock: Pick<Clock, 'now'>): string {
  return inLondon(clock.now().toISOString()).date;
}
