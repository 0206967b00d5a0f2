import type { Meeting } from '../records/meeting';

/** What is planned: which networks, between which dates, and whether what is published may move. */
export interface Planning {
  readonly networks: ReadonlySet<string>;
  readonly from: string;
  readonly until: string;
  /** Published meetings may move too, where that is worth it. */
  readonly replan?: boolean | undefined;
}

type Known = Pick<Meeting, 'network' | 'date' | 'wanted' | 'outlook' | 'locked'>;

/** Whether a meeting is held at all: a draft, or wanted in Outlook. */
export function isHeld({ wanted, outlook }: Pick<Meeting, 'wanted' | 'outlook'>): boolean {
  return wanted === 'event' || outlook === 'draft';
}

/**
 * Whether planning decides anew about a meeting. Drafts are planned anew, what is published only where it may move;
 * what is locked, of another network or on another date stays as it is.
 */
export function isPlannedAnew(meeting: Known, { networks, from, until, replan = false }: Planning): boolean {
  if (!isHeld(meeting) || meeting.locked === true) return false;
  if (!networks.has(meeting.network) || meeting.date < from || until < meeting.date) return false;
  return replan || meeting.wanted !== 'event';
}
