/**
 * A time of day as schools write it: 15:15, 15.15, 1515, 3.15pm. Refused with a sentence where it is none, or where it
 * could be the night's or the afternoon's.
 *
 * @example readTime('3.15 pm') // { time: '15:15' }
 */
export function readTime(text: string): { readonly time: string } | { readonly sentence: string } {
  const written = /^(\d{1,2})[:.]?(\d{2})(?:[:.]\d{2})?\s*(?:([ap])\.?m\.?)?$/i.exec(text.trim());
  const [, hour = '', minute = '', half] = written ?? [];
  const hours = Number(hour);
  if (written === null || hours > 23 || Number(minute) > 59 || (hours === 0 && half !== undefined))
    return { sentence: `"${text}" is not a time. Write it as hours:minutes, e.g. 15:15.` };
  if (half === undefined && hours < 6)
    return {
      sentence: `"${text}" could be in the night or in the afternoon. Write ${hours + 12}:${minute} or ${String(hours).padStart(2, '0')}:${minute} am.`,
    };
  const isAfternoon = half?.toLowerCase() === 'p';
  const morning = half === undefined || hours > 12 ? hours : hours % 12;
  return { time: `${String(isAfternoon && hours <= 12 ? morning + 12 : morning).padStart(2, '0')}:${minute}` };
}
