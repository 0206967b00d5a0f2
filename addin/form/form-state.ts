import type { FieldProblem, Problem } from '../../shared/result';
import type { Typed } from './form-values';

/** Everything that a form's screen knows. */
export interface FormState {
  readonly typed: Typed;
  readonly touched: boolean;
  readonly problems: readonly FieldProblem[];
  /** Of what is changed; empty for a new record. */
  readonly version: string;
  readonly step: 'typing' | 'saving' | 'leaving';
  readonly refused?: Problem | undefined;
  /** Somebody saved something else meanwhile. */
  readonly theirs?: { readonly typed: Typed; readonly version: string } | undefined;
}

export type FormEvent =
  | { readonly type: 'typed'; readonly name: string; readonly value: unknown }
  | { readonly type: 'saving' }
  | { readonly type: 'refused'; readonly problem: Problem }
  | { readonly type: 'clash'; readonly typed: Typed; readonly version: string }
  | { readonly type: 'keep mine' }
  | { readonly type: 'take theirs' }
  | { readonly type: 'leave' }
  | { readonly type: 'stay' };

export function startForm(typed: Typed, version: string): FormState {
  return { typed, touched: false, problems: [], version, step: 'typing' };
}

function isAt(path: string, name: string): boolean {
  return path === name || path.startsWith(`${name}.`);
}

export function reduceForm(before: FormState, event: FormEvent): FormState {
  switch (event.type) {
    case 'typed':
      return {
        ...before,
        typed: { ...before.typed, [event.name]: event.value },
        touched: true,
        problems: before.problems.filter(({ path }) => !isAt(path, event.name)),
        refused: undefined,
      };
    case 'saving':
      return { ...before, step: 'saving', refused: undefined, problems: [] };
    case 'refused':
      return { ...before, step: 'typing', refused: event.problem, problems: event.problem.fields ?? [] };
    case 'clash':
      return { ...before, step: 'typing', theirs: { typed: event.typed, version: event.version } };
    case 'keep mine':
      return { ...before, version: before.theirs?.version ?? before.version, theirs: undefined };
    case 'take theirs':
      return startForm(before.theirs?.typed ?? before.typed, before.theirs?.version ?? before.version);
    case 'leave':
      return { ...before, step: 'leaving' };
    case 'stay':
      return { ...before, step: 'typing' };
  }
}
