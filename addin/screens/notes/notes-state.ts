import * as z from 'zod/mini';
import type { Meeting } from '../../../shared/records/meeting';
import { same } from '../../../shared/same';

/** What is typed: empty lines are dropped when it is saved. */
export interface Notes {
  readonly notes: string;
  readonly points: readonly { readonly what: string; readonly who: string; readonly by: string }[];
  readonly files: readonly { readonly name: string; readonly link: string }[];
  readonly guests: string;
}

export const notesSchema = z.object({
  notes: z.string(),
  points: z.array(z.object({ what: z.string(), who: z.string(), by: z.string() })),
  files: z.array(z.object({ name: z.string(), link: z.string() })),
  guests: z.string(),
});

export const emptyPoint = { what: '', who: '', by: '' } as const;
export const emptyFile = { name: '', link: '' } as const;

export function notesOf({ notes, openPoints, files, guests }: Meeting): Notes {
  return {
    notes: notes ?? '',
    points: (openPoints ?? []).map(({ what, who = '', by = '' }) => ({ what, who, by })),
    files: (files ?? []).map(({ name, link }) => ({ name, link })),
    guests: guests ?? '',
  };
}

/** The meeting with what was typed. */
export function withNotes(meeting: Meeting, { notes, points, files, guests }: Notes): Meeting {
  const openPoints = points
    .map(({ what, who, by }) => ({ what: what.trim(), who: who.trim(), by: by.trim() }))
    .filter(({ what, who, by }) => what !== '' || who !== '' || by !== '')
    .map(({ what, who, by }) => ({ what, ...(who === '' ? {} : { who }), ...(by === '' ? {} : { by }) }));
  const shared = files
    .map(({ name, link }) => ({ name: name.trim(), link: link.trim() }))
    .filter(({ name, link }) => name !== '' || link !== '');
  const { notes: _notes, openPoints: _points, files: _files, guests: _guests, ...rest } = meeting;
  return {
    ...rest,
    ...(notes.trim() === '' ? {} : { notes }),
    ...(openPoints.length === 0 ? {} : { openPoints }),
    ...(shared.length === 0 ? {} : { files: shared }),
    ...(guests.trim() === '' ? {} : { guests }),
  };
}

/** One entry of a list, changed, added or taken away. */
export function changed<T>(all: readonly T[], at: number, one: T): readonly T[] {
  return all.map((before, index) => (index === at ? one : before));
}

/**
 * What one person wrote in two panes, by field. Where both changed the notes, both texts stand there, one after the
 * other; of anything else what is in this pane stays.
 */
export function mergeNotes(base: unknown, mine: unknown, theirs: unknown): unknown {
  const [before, here, there] = [base, mine, theirs].map((text) => z.safeParse(notesSchema, text));
  if (!here?.success || !there?.success) return here?.success ? mine : theirs;
  const began: Partial<Notes> = before?.success ? before.data : {};
  const pick = <K extends keyof Notes>(name: K): Notes[K] =>
    same(here.data[name], began[name]) ? there.data[name] : here.data[name];
  const [own, other] = [here.data.notes, there.data.notes];
  const isBoth = !same(own, began.notes) && !same(other, began.notes) && !own.includes(other) && !other.includes(own);
  const notes = isBoth ? `${own}\n\n${other}` : pick('notes');
  return { notes, points: pick('points'), files: pick('files'), guests: pick('guests') };
}
