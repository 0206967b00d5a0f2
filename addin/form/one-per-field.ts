import type { FieldProblem } from '../../shared/result';

/** The first problem of every field: a form has room for one sentence at each, and the first is the plainest. */
export function onePerField(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  return problems.filter(({ path }, index) => problems.findIndex((one) => one.path === path) === index);
}
