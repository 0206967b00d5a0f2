import type { Finding } from '../records/finding';
import { withoutNames } from './shared-practice';

/** What the board reads of a review: no evidence, no person, nothing of safeguarding. */
export interface BoardSummary {
  readonly focus: string;
  readonly strengths: readonly string[];
  readonly considerations: readonly string[];
  readonly goodPractice?: string | undefined;
  readonly impact?: string | undefined;
}

/** Whether the host head has let the board read a summary. Only what is accurate counts. */
export function isForBoard({ agreement, boardSummary }: Finding): boolean {
  return agreement === 'accurate' && boardSummary === true;
}

export function boardSummaryOf(finding: Finding): BoardSummary {
  const { focus, strengths, considerations, goodPractice, impact, hostHead, lead, reviewers } = finding;
  const people = [hostHead, lead, ...reviewers].map(({ name }) => name);
  const plain = (text: string) => withoutNames(text, [], people);
  return {
    focus: plain(focus),
    strengths: strengths.map(plain),
    considerations: considerations.map(plain),
    ...(goodPractice === undefined ? {} : { goodPractice: plain(goodPractice) }),
    ...(impact === undefined ? {} : { impact: plain(impact) }),
  };
}
