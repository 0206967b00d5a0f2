import * as z from 'zod/mini';
import { type FieldProblem, ok, type Result, refuse } from './result';

/** unknown → value, or `invalid` with the path and remedy of every field that is refused. */
export function parseWith<T>(schema: z.ZodMiniType<T>, input: unknown, sentence: string): Result<T> {
  // Without the input no issue could tell a field that is missing from one of another type.
  const parsed = z.safeParse(schema, input, { reportInput: true });
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
  // zod/mini knows no words of its own: a schema without a sentence says this.
  return { path, sentence: issue.message === 'Invalid input' ? remedyFor(issue) : issue.message };
}

const wanted: Readonly<Record<string, string>> = {
  string: 'Give a text here.',
  number: 'Give a number here.',
  boolean: 'Answer yes or no.',
  array: 'Give a list here.',
  object: 'Give the fields of this one.',
  record: 'Give the fields of this one.',
};

function remedyFor(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return wanted[issue.expected] ?? 'This cannot be read. Correct it.';
  if (issue.code === 'invalid_value') return `Choose one of: ${issue.values.map(String).join(', ')}.`;
  if (issue.code === 'too_big') return 'This is too much. Give less.';
  if (issue.code === 'too_small') return 'This is too little. Give more.';
  return 'This cannot be read. Correct it.';
}
