import * as z from 'zod/mini';
import { emptyLine, freshKey, type Outcome, type TypedActivity } from './outcome';

const noteSchema = z.object({ key: z.string(), what: z.string(), withColleague: z.string(), text: z.string() });

/** What somebody notes during a visit, for themselves: the body of their own draft. */
export const notesSchema = z.object({ notes: z.array(noteSchema) });
export type VisitNote = z.infer<typeof noteSchema>;
export type VisitNotes = z.infer<typeof notesSchema>;

export const mostNotes = 40;

export function emptyNote(before?: VisitNote): VisitNote {
  // The next note is mostly of the same activity, with the same colleague.
  return { key: freshKey(), what: before?.what ?? '', withColleague: before?.withColleague ?? '', text: '' };
}

/** Notes with something in them. */
export function writtenNotes({ notes }: VisitNotes): readonly VisitNote[] {
  return notes.filter(({ text }) => text.trim() !== '');
}

/** Whether the words of a note stand in the outcome already. */
export function isUsed({ text }: VisitNote, { activities, strengths, considerations }: Outcome): boolean {
  const said = [...activities.map(({ observation }) => observation), ...[...strengths, ...considerations].map(wordsOf)];
  return said.some((one) => one.includes(text.trim()));
}

function wordsOf({ text }: { readonly text: string }): string {
  return text;
}

/** A note becomes evidence: the first empty place takes it, or one more. */
export function asEvidence(outcome: Outcome, { what, withColleague, text }: VisitNote): Partial<Outcome> {
  const taken = { what, withColleague, observation: text.trim() };
  const empty = outcome.activities.findIndex(
    (one) => `${one.what}${one.withColleague}${one.observation}`.trim() === '',
  );
  const activities: TypedActivity[] =
    empty < 0
      ? [...outcome.activities, { key: freshKey(), ...taken }]
      : outcome.activities.map((one, index) => (index === empty ? { key: one.key, ...taken } : one));
  return { activities };
}

export function asLine(outcome: Outcome, list: 'strengths' | 'considerations', { text }: VisitNote): Partial<Outcome> {
  const lines = outcome[list];
  const line = text.trim().replaceAll(/\s*[\r\n]+\s*/g, ' ');
  const empty = lines.findIndex((one) => one.text.trim() === '');
  return {
    [list]:
      empty < 0
        ? [...lines, { ...emptyLine(), text: line }]
        : lines.map((one, index) => (index === empty ? { ...one, text: line } : one)),
  };
}
