import { randomBytes } from 'node:crypto';
import type { Store } from '../../store';
import { invalid } from '../answer';

export interface DriveItemRow {
  readonly id: string;
  readonly drive: string;
  readonly parent: string | null;
  readonly name: string;
  readonly folder: number;
  readonly version: number;
  readonly size: number;
  readonly made: string;
  readonly changed: string;
  readonly author: string;
  readonly mime: string;
}

const newId = (): string => `01${randomBytes(20).toString('hex').toUpperCase().slice(0, 32)}`;

const mimes: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  docm: 'application/vnd.ms-word.document.macroEnabled.12',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  csv: 'text/csv',
  txt: 'text/plain',
};

export const mimeOf = (name: string): string =>
  mimes[name.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream';

/** SharePoint's rules for names of files and folders. */
export function checkName(name: string): string {
  if (name === '' || name.length > 255 || /["*:<>?/\\|]/.test(name) || /^\s|\s$|^~\$/.test(name))
    throw invalid(`The provided name '${name}' cannot be used for a file or folder.`);
  return name;
}

interface NewItem {
  readonly drive: string;
  readonly parent: string | null;
  readonly name: string;
  readonly folder: boolean;
  readonly author: string;
  readonly now: Date;
}

export function addItem(store: Store, { drive, parent, name, folder, author, now }: NewItem): DriveItemRow {
  const at = `${now.toISOString().slice(0, 19)}Z`;
  const row: DriveItemRow = {
    id: newId(),
    drive,
    parent,
    name,
    folder: folder ? 1 : 0,
    version: 1,
    size: 0,
    made: at,
    changed: at,
    author,
    mime: folder ? '' : mimeOf(name),
  };
  store.run(
    'insert into drive_item (id, drive, parent, name, folder, version, size, made, changed, author, mime) values (?, ?, ?, ?, ?, 1, 0, ?, ?, ?, ?)',
    row.id,
    drive,
    parent,
    name,
    row.folder,
    at,
    at,
    author,
    row.mime,
  );
  return row;
}

export function rootOf(store: Store, drive: string): DriveItemRow {
  const row = store.get<DriveItemRow>('select * from drive_item where drive = ? and parent is null', drive);
  if (row) return row;
  const made = store.get<{ made: string }>('select made from drive where id = ?', drive)?.made ?? 0;
  return addItem(store, {
    drive,
    parent: null,
    name: 'root',
    folder: true,
    author: 'SharePoint App',
    now: new Date(made),
  });
}

export const childOf = (store: Store, parent: string, name: string): DriveItemRow | undefined =>
  store.get<DriveItemRow>('select * from drive_item where parent = ? and name = ?', parent, name);

export const childrenOf = (store: Store, parent: string): DriveItemRow[] =>
  store.all<DriveItemRow>('select * from drive_item where parent = ? order by name', parent);

/** Follows `a/b.docx` from an item; undefined where the way ends. */
export function follow(store: Store, from: DriveItemRow, path: string): DriveItemRow | undefined {
  let row: DriveItemRow | undefined = from;
  for (const name of path.split('/').filter((part) => part !== '')) row = row && childOf(store, row.id, name);
  return row;
}

export function writeContent(store: Store, row: DriveItemRow, bytes: Uint8Array, now: Date): DriveItemRow {
  const changed = `${now.toISOString().slice(0, 19)}Z`;
  const version = row.size === 0 && row.version === 1 ? 1 : row.version + 1;
  store.run(
    'insert into drive_content (item, bytes) values (?, ?) on conflict (item) do update set bytes = excluded.bytes',
    row.id,
    bytes,
  );
  store.run(
    'update drive_item set size = ?, changed = ?, version = ? where id = ?',
    bytes.length,
    changed,
    version,
    row.id,
  );
  return { ...row, size: bytes.length, changed, version };
}

export const readContent = (store: Store, item: string): Uint8Array =>
  store.get<{ bytes: Uint8Array }>('select bytes from drive_content where item = ?', item)?.bytes ?? new Uint8Array();

/** The folder at the path, made where it is missing, as an upload by path does. */
export function folderAt(store: Store, from: DriveItemRow, path: string, author: string, now: Date): DriveItemRow {
  let row = from;
  for (const name of path.split('/').filter((part) => part !== ''))
    row =
      childOf(store, row.id, name) ??
      addItem(store, { drive: row.drive, parent: row.id, name: checkName(name), folder: true, author, now });
  return row;
}

export interface NewFile {
  readonly drive: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly author: string;
  readonly now: Date;
}

export function putFile(store: Store, { drive, path, bytes, author, now }: NewFile): void {
  const parts = path.split('/').filter((part) => part !== '');
  const name = checkName(parts.pop() ?? '');
  const parent = folderAt(store, rootOf(store, drive), parts.join('/'), author, now);
  const row =
    childOf(store, parent.id, name) ?? addItem(store, { drive, parent: parent.id, name, folder: false, author, now });
  writeContent(store, row, bytes, now);
}
