import type { Field } from '../../shared/field';
import type { Kind } from '../../shared/record';
import { ok, type Result, refuse } from '../../shared/result';
import type { Actor } from '../ports';
import { columnOf, ownColumns, personColumns, shapeOf } from './columns';

export type ItemFields = Readonly<Record<string, unknown>>;

/** SharePoint's own limit for text of several lines. */
const longestText = 63_999;

export interface Writing<R> {
  readonly key: string;
  readonly record: R;
  readonly actor: Actor;
  readonly at: string;
}

/** Record → columns. Absent fields become null, which empties a column that held something. */
export function toFields<R>(kind: Kind<R>, { key, record, actor, at }: Writing<R>): Result<ItemFields> {
  const values = record as Readonly<Record<string, unknown>>;
  const fields = Object.entries(kind.fields).map(([name, field]) => columnsFrom(name, field, values[name]));
  const item = Object.assign(
    {
      Title: kind.titleOf(record).slice(0, 255),
      [ownColumns.key]: key,
      [ownColumns.actor]: actor.id,
      [ownColumns.actorName]: actor.name,
      [ownColumns.at]: at,
    },
    ...fields,
  ) as ItemFields;
  const tooLong = Object.entries(item).find(([, value]) => typeof value === 'string' && value.length > longestText);
  if (tooLong === undefined) return ok(item);
  return refuse('too-large', `This ${kind.one} is too long to keep: shorten "${tooLong[0]}".`);
}

/** A new item has no columns to empty. */
export function withoutEmpty(fields: ItemFields): ItemFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function columnsFrom(name: string, field: Field, value: unknown): ItemFields {
  const column = columnOf(name);
  switch (shapeOf(field)) {
    case 'person': {
      const columns = personColumns(name);
      const person = value as Actor | undefined;
      return { [columns.id]: person?.id ?? null, [columns.name]: person?.name ?? null };
    }
    case 'json':
      return { [column]: value === undefined ? null : JSON.stringify(value) };
    case 'choices':
      // Without the annotation SharePoint answers "General exception while processing".
      return { [`${column}@odata.type`]: 'Collection(Edm.String)', [column]: value ?? [] };
    default:
      return { [column]: value ?? null };
  }
}
