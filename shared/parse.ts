import * as z from 'zod/mini';
import { type FieldProblem, ok, type Result, refuse } from './result';

/** unknown → value, or `invalid` with the path and remedy of every field that is refused. */
export function parseWith<T>(schema: z.ZodMiniType<T>, input: unknown, sentence: string): Result<T> {
  const parsed = z.safeParse(schema, input);
  if (parsed.success) return ok(parsed.data);
  const fields = parsed.error.issues.map(toFieldProblem);
  return refuse('invalid', `${sentence} ${firstOf(fields)}`.trim(), { fields });
}

function firstOf(fields: readonly FieldProblem[]): string {
  const [first] = fields;
  if (first === undefined) return '';
  return first.path === '' ? first.sentence : `"${first.path}": ${first.sentence}`;
}

function toFieldProblem(issue: z.core.$ZodIssue): FieldProblem {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return { path, sentence: `Remove what is not known here: ${issue.keys.join(', ')}.` };
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return { path, sentence: 'This is missing. Fill it in.' };
  return { path, sentence: issue.message };
}
