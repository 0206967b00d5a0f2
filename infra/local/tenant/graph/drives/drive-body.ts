import type { Store } from '../../store';
import { metadata } from '../answer';
import { type DriveRow, findSite } from '../lists/tables';
import { childrenOf, type DriveItemRow } from './tree';

const webUrlOf = (store: Store, drive: DriveRow): string => {
  const site = findSite(store, drive.site);
  const { webUrl } = JSON.parse(site?.body ?? '{"webUrl":"https://localhost"}') as { webUrl: string };
  return `${webUrl}/${drive.name === 'Documents' ? 'Shared%20Documents' : encodeURIComponent(drive.name)}`;
};

export function driveBody(store: Store, drive: DriveRow): Record<string, unknown> {
  return {
    createdDateTime: drive.made,
    description: '',
    id: drive.id,
    lastModifiedDateTime: drive.made,
    name: drive.name,
    webUrl: webUrlOf(store, drive),
    driveType: 'documentLibrary',
    createdBy: { user: { displayName: 'System Account' } },
    quota: { deleted: 0, remaining: 27_487_790_694_400, state: 'normal', total: 27_487_790_694_400, used: 0 },
  };
}

export const itemTag = ({ id, version }: DriveItemRow): string => `"{${id}},${version}"`;

const get = (store: Store, id: string): DriveItemRow | undefined =>
  store.get<DriveItemRow>('select * from drive_item where id = ?', id);

/** From the root down: `['Templates', 'Appraisal.docx']`. */
function pathOf(store: Store, row: DriveItemRow): string[] {
  const parent = row.parent === null ? undefined : get(store, row.parent);
  return parent ? [...pathOf(store, parent), row.name] : [];
}

export interface Shown {
  readonly store: Store;
  readonly drive: DriveRow;
  /** Gives a short-lived address of a file's content. */
  readonly download: (item: string) => string;
}

export function itemBody({ store, drive, download }: Shown, row: DriveItemRow): Record<string, unknown> {
  const parent = row.parent === null ? undefined : get(store, row.parent);
  const above = parent ? pathOf(store, parent).map(encodeURIComponent).join('/') : '';
  const where = pathOf(store, row).map(encodeURIComponent).join('/');
  const author = { user: { displayName: row.author } };
  const reference = { driveType: 'documentLibrary', driveId: drive.id, siteId: drive.site };
  const kind =
    row.folder === 1
      ? { folder: { childCount: childrenOf(store, row.id).length }, ...(parent ? {} : { root: {} }) }
      : { '@microsoft.graph.downloadUrl': download(row.id), file: { mimeType: row.mime, hashes: {} } };
  return {
    createdDateTime: row.made,
    eTag: itemTag(row),
    id: row.id,
    lastModifiedDateTime: row.changed,
    name: row.name,
    webUrl: `${webUrlOf(store, drive)}/${where}`,
    cTag: `"c:{${row.id}},${row.version}"`,
    size: row.size,
    createdBy: author,
    lastModifiedBy: author,
    parentReference: parent
      ? {
          ...reference,
          id: parent.id,
          name: parent.name,
          path: `/drives/${drive.id}/root:${above === '' ? '' : `/${above}`}`,
        }
      : reference,
    fileSystemInfo: { createdDateTime: row.made, lastModifiedDateTime: row.changed },
    ...kind,
  };
}

export const itemContext = ({ id }: DriveRow): string => metadata(`drives('${id}')/items/$entity`);
export const childrenContext = ({ id }: DriveRow): string => metadata(`drives('${id}')/items`);
