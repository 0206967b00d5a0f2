import type { Kind, Site } from '../../shared/record';
import { placeOfSite } from './call';

/** Ids of the two sites: the wall runs between them. */
export type Sites = { readonly [S in Site]: string };

export interface ListAddress {
  readonly path: string;
  readonly place: string;
}

/** A list is addressed by its title, which provisioning gave it: that saves asking for its id. */
export function listAddress(sites: Sites, kind: Pick<Kind, 'site' | 'list'>): ListAddress {
  const site = sites[kind.site];
  return { path: `/sites/${site}/lists/${encodeURIComponent(kind.list)}`, place: placeOfSite(site) };
}
