import type { Store } from '../../store';
import { Refusal, unknownHere } from '../answer';
import { holds } from '../odata/evaluate';
import type { Expression } from '../odata/expression';
import { parseFilter } from '../odata/filter';
import { type Expansion, parseExpand } from '../odata/select';

export interface Property {
  readonly id: string;
  readonly value: string;
}

/** `String {guid} Name X` or `Integer 0x…`; the GUID in lower case. */
function readId(id: unknown): string {
  const match =
    typeof id === 'string' ? /^(\w+) (?:\{([0-9a-f-]{36})\} (Name|Id) (.+)|(0x[0-9a-f]+))$/i.exec(id) : null;
  if (!match)
    throw new Refusal(400, 'ErrorInvalidProperty', `The extended property '${String(id)}' is not well formed.`);
  const [, type, guid, form, name, tag] = match;
  return guid === undefined ? `${type} ${tag}` : `${type} {${guid.toLowerCase()}} ${form} ${name}`;
}

export function readProperties(given: unknown): Property[] {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given))
    throw new Refusal(400, 'RequestBodyRead', 'singleValueExtendedProperties must be a collection.');
  return given.map(({ id, value }: { id?: unknown; value?: unknown }) => {
    if (typeof value !== 'string')
      throw new Refusal(400, 'RequestBodyRead', 'The value of an extended property is text.');
    return { id: readId(id), value };
  });
}

export function putProperties(store: Store, event: string, properties: readonly Property[]): void {
  for (const { id, value } of properties)
    store.run(
      'insert into event_property (event, id, value) values (?, ?, ?) on conflict (event, id) do update set value = excluded.value',
      event,
      id,
      value,
    );
}

export const propertiesOf = (store: Store, event: string): Property[] =>
  store.all<Property>('select id, value from event_property where event = ? order by id', event);

/** `$expand=singleValueExtendedProperties($filter=id eq '…')` */
export function readExpansion(text: string | undefined): Expression | undefined {
  const [expansion, ...more] = parseExpand(text);
  if (!expansion) return undefined;
  if (more.length > 0 || expansion.name !== 'singleValueExtendedProperties')
    throw unknownHere(`$expand=${text} of an event`);
  return filterOf(expansion);
}

function filterOf({ options }: Expansion): Expression {
  const filter = options['filter'];
  if (filter === undefined)
    throw new Refusal(
      400,
      'ErrorInvalidRequest',
      'singleValueExtendedProperties can only be expanded with a $filter on id.',
    );
  return parseFilter(filter);
}

export function expanded(store: Store, event: string, filter: Expression | undefined): Record<string, unknown> {
  if (!filter) return {};
  const found = propertiesOf(store, event).filter((property) => holds(filter, property));
  return found.length === 0 ? {} : { singleValueExtendedProperties: found };
}

/** The events of a mailbox that one property's id and value name, by the index; undefined for any other filter. */
export function byProperty(store: Store, mailbox: string, filter: Expression | undefined): string[] | undefined {
  if (filter?.kind !== 'any' || filter.path.toLowerCase() !== 'singlevalueextendedproperties') return undefined;
  const { of, variable } = filter;
  if (of.kind !== 'and') return undefined;
  const wanted = [of.left, of.right].flatMap((one) =>
    one.kind === 'compare' && one.operator === 'eq' && typeof one.value === 'string'
      ? [[one.path, one.value] as const]
      : [],
  );
  const values = new Map(wanted);
  const [id, value] = [values.get(`${variable}/id`), values.get(`${variable}/value`)];
  if (id === undefined || value === undefined) return undefined;
  return store
    .all<{ event: string }>(
      'select event from event_property join event on event.id = event_property.event where mailbox = ? and event_property.id = ? and value = ?',
      mailbox,
      readId(id),
      value,
    )
    .map(({ event }) => event);
}
