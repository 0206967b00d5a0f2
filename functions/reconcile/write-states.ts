import type { Kind, Stored } from '../../shared/record';
import { action } from '../../shared/records/action';
import { type Meeting, meeting } from '../../shared/records/meeting';
import type { GuestInOutlook, OutlookState, SeenInOutlook } from '../../shared/records/outlook-event';
import { review } from '../../shared/records/review';
import { stage } from '../../shared/records/stage';
import { type Ports, product } from '../ports';
import type { Published } from './published';

/** What became of a record's event. */
export interface NewState {
  readonly published: Published;
  readonly outlook: OutlookState;
  readonly outlookProblem?: string | undefined;
  readonly eventId?: string | undefined;
  /** What Outlook holds, where somebody changed it there. */
  readonly seen?: readonly SeenInOutlook[] | undefined;
  readonly seenGuests?: readonly GuestInOutlook[] | undefined;
  /** Of a network meeting; left as they are where nobody looked. */
  readonly answers?: Meeting['answers'];
}

/** SharePoint's single line. */
const longestLine = 255;

/**
 * Writes states back, all in the same moment. A record that somebody changed meanwhile keeps what it waits for: its next
 * run finds the event by its stamp. Gives the number of those.
 */
export async function writeStates(states: readonly NewState[], { records }: Pick<Ports, 'records'>): Promise<number> {
  const write = async <R>(kind: Kind<R>, changes: readonly { readonly at: Stored<R>; readonly record: R }[]) => {
    if (changes.length === 0) return 0;
    const written = await records.changeMany(kind, changes, product);
    return written.filter((one) => !one.ok).length;
  };
  const left = await Promise.all([
    write(
      meeting,
      states.flatMap((state) =>
        state.published.kind === 'meeting' ? [meetingChange(state, state.published.stored)] : [],
      ),
    ),
    write(
      review,
      states.flatMap((state) => (state.published.kind === 'review' ? [changeOf(state, state.published.stored)] : [])),
    ),
    write(
      stage,
      states.flatMap((state) => (state.published.kind === 'stage' ? [changeOf(state, state.published.stored)] : [])),
    ),
    write(
      action,
      states.flatMap((state) => (state.published.kind === 'action' ? [changeOf(state, state.published.stored)] : [])),
    ),
  ]);
  return left.reduce((sum, one) => sum + one, 0);
}

function changeOf<R>(
  { outlook, outlookProblem, eventId, seen, seenGuests }: NewState,
  at: Stored<R>,
): { readonly at: Stored<R>; readonly record: R } {
  const state = {
    outlook,
    outlookProblem: outlookProblem?.slice(0, longestLine),
    eventId: eventId !== undefined && eventId.length <= longestLine ? eventId : undefined,
    seen,
    seenGuests,
  };
  return { at, record: { ...at.record, ...state } };
}

function meetingChange(
  state: NewState,
  at: Stored<Meeting>,
): { readonly at: Stored<Meeting>; readonly record: Meeting } {
  const change = changeOf(state, at);
  if (state.answers === undefined) return change;
  return { at, record: { ...change.record, answers: state.answers.length === 0 ? undefined : state.answers } };
}
