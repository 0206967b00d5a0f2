import { useEffect, useState } from 'react';
import * as z from 'zod/mini';
import { meeting as meetingKind } from '../../../shared/records/meeting';
import { requests } from '../../../shared/requests';
import type { Problem } from '../../../shared/result';
import { same } from '../../../shared/same';
import type { DraftKeeper, DraftState, MergedText } from '../../draft/draft-keeper';
import { usePanel } from '../../panel-context';
import { focusFirstProblem } from '../../parts/focus-first-problem';
import { mergeNotes, type Notes, notesOf, notesSchema, withNotes } from './notes-state';
import type { Opening } from './use-opening';

export interface NotesProps {
  readonly opening: Opening;
  readonly keeper: DraftKeeper;
  readonly draft: DraftState;
  /** Told what the same person saved in another pane. */
  readonly arrived: { current: (one: MergedText) => void };
  readonly onAgain: () => void;
}

/** What cannot be saved of it yet, by field. */
function problemsOf(notes: Notes, { meeting }: Opening): Readonly<Record<string, string>> {
  const parsed = meetingKind.parse(withNotes(meeting.record, notes));
  const fields = parsed.ok ? [] : (parsed.problem.fields ?? []);
  return Object.fromEntries(fields.map(({ path, sentence }) => [path, sentence]));
}

/** Notes as they are typed: a draft while they are not saved. */
export function useNotes({ opening, keeper, arrived, onAgain }: NotesProps) {
  const { server } = usePanel();
  const { meeting } = opening;
  const saved = notesOf(meeting.record);
  const [notes, setNotes] = useState<Notes>(opening.draft?.notes ?? saved);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const isSaved = same(withNotes(meeting.record, notes), withNotes(meeting.record, saved));
  useEffect(() => {
    if (!isSaved) keeper.write(notes);
  }, [keeper, notes, isSaved]);
  arrived.current = ({ from, merged }) => {
    const now = z.safeParse(notesSchema, mergeNotes(from, notes, merged));
    if (now.success) setNotes(now.data);
  };
  const problems = problemsOf(notes, opening);
  const save = async (): Promise<void> => {
    setTried(true);
    if (Object.keys(problems).length > 0) return focusFirstProblem();
    setBusy(true);
    const { key, version } = meeting;
    const record = withNotes(meeting.record, notes);
    const kept = await server.call(requests.changeRecord, { kind: meetingKind.name, key, version, record });
    if (kept.ok) await keeper.forget();
    setBusy(false);
    if (kept.ok) onAgain();
    else setProblem(kept.problem);
  };
  const startAgain = async (): Promise<void> => {
    const gone = await keeper.forget();
    if (gone.ok) setNotes(saved);
    else setProblem(gone.problem);
  };
  return { notes, setNotes, isSaved, busy, problem, problems: tried ? problems : {}, save, startAgain };
}
