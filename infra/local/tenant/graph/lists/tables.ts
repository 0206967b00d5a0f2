import type { Store } from '../../store';
import { Refusal } from '../answer';

export interface SiteRow {
  readonly id: string;
  readonly name: string;
  readonly body: string;
}

export interface ListRow {
  readonly id: string;
  readonly site: string;
  readonly name: string;
  readonly title: string;
  readonly version: number;
  readonly next_item: number;
  readonly body: string;
}

export interface DriveRow {
  readonly id: string;
  readonly site: string;
  readonly name: string;
  readonly made: string;
}

export const findSite = (store: Store, id: string): SiteRow | undefined =>
  store.get<SiteRow>('select * from site where id = ?', id);

export const findDrive = (store: Store, id: string): DriveRow | undefined =>
  store.get<DriveRow>('select * from drive where id = ?', id);

/** By id, by name in the address or by title, as Graph takes all three. */
export function findList(store: Store, site: SiteRow, id: string): ListRow {
  const list = store.get<ListRow>(
    'select * from list where site = ? and (id = ? or title = ? or name = ?)',
    site.id,
    id,
    id,
    id,
  );
  if (!list) throw new Refusal(404, 'itemNotFound', 'The specified list was not found');
  return list;
}
