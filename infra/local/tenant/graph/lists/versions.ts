import { itemNotFound, noContent, ok, unknownHere } from '../answer';
import { parseExpand, select } from '../odata/select';
import { type GraphRequest, type Handle, parameter, type Tenant } from '../request';
import type { Fields } from './fields';
import { fieldsBody, fieldsContext, type ItemFacts, type ItemRow, itemsContext } from './item-body';
import { itemOf, listOf, writeItem } from './items';
import type { ListRow } from './tables';

interface VersionRow {
  readonly version: number;
  readonly fields: string;
  readonly body: string;
}

const asItem = (item: ItemRow, { version, fields, body }: VersionRow): ItemRow => ({ ...item, version, fields, body });

function versionBody({ query }: GraphRequest, item: ItemRow, version: VersionRow): Record<string, unknown> {
  const facts = JSON.parse(version.body) as ItemFacts;
  const body: Record<string, unknown> = {
    id: `${version.version}.0`,
    lastModifiedDateTime: facts.lastModifiedDateTime,
    lastModifiedBy: facts.lastModifiedBy,
  };
  for (const { name, options } of parseExpand(query.get('expand'))) {
    if (name !== 'fields') throw unknownHere(`$expand=${name} of a version`);
    body['fields'] = select(fieldsBody(asItem(item, version)), options['select']);
  }
  return body;
}

function versionOf(request: GraphRequest, { store }: Tenant, list: ListRow, item: ItemRow): VersionRow {
  const number = /^(\d+)\.0$/.exec(parameter(request, 'version'))?.[1];
  const row =
    number === undefined
      ? undefined
      : store.get<VersionRow>(
          'select * from item_version where list = ? and item = ? and version = ?',
          list.id,
          item.id,
          Number(number),
        );
  if (!row) throw itemNotFound();
  return row;
}

export const getVersions: Handle = (request, tenant) => {
  request.query.only('expand');
  const list = listOf(request, tenant);
  const item = itemOf(request, tenant, list);
  const rows = tenant.store.all<VersionRow>(
    'select * from item_version where list = ? and item = ? order by version desc',
    list.id,
    item.id,
  );
  return ok({
    '@odata.context': `${itemsContext(list)}('${item.id}')/versions`,
    value: rows.map((row) => versionBody(request, item, row)),
  });
};

export const getVersion: Handle = (request, tenant) => {
  request.query.only('expand');
  const list = listOf(request, tenant);
  const item = itemOf(request, tenant, list);
  const body = versionBody(request, item, versionOf(request, tenant, list, item));
  return ok({ '@odata.context': `${itemsContext(list)}('${item.id}')/versions/$entity`, ...body });
};

export const getVersionFields: Handle = (request, tenant) => {
  const list = listOf(request, tenant);
  const item = itemOf(request, tenant, list);
  const version = versionOf(request, tenant, list, item);
  return ok({ '@odata.context': fieldsContext(list, item.id), ...fieldsBody(asItem(item, version)) });
};

export const restoreVersion: Handle = (request, tenant) => {
  const list = listOf(request, tenant);
  const item = itemOf(request, tenant, list);
  const { fields } = versionOf(request, tenant, list, item);
  writeItem(request, tenant, list, item, JSON.parse(fields) as Fields);
  return noContent;
};
