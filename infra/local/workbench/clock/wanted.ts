import * as z from 'zod/mini';
import { bankHolidaysBetween } from '../../../../shared/time/bank-holidays';
import { addDays } from '../../../../shared/time/calendar-date';
import { utcToLondon } from '../../../../shared/time/london';
import { londonInstant } from '../../../../shared/time/london-instant';
import { halfTermsOf, isWeekend } from '../../demonstration/school-calendar';
import { timerWays } from './mover';

const wallTime = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/));

/** Where the clock is to go: an instant, a wall time in London, a step, or the next morning on which the demonstration's schools are open. */
export const moveOrderSchema = z.strictObject({
  to: z.union([z.iso.datetime(), wallTime, z.enum(['next school morning', 'next day', 'next week'])]),
  timers: z.optional(z.enum(timerWays)),
});
export type MoveOrder = z.infer<typeof moveOrderSchema>;

/** After the timers of half past seven. */
const morning = '08:00';

function isSchoolDay(day: string): boolean {
  const year = Number(day.slice(0, 4));
  const terms = [year - 1, year].flatMap((first) => halfTermsOf(first, 'first'));
  const isTerm = terms.some(({ from, until }) => from <= day && day <= until);
  return isTerm && !isWeekend(day) && bankHolidaysBetween(day, day).length === 0;
}

/** The wall time of a day, or an hour later where the clocks leave it out. */
function instantOn(day: string, time: string): number {
  const there = londonInstant(day, time);
  return Date.parse(there ?? `${day}T${time}:00Z`);
}

const wallInstant = (text: string): number => instantOn(text.slice(0, 10), text.slice(11));

function nextSchoolMorning(now: number): number {
  const today = utcToLondon(new Date(now).toISOString()).date;
  for (let days = 0; days < 90; days += 1) {
    const day = addDays(today, days);
    const at = instantOn(day, morning);
    if (at > now && isSchoolDay(day)) return at;
  }
  return instantOn(addDays(today, 1), morning);
}

export function targetOf(to: MoveOrder['to'], now: number): number {
  if (to === 'next school morning') return nextSchoolMorning(now);
  if (to !== 'next day' && to !== 'next week') return to.length === 16 ? wallInstant(to) : Date.parse(to);
  const { date, time } = utcToLondon(new Date(now).toISOString());
  return instantOn(addDays(date, to === 'next day' ? 1 : 7), time);
}
