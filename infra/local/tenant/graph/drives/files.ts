import type { Store } from '../../store';
import { type Answer, created, invalid, itemNotFound, nameTaken, noContent, ok, Refusal } from '../answer';
import type { DriveRow } from '../lists/tables';
import { type GraphRequest, type Handle, objectBody, type Tenant } from '../request';
import { itemBody, itemContext, itemTag } from './drive-body';
import { driveItemOf, driveOf, showing, startOf } from './drives';
import { addItem, checkName, childOf, childrenOf, type DriveItemRow, folderAt, mimeOf, writeContent } from './tree';

function checkMatch({ headers }: GraphRequest, row: DriveItemRow): void {
  const given = headers.get('if-match');
  if (given === null || given === '*' || given === itemTag(row)) return;
  throw new Refusal(412, 'notAllowed', "ETag does not match current item's value");
}

type OnConflict = 'fail' | 'replace' | 'rename';

function onConflict(given: unknown, usual: OnConflict): OnConflict {
  if (given === undefined) return usual;
  if (given === 'fail' || given === 'replace' || given === 'rename') return given;
  throw invalid('Invalid value for @microsoft.graph.conflictBehavior.');
}

/** `Report.docx` → `Report 1.docx` */
function freeName(store: Store, parent: string, name: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let number = 1; ; number += 1) {
    const other = `${stem} ${number}${ending}`;
    if (!childOf(store, parent, other)) return other;
  }
}

const show = (tenant: Tenant, drive: DriveRow, row: DriveItemRow): Record<string, unknown> => ({
  '@odata.context': itemContext(drive),
  '@odata.etag': itemTag(row),
  ...itemBody(showing(tenant, drive), row),
});

function bytesOf({ body }: GraphRequest): Uint8Array {
  if (body instanceof Uint8Array) return body;
  throw invalid('The content of the file is missing.');
}

const author = ({ caller }: GraphRequest): string => (caller.kind === 'app' ? caller.app.displayName : caller.name);

function overwrite(request: GraphRequest, tenant: Tenant, drive: DriveRow, row: DriveItemRow): Answer {
  if (row.folder === 1)
    throw new Refusal(409, 'nameAlreadyExists', 'An item with the same name but of another type exists.');
  checkMatch(request, row);
  return ok(show(tenant, drive, writeContent(tenant.store, row, bytesOf(request), tenant.now())));
}

/** `PUT …/root:/a/b.docx:/content` and `PUT …/items/{id}:/b.docx:/content`: folders of the path are made. */
export const putContentByPath: Handle = (request, tenant) => {
  const { store } = tenant;
  const drive = driveOf(request, tenant);
  const parts = (request.parameters['path'] ?? '').split('/');
  const name = checkName(parts.pop() ?? '');
  const now = tenant.now();
  const folder = folderAt(store, startOf(request, tenant, drive), parts.join('/'), author(request), now);
  const there = childOf(store, folder.id, name);
  const behaviour = onConflict(request.query.get('@microsoft.graph.conflictBehavior'), 'replace');
  if (there && behaviour === 'replace') return overwrite(request, tenant, drive, there);
  if (there && behaviour === 'fail') throw nameTaken('the name of a file');
  const free = there ? freeName(store, folder.id, name) : name;
  const row = addItem(store, {
    drive: drive.id,
    parent: folder.id,
    name: free,
    folder: false,
    author: author(request),
    now,
  });
  return created(show(tenant, drive, writeContent(store, row, bytesOf(request), now)));
};

export const putContent: Handle = (request, tenant) => {
  const drive = driveOf(request, tenant);
  return overwrite(request, tenant, drive, driveItemOf(request, tenant, drive));
};

/** Redirects to an address without token, as SharePoint does. */
export const getContent: Handle = (request, tenant) => {
  request.query.only();
  const row = driveItemOf(request, tenant, driveOf(request, tenant));
  if (row.folder === 1) throw invalid('The requested item is a folder.');
  return { status: 302, headers: { Location: tenant.downloads.addressOf(row.id) } };
};

export const postFolder: Handle = (request, tenant) => {
  const { store } = tenant;
  const drive = driveOf(request, tenant);
  const parent = driveItemOf(request, tenant, drive);
  const body = objectBody(request);
  if (typeof body['name'] !== 'string' || typeof body['folder'] !== 'object')
    throw invalid('A folder needs a name and the facet folder.');
  const name = checkName(body['name']);
  const there = childOf(store, parent.id, name);
  const behaviour = onConflict(body['@microsoft.graph.conflictBehavior'], 'fail');
  if (there && behaviour === 'replace') return created(show(tenant, drive, there));
  if (there && behaviour === 'fail') throw nameTaken('the name of a folder');
  const free = there ? freeName(store, parent.id, name) : name;
  const row = addItem(store, {
    drive: drive.id,
    parent: parent.id,
    name: free,
    folder: true,
    author: author(request),
    now: tenant.now(),
  });
  return created(show(tenant, drive, row));
};

/** Renames, and moves within the drive. */
export const patchDriveItem: Handle = (request, tenant) => {
  const { store } = tenant;
  const drive = driveOf(request, tenant);
  const row = driveItemOf(request, tenant, drive);
  if (row.parent === null) throw invalid('The root cannot be changed.');
  checkMatch(request, row);
  const body = objectBody(request) as { name?: unknown; parentReference?: { id?: unknown } };
  const name = typeof body.name === 'string' ? checkName(body.name) : row.name;
  const parent = typeof body.parentReference?.id === 'string' ? body.parentReference.id : row.parent;
  const target = store.get<DriveItemRow>(
    'select * from drive_item where id = ? and drive = ? and folder = 1',
    parent,
    drive.id,
  );
  if (!target) throw itemNotFound();
  const there = childOf(store, parent, name);
  if (there && there.id !== row.id) throw nameTaken('the name of a file');
  const mime = row.folder === 1 ? '' : mimeOf(name);
  store.run(
    'update drive_item set name = ?, parent = ?, mime = ?, version = version + 1 where id = ?',
    name,
    parent,
    mime,
    row.id,
  );
  return ok(show(tenant, drive, { ...row, name, parent, mime, version: row.version + 1 }));
};

function remove(store: Store, row: DriveItemRow): void {
  for (const child of childrenOf(store, row.id)) remove(store, child);
  store.run('delete from drive_content where item = ?', row.id);
  store.run('delete from drive_item where id = ?', row.id);
}

export const deleteDriveItem: Handle = (request, tenant) => {
  const row = driveItemOf(request, tenant, driveOf(request, tenant));
  if (row.parent === null) throw invalid('The root cannot be deleted.');
  checkMatch(request, row);
  remove(tenant.store, row);
  return noContent;
};
