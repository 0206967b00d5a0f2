import * as z from 'zod/mini';
import { closure } from '../../records/closure';

/** What a line of a school's calendar may mean. The last four are no closed days: they say when the half-terms are. */
export const kindsOfEntry = [
  'holiday',
  'INSET',
  'closed day',
  'bank holiday',
  'trust day',
  'keep clear',
  'term',
  'first day',
  'last day',
  'leave out',
] as const;
export type KindOfEntry = (typeof kindsOfEntry)[number];

/** A line of a calendar file, as it is shown and corrected before anything is kept. */
export const calendarEntry = z.strictObject({
  line: z.number(),
  from: closure.fields.from.schema,
  until: closure.fields.until.schema,
  label: closure.fields.label.schema,
  /** Absent where somebody has to say it. */
  what: z.optional(z.enum(kindsOfEntry)),
  /** Where the file itself says whom it concerns. */
  scope: z.optional(closure.fields.scope.schema),
  /** What is to be decided, and why nobody guesses. */
  ask: z.optional(z.string()),
});
export type CalendarEntry = z.infer<typeof calendarEntry>;

/** Something that must be known before a file can be read at all. */
export const calendarQuestion = z.object({
  about: z.string(),
  sentence: z.string(),
  choices: z.array(z.object({ key: z.string(), text: z.string() })),
});
export type CalendarQuestion = z.infer<typeof calendarQuestion>;

/** Answers by what the question was about. */
export type CalendarAnswers = Readonly<Record<string, string>>;

/** The school year that is read, and what was answered. */
export interface CalendarReading {
  readonly year: string;
  readonly answers: CalendarAnswers;
}

/** The sentence of a line that concerns another year; nothing is missing without it. */
export function outsideOf(year: string): string {
  return `It lies outside the school year ${year}.`;
}
