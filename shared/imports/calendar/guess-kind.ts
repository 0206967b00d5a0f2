import { daysBetween } from '../../time/calendar-date';
import { oneOf } from '../choices';
import { type KindOfEntry, kindsOfEntry } from './entry';

/** The first that matches counts. What matches none concerns nobody but the school. */
const words: readonly (readonly [RegExp, KindOfEntry])[] = [
  [/\btrust\b.*\b(day|conference|inset|training)\b/i, 'trust day'],
  [/\binset\b|\bp\.?d\.? days?\b|\b(staff|teacher)s?'? (training|development)\b|\btraining day\b/i, 'INSET'],
  [/\bprofessional development\b|\bnon[- ]pupil\b|\b(occasional|twilight) day\b/i, 'INSET'],
  [
    /\bbank holiday\b|\bgood friday\b|\beaster monday\b|\bboxing day\b|\b(christmas|new year.?s) day\b/i,
    'bank holiday',
  ],
  [/\bsats\b|\bphonics\b|\bmultiplication\b.*\bcheck\b|\bassessment week\b|\bexam(s|ination)?\b/i, 'keep clear'],
  [/\bparents?.{0,3} (evening|consultation|meeting)|\bopen (day|evening|morning)\b|\bkeep clear\b/i, 'keep clear'],
  [/\bbreak(s|ing)? up\b|\blast (school )?day\b|\bclos(es|ing) (for|at)\b/i, 'last day'],
  [/\b(end|ends|ending|finish|finishes)\b.*\b(half[- ]?)?term\b|\bterm\b.*\b(end|ends|finishes)\b/i, 'last day'],
  [/\bfirst (school )?day\b|\bre-?opens?\b|\breturns?\b|\bback to school\b/i, 'first day'],
  [/\b(start|starts|begin|begins|beginning)\b.*\bterm\b|\bterm\b.*\b(start|starts|begins|opens)\b/i, 'first day'],
  [/\bholidays?\b|\bbreak\b|\bvacation\b/i, 'holiday'],
  [/\bclosed\b|\bclosure\b|\bpolling\b|\bno school\b/i, 'closed day'],
];

/**
 * What a title in a school's calendar means, as far as words tell. A half-term is the break or the weeks of school:
 * its length tells. People look at it and put it right before anything is kept.
 *
 * @example guessKind('Autumn half term', '2026-10-26', '2026-10-30') // 'holiday'
 */
export function guessKind(title: string, from: string, until: string): KindOfEntry {
  const days = daysBetween(from, until) + 1;
  if (days >= 21 && !/\bholidays?\b|\bbreak\b/i.test(title))
    return /\bterm\b|\b(autumn|spring|summer)\b/i.test(title) ? 'term' : 'leave out';
  const found = words.find(([pattern]) => pattern.test(title))?.[1];
  if (found !== undefined) return found;
  return /\bhalf[- ]?term\b/i.test(title) ? 'holiday' : 'leave out';
}

/** The kind that a file names, or what its own word and the title let one guess. */
export function kindOf(named: string, title: string, from: string, until: string): KindOfEntry {
  return oneOf(named, kindsOfEntry) ?? guessKind(`${named} ${title}`.trim(), from, until);
}
