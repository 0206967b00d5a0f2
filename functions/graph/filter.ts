import type { Kind } from '../../shared/record';
import { ok, type Result, refuse } from '../../shared/result';
import type { Question } from '../ports';
import { columnAsked } from './columns';

/**
 * The one predicate that may be asked of a list: an indexed column from the declaration, and a value as an OData
 * string. A quote is doubled, and the whole is percent-encoded (graph-client does not): whatever the value is, it
 * stays one value of one comparison.
 *
 * @example filterOf(meeting, { by: 'network', is: "governors'" })
 * // ok("fields%2FNetwork%20eq%20'governors'''")
 */
export function filterOf(kind: Pick<Kind, 'one' | 'fields'>, question: Question): Result<string> {
  const column = columnAsked(kind, question.by);
  if (column === undefined) return refuse('invalid', `A list of ${kind.one} records is not asked by "${question.by}".`);
  return ok(comparison(column, question.is));
}

export function byKey(key: string): string {
  return comparison('Key', key);
}

function comparison(column: string, value: string): string {
  // Lone halves of surrogate pairs cannot be encoded, and no stored text has them.
  const text = value.replaceAll("'", "''").replaceAll(/\p{Surrogate}/gu, '\ufffd');
  return encodeURIComponent(`fields/${column} eq '${text}'`);
}
