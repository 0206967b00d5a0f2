import { useSyncExternalStore } from 'react';

/** Where in the workbench one is. It stands in the address, so that a reload comes back to it. */
export type Place =
  | { readonly at: 'people' }
  | { readonly at: 'calendar'; readonly person: string; readonly date: string; readonly event?: string }
  | { readonly at: 'mail'; readonly person: string; readonly mail?: string }
  | { readonly at: 'word'; readonly person: string; readonly document?: string; readonly as: 'copy' | 'original' };

export function addressOf(place: Place): string {
  const parts = partsOf(place).map(encodeURIComponent);
  return `#/${parts.join('/')}`;
}

function partsOf(place: Place): readonly string[] {
  if (place.at === 'people') return [];
  if (place.at === 'calendar') return [place.person, 'calendar', place.date, ...(place.event ? [place.event] : [])];
  if (place.at === 'mail') return [place.person, 'mail', ...(place.mail ? [place.mail] : [])];
  return [place.person, 'word', ...(place.document ? [place.as, place.document] : [])];
}

export function placeIn(hash: string, today: string): Place {
  const [person, where, one, other] = hash.replace(/^#\//, '').split('/').map(decodeURIComponent);
  if (person === undefined || person === '') return { at: 'people' };
  if (where === 'mail') return { at: 'mail', person, ...(one ? { mail: one } : {}) };
  if (where === 'word') {
    const as = one === 'original' ? 'original' : 'copy';
    return { at: 'word', person, as, ...(other ? { document: other } : {}) };
  }
  const date = /^\d{4}-\d{2}-\d{2}$/.test(one ?? '') ? (one ?? today) : today;
  return { at: 'calendar', person, date, ...(other ? { event: other } : {}) };
}

export function goTo(place: Place): void {
  location.hash = addressOf(place);
}

function listen(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}

export function useHash(): string {
  return useSyncExternalStore(listen, () => location.hash);
}
