import type { FieldProblem, Problem } from '../../shared/result';
import type { OtherVersion, Outcome } from './outcome';
import { type Decision, decided, shownOf, together } from './together';

export const steps = [
  'Focus and evidence',
  'Strengths and considerations',
  'Actions and support',
  'Check and send',
] as const;
export const lastStep = steps.length - 1;

/** Everything that the screen of logging an outcome knows. */
export interface OutcomeState {
  readonly outcome: Outcome;
  /** Fields that were refused when Next or Send was pressed. */
  readonly problems: readonly FieldProblem[];
  readonly sending: 'not yet' | 'sending' | { readonly refused: Problem };
  readonly notice: 'none' | 'draft offered' | 'look again';
  /** Whose words have come in while this pane was open. */
  readonly colleague?: string;
}

export type OutcomeEvent =
  | { readonly type: 'typed'; readonly change: Partial<Outcome> }
  | { readonly type: 'step'; readonly to: number }
  | { readonly type: 'problems'; readonly problems: readonly FieldProblem[]; readonly step: number }
  /** A colleague saved: what came together of `from`, which this pane held when it was saved. */
  | { readonly type: 'merged'; readonly from: Outcome; readonly merged: Outcome; readonly by: string }
  | { readonly type: 'decided'; readonly other: OtherVersion; readonly decision: Decision }
  | { readonly type: 'look again' }
  | { readonly type: 'sending' }
  | { readonly type: 'refused'; readonly problem: Problem };

/** A problem goes when something at its place is typed: it is asked again at Next. */
function stillWrong(problems: readonly FieldProblem[], change: Partial<Outcome>): readonly FieldProblem[] {
  const names = Object.keys(change);
  return problems.filter(
    ({ path }) => !names.some((name) => path === name || path.startsWith(`${name}.`) || isSafeguarding(path, name)),
  );
}

function isSafeguarding(path: string, name: string): boolean {
  return path.startsWith('safeguarding') && name.startsWith('safeguarding');
}

export function reduceOutcome(before: OutcomeState, event: OutcomeEvent): OutcomeState {
  switch (event.type) {
    case 'typed':
      return {
        ...before,
        outcome: { ...before.outcome, ...event.change },
        problems: stillWrong(before.problems, event.change),
        sending: 'not yet',
      };
    case 'step':
      return { ...before, outcome: { ...before.outcome, step: event.to }, sending: 'not yet' };
    case 'problems':
      return {
        ...before,
        problems: event.problems,
        sending: 'not yet',
        outcome: { ...before.outcome, step: event.step },
      };
    case 'merged':
      // What was typed since it was saved is kept by the same rule.
      return {
        ...before,
        outcome: shownOf(together(event.from, before.outcome, event.merged, event.by)),
        colleague: event.by,
      };
    case 'decided':
      return { ...before, outcome: decided(before.outcome, event.other, event.decision) };
    case 'look again':
      return { ...before, sending: 'not yet', notice: 'look again' };
    case 'sending':
      return { ...before, sending: 'sending', problems: [], notice: 'none' };
    case 'refused':
      return { ...before, sending: { refused: event.problem }, problems: before.problems };
  }
}

/** The sentence at a field. */
export function problemAt(problems: readonly FieldProblem[], path: string): string | undefined {
  return problems.find((one) => one.path === path)?.sentence;
}
