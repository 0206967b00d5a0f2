import type { Meeting } from '../records/meeting';
import { britishDate, britishDay } from '../time/british-date';

type Point = NonNullable<Meeting['openPoints']>[number];

/** So many minutes after which a mail whose fate is unknown may be sent again. */
export const unknownAfterMinutes = 10;

/**
 * @example lineOfPoint({ what: 'Share the frames', who: 'English lead', by: '2026-12-01' })
 * // 'Share the frames (English lead, by 1 December 2026)'
 */
export function lineOfPoint({ what, who, by }: Point): string {
  const more = [who, by === undefined ? undefined : `by ${britishDate(by)}`].filter((part) => part !== undefined);
  return more.length === 0 ? what : `${what} (${more.join(', ')})`;
}

/**
 * The agenda that the next meeting begins with: what was left open.
 *
 * @example agendaFrom([{ what: 'Share the frames' }]) // 'From last time:\n1. Share the frames'
 */
export function agendaFrom(points: readonly Point[]): string {
  return ['From last time:', ...points.map((point, index) => `${index + 1}. ${lineOfPoint(point)}`)].join('\n');
}

/** Whether there is anything to send. */
export function hasNotes({ notes, openPoints, files }: Pick<Meeting, 'notes' | 'openPoints' | 'files'>): boolean {
  return notes !== undefined || (openPoints ?? []).length > 0 || (files ?? []).length > 0;
}

/**
 * The mail with the notes, to everybody, also those who could not come. Of a confidential meeting it says only where
 * they are.
 */
export function notesLetter(
  meeting: Pick<Meeting, 'name' | 'date' | 'confidential' | 'notes' | 'openPoints' | 'files'>,
  next?: Pick<Meeting, 'date' | 'from' | 'until' | 'place'>,
): { readonly subject: string; readonly paragraphs: readonly string[] } {
  if (meeting.confidential === true)
    return {
      subject: `Notes of our meeting on ${britishDate(meeting.date)}`,
      paragraphs: [
        'The notes of our meeting are in Our Academies, for those who were invited and those who could not come.',
      ],
    };
  const points = meeting.openPoints ?? [];
  const files = meeting.files ?? [];
  return {
    subject: `Notes: ${meeting.name}, ${britishDate(meeting.date)}`,
    paragraphs: [
      `These are the notes of our meeting on ${britishDay(meeting.date)}, for everybody who came and everybody who could not.`,
      ...(meeting.notes?.split(/\n+/) ?? []),
      ...(points.length === 0 ? [] : ['Open points:', ...points.map((point) => `– ${lineOfPoint(point)}`)]),
      ...(files.length === 0 ? [] : ['Files:', ...files.map(({ name, link }) => `– ${name}: ${link}`)]),
      ...(next === undefined
        ? []
        : [`We meet again on ${britishDay(next.date)}, ${next.from} to ${next.until}, ${next.place}.`]),
    ],
  };
}
