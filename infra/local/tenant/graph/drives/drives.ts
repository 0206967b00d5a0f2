import { itemNotFound, metadata, ok, unknownHere } from '../answer';
import { nextLink } from '../links';
import { type DriveRow, findDrive } from '../lists/tables';
import { select } from '../odata/select';
import { type GraphRequest, type Handle, parameter, type Tenant } from '../request';
import { childrenContext, driveBody, itemBody, itemContext, itemTag, type Shown } from './drive-body';
import { childrenOf, type DriveItemRow, follow, rootOf } from './tree';

export function driveOf(request: GraphRequest, { store }: Tenant): DriveRow {
  const drive = findDrive(store, parameter(request, 'drive'));
  if (!drive) throw itemNotFound();
  return drive;
}

const drivesOf = (request: GraphRequest, { store }: Tenant): DriveRow[] =>
  store.all<DriveRow>('select * from drive where site = ? order by rowid', parameter(request, 'site'));

export const getSiteDrive: Handle = (request, tenant) => {
  request.query.only('select');
  const [drive] = drivesOf(request, tenant);
  if (!drive) throw itemNotFound();
  const body = { '@odata.context': metadata('drives/$entity'), ...driveBody(tenant.store, drive) };
  return ok(select(body, request.query.get('select')));
};

export const getSiteDrives: Handle = (request, tenant) => {
  request.query.only('select');
  const value = drivesOf(request, tenant).map((drive) =>
    select(driveBody(tenant.store, drive), request.query.get('select')),
  );
  return ok({ '@odata.context': metadata('drives'), value });
};

export const getDrive: Handle = (request, tenant) => {
  request.query.only('select');
  const body = { '@odata.context': metadata('drives/$entity'), ...driveBody(tenant.store, driveOf(request, tenant)) };
  return ok(select(body, request.query.get('select')));
};

/** Where a path begins: the root, or the item that it names. */
export function startOf(request: GraphRequest, { store }: Tenant, drive: DriveRow): DriveItemRow {
  const id = request.parameters['item'];
  if (id === undefined || id === 'root') return rootOf(store, drive.id);
  const row = store.get<DriveItemRow>('select * from drive_item where id = ? and drive = ?', id, drive.id);
  if (!row) throw itemNotFound();
  return row;
}

export function driveItemOf(request: GraphRequest, tenant: Tenant, drive: DriveRow): DriveItemRow {
  const start = startOf(request, tenant, drive);
  const path = request.parameters['path'];
  const row = path === undefined ? start : follow(tenant.store, start, path);
  if (!row) throw itemNotFound();
  return row;
}

export const showing = ({ store, downloads }: Tenant, drive: DriveRow): Shown => ({
  store,
  drive,
  download: downloads.addressOf,
});

export const getDriveItem: Handle = (request, tenant) => {
  const { query } = request;
  query.only('select', 'expand');
  if (query.get('expand') !== undefined) throw unknownHere(`$expand=${query.get('expand')} of a file`);
  const drive = driveOf(request, tenant);
  const row = driveItemOf(request, tenant, drive);
  const body = {
    '@odata.context': itemContext(drive),
    '@odata.etag': itemTag(row),
    ...itemBody(showing(tenant, drive), row),
  };
  const wanted = query.get('select');
  const address =
    wanted?.includes('@microsoft.graph.downloadUrl') || wanted?.includes('content.downloadUrl')
      ? ',@microsoft.graph.downloadUrl'
      : '';
  return ok(select(body, wanted === undefined ? undefined : wanted + address), { ETag: itemTag(row) });
};

const usualPage = 200;

export const getChildren: Handle = (request, tenant) => {
  const { query } = request;
  query.only('select', 'top', 'skiptoken');
  const drive = driveOf(request, tenant);
  const folder = driveItemOf(request, tenant, drive);
  const rows = childrenOf(tenant.store, folder.id);
  const top = query.number('top') ?? usualPage;
  const from = Number(query.get('skiptoken') ?? 0);
  const value = rows
    .slice(from, from + top)
    .map((row) =>
      select({ '@odata.etag': itemTag(row), ...itemBody(showing(tenant, drive), row) }, query.get('select')),
    );
  const next =
    rows.length > from + top ? { '@odata.nextLink': nextLink(request.url, { $skiptoken: String(from + top) }) } : {};
  return ok({ '@odata.context': childrenContext(drive), ...next, value });
};
