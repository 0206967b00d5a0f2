import { inLondon } from './british-date';

const hourMilliseconds = 3_600_000;

/**
 * A date and time of day in London as a moment, or undefined where there is none (the hour that is left out in March).
 * London is at UTC or one hour ahead; in the hour that comes twice in October the first one is taken.
 *
 * @example londonInstant('2026-07-01', '17:00') // '2026-07-01T16:00:00.000Z'
 */
export function londonInstant(date: string, time: string): string | undefined {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return undefined;
  for (const ahead of [1, 0]) {
    const instant = new Date(asUtc - ahead * hourMilliseconds).toISOString();
    const there = inLondon(instant);
    if (there.date === date && there.time === time) return instant;
  }
  return undefined;
}
