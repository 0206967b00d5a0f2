import type { Kind } from './record';
import { type FieldProblem, ok, type Result, refuse } from './result';
import { same } from './same';

type Values = Readonly<Record<string, unknown>>;

/**
 * What somebody typed, with the fields that the product keeps itself. A kept field may be left out or sent back as it
 * was; another value is refused. What is no set of fields goes on as it is: `kind.parse` says what is wrong with it.
 *
 * @example withKept(meeting, typed, notPublished)
 */
export function withKept(kind: Kind, typed: unknown, kept: Values): Result<unknown> {
  if (typeof typed !== 'object' || typed === null || Array.isArray(typed)) return ok(typed);
  const names = Object.keys(kind.fields).filter((name) => kind.fields[name]?.kept);
  const sent = typed as Values;
  const touched = names.filter((name) => sent[name] !== undefined && !same(sent[name], kept[name]));
  if (touched.length > 0) return refuse('invalid', sentenceFor(kind, touched), { fields: touched.map(keptBySystem) });
  return ok({ ...sent, ...Object.fromEntries(names.map((name) => [name, kept[name]])) });
}

function sentenceFor(kind: Kind, touched: readonly string[]): string {
  const labels = touched.map((name) => `"${kind.fields[name]?.label ?? name}"`).join(', ');
  return `${labels} cannot be typed: leave it out or as it was.`;
}

function keptBySystem(path: string): FieldProblem {
  return { path, sentence: 'This is set by Our Academies. Leave it as it was.' };
}
