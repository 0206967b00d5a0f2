import { britishDate, inLondon } from './british-date';

const hourMilliseconds = 3_600_000;

/**
 * Why nobody can meet at a time of day in London: the clocks skip it, or it comes twice. Told without Temporal, which
 * the panel does not carry.
 *
 * @example clockChangeAt('2027-03-28', '01:30') // '01:30 does not exist on 28 March 2027, when the clocks go forward. …'
 */
export function clockChangeAt(date: string, time: string): string | undefined {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const moments = [1, 0].filter((ahead) => {
    const there = inLondon(new Date(asUtc - ahead * hourMilliseconds).toISOString());
    return there.date === date && there.time === time;
  });
  if (moments.length === 1) return undefined;
  const why =
    moments.length === 0
      ? `does not exist on ${britishDate(date)}, when the clocks go forward`
      : `comes twice on ${britishDate(date)}, when the clocks go back`;
  return `${time} ${why}. Choose a time before 01:00 or from 02:00.`;
}
