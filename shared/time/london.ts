import { Temporal } from 'temporal-polyfill';
import { ok, type Result, refuse } from '../result';
import { britishDate } from './british-date';

const zone = 'Europe/London';

/**
 * Wall time in London → a moment in UTC. A time that the clocks skip, or that comes twice, is refused:
 * nobody may be invited to a time that does not exist.
 *
 * @example londonToUtc('2026-07-01', '15:45') // ok('2026-07-01T14:45:00Z')
 */
export function londonToUtc(date: string, time: string): Result<string> {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' }).toInstant();
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' }).toInstant();
  if (Temporal.Instant.compare(earlier, later) === 0) return ok(earlier.toString());
  return refuse('invalid', `${whyNot(wall, date, time, zone)} Choose a time before 01:00 or from 02:00.`);
}

function whyNot(wall: Temporal.PlainDateTime, date: string, time: string, where: string): string {
  const found = wall.toZonedDateTime(where, { disambiguation: 'earlier' }).toPlainDateTime();
  return found.equals(wall)
    ? `${time} comes twice on ${britishDate(date)}, when the clocks go back.`
    : `${time} does not exist on ${britishDate(date)}, when the clocks go forward.`;
}

/**
 * A moment in UTC → wall time in London.
 *
 * @example utcToLondon('2026-07-01T14:45:00Z') // { date: '2026-07-01', time: '15:45' }
 */
export function utcToLondon(instant: string): { readonly date: string; readonly time: string } {
  const wall = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return { date: wall.toPlainDate().toString(), time: wall.toPlainTime().toString().slice(0, 5) };
}

/**
 * Wall time in some time zone → wall time in London, or why there is none: the clocks there skip it, or it comes twice.
 * `undefined` where the zone is not known.
 *
 * @example inLondonFrom('2026-07-01', '16:45', 'Europe/Paris') // ok({ date: '2026-07-01', time: '15:45' })
 */
export function inLondonFrom(
  date: string,
  time: string,
  from: string,
): Result<{ readonly date: string; readonly time: string }> | undefined {
  if (!isTimeZone(from)) return undefined;
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
  const earlier = wall.toZonedDateTime(from, { disambiguation: 'earlier' }).toInstant();
  const later = wall.toZonedDateTime(from, { disambiguation: 'later' }).toInstant();
  if (Temporal.Instant.compare(earlier, later) === 0) return ok(utcToLondon(earlier.toString()));
  return refuse('invalid', whyNot(wall, date, time, from));
}

/** As the IANA names it, such as Europe/London. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
