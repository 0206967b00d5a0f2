import type { FieldProblem, Problem } from '../../shared/result';
import type { Outcome } from './outcome';

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
  readonly notice: 'none' | 'draft offered';
}

export type OutcomeEvent =
  | { readonly type: 'typed'; readonly change: Partial<Outcome> }
  | { readonly type: 'step'; readonly to: number }
  | { readonly type: 'problems'; readonly problems: readonly FieldProblem[]; readonly step: number }
  | { readonly type: 'replaced'; readonly outcome: Outcome }
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
    case 'replaced':
      return { outcome: event.outcome, problems: [], sending: 'not yet', notice: 'none' };
    case 'sending':
      return { ...before, sending: 'sending', problems: [] };
    case 'refused':
      return { ...before, sending: { refused: event.problem }, problems: before.problems };
  }
}

/** The sentence at a field. */
export function problemAt(problems: readonly FieldProblem[], path: string): string | undefined {
  return problems.find((one) => one.path === path)?.sentence;
}
