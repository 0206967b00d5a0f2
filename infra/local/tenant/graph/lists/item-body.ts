import { metadata, unknownHere } from '../answer';
import { parseExpand, select } from '../odata/select';
import type { GraphRequest } from '../request';
import type { Fields } from './fields';
import type { ListRow } from './tables';

export interface ItemRow {
  readonly id: number;
  readonly guid: string;
  readonly version: number;
  readonly fields: string;
  readonly body: string;
}

export interface ItemFacts {
  readonly createdDateTime: string;
  readonly lastModifiedDateTime: string;
  readonly createdBy: Record<string, unknown>;
  readonly lastModifiedBy: Record<string, unknown>;
}

export const eTagOf = ({ guid, version }: Pick<ItemRow, 'guid' | 'version'>): string => `"${guid},${version}"`;

/** The fieldValueSet: our columns and those that SharePoint adds to every item. */
export function fieldsBody(row: ItemRow): Fields {
  const own = JSON.parse(row.fields) as Fields;
  const { createdDateTime, lastModifiedDateTime } = JSON.parse(row.body) as ItemFacts;
  const typed: Fields = {};
  for (const [name, value] of Object.entries(own)) {
    if (Array.isArray(value)) typed[`${name}@odata.type`] = '#Collection(String)';
    typed[name] = value;
  }
  return {
    '@odata.etag': eTagOf(row),
    ...typed,
    LinkTitle: own['Title'],
    id: String(row.id),
    ContentType: 'Item',
    Modified: lastModifiedDateTime,
    Created: createdDateTime,
    AuthorLookupId: '1073741822',
    EditorLookupId: '1073741822',
    _UIVersionString: `${row.version}.0`,
    Attachments: false,
    ItemChildCount: '0',
    FolderChildCount: '0',
  };
}

const itemsPath = (list: ListRow): string => `sites('${list.site}')/lists('${list.id}')/items`;

export const itemContext = (list: ListRow): string => metadata(`${itemsPath(list)}/$entity`);
export const itemsContext = (list: ListRow): string => metadata(itemsPath(list));
export const fieldsContext = (list: ListRow, item: number): string =>
  metadata(`${itemsPath(list)}('${item}')/fields/$entity`);

export function itemBody(list: ListRow, row: ItemRow): Record<string, unknown> {
  const facts = JSON.parse(row.body) as ItemFacts;
  const { webUrl } = JSON.parse(list.body) as { webUrl: string };
  return {
    '@odata.etag': eTagOf(row),
    createdDateTime: facts.createdDateTime,
    eTag: eTagOf(row),
    id: String(row.id),
    lastModifiedDateTime: facts.lastModifiedDateTime,
    webUrl: `${webUrl}/${row.id}_.000`,
    createdBy: facts.createdBy,
    lastModifiedBy: facts.lastModifiedBy,
    parentReference: { id: list.id, siteId: list.site },
    contentType: { id: '0x0100', name: 'Item' },
  };
}

export function withFields(list: ListRow, row: ItemRow, wanted?: string): Record<string, unknown> {
  return { 'fields@odata.context': fieldsContext(list, row.id), fields: select(fieldsBody(row), wanted) };
}

/** An item as `$select` and `$expand` ask for it: without fields unless they are expanded. */
export function askedItem({ query }: GraphRequest, list: ListRow, row: ItemRow): Record<string, unknown> {
  const body: Record<string, unknown> = select(itemBody(list, row), query.get('select'));
  for (const { name, options } of parseExpand(query.get('expand'))) {
    if (name !== 'fields') throw unknownHere(`$expand=${name} of an item`);
    Object.assign(body, withFields(list, row, options['select']));
  }
  return body;
}
