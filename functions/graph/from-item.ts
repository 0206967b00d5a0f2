import * as z from 'zod/mini';
import type { Field } from '../../shared/field';
import type { Kind, Stored } from '../../shared/record';
import { columnOf, ownColumns, personColumns, shapeOf } from './columns';
import type { ItemFields } from './to-fields';

const itemSchema = z.object({
  id: z.string(),
  eTag: z.optional(z.string()),
  '@odata.etag': z.optional(z.string()),
  fields: z.record(z.string(), z.unknown()),
});

/** One item of a list: what it holds, or why it cannot be read. SharePoint is a door too: anybody may edit an item. */
export type ReadItem<R> =
  | { readonly ok: true; readonly itemId: string; readonly stored: Stored<R> }
  | { readonly ok: false; readonly itemId: string; readonly key: string; readonly because: string };

export function fromItem<R>(kind: Kind<R>, item: unknown): ReadItem<R> {
  const { id, eTag, '@odata.etag': annotation, fields } = z.parse(itemSchema, item);
  const key = textIn(fields[ownColumns.key]) ?? '';
  const parsed = kind.parse(recordFrom(kind, fields));
  if (!parsed.ok) return { ok: false, itemId: id, key, because: columnsNamed(parsed.problem.fields ?? []) };
  const version = eTag ?? annotation;
  if (key === '' || version === undefined) return { ok: false, itemId: id, key, because: 'no key or no version' };
  const actor = {
    id: textIn(fields[ownColumns.actor]) ?? '',
    name: textIn(fields[ownColumns.actorName]) ?? '',
  };
  const at = textIn(fields[ownColumns.at]) ?? '';
  return { ok: true, itemId: id, stored: { key, version, record: parsed.value, actor, at } };
}

/** Names of fields alone: what stands in them may be confidential. */
function columnsNamed(fields: readonly { readonly path: string }[]): string {
  return [...new Set(fields.map(({ path }) => path))].join(', ');
}

/** Columns → a record that its kind has yet to parse. */
export function recordFrom(kind: Pick<Kind, 'fields'>, fields: ItemFields): unknown {
  const entries = Object.entries(kind.fields).map(([name, field]) => [name, valueFrom(name, field, fields)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function valueFrom(name: string, field: Field, fields: ItemFields): unknown {
  const value = fields[columnOf(name)];
  switch (shapeOf(field)) {
    case 'person': {
      const columns = personColumns(name);
      const id = textIn(fields[columns.id]);
      return id === undefined ? undefined : { id, name: textIn(fields[columns.name]) };
    }
    case 'json':
      return fromJson(textIn(value));
    case 'choices':
      return chosen(field, value);
    case 'number':
    case 'boolean':
      return value ?? undefined;
    default:
      return textIn(value);
  }
}

/** SharePoint leaves out a choice column in which nothing is ticked. */
function chosen(field: Field, value: unknown): unknown {
  const none = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
  if (!none) return value;
  return field.optional ? undefined : [];
}

/** SharePoint may answer an empty column with nothing, null or empty text. */
function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function fromJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Not what any field's schema takes: the kind will refuse it and name the field.
    return Number.NaN;
  }
}
