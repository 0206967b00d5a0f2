import type { Kind, Stored } from '../../../shared/record';
import type { Problem } from '../../../shared/result';

/** The pages of a list that were read so far. */
export interface RecordsState {
  readonly step: 'waiting' | 'ready';
  readonly records: readonly Stored[];
  readonly next: string | undefined;
  readonly sought: string;
  readonly refused: Problem | undefined;
}

export type RecordsEvent =
  | { readonly type: 'asked' }
  | { readonly type: 'page'; readonly records: readonly Stored[]; readonly next: string | undefined }
  | { readonly type: 'refused'; readonly problem: Problem }
  | { readonly type: 'sought'; readonly sought: string };

export const startRecords: RecordsState = {
  step: 'waiting',
  records: [],
  next: undefined,
  sought: '',
  refused: undefined,
};

export function reduceRecords(before: RecordsState, event: RecordsEvent): RecordsState {
  switch (event.type) {
    case 'asked':
      return { ...before, step: 'waiting', refused: undefined };
    case 'page': {
      // A page that is read again after a lost answer brings what is here already.
      const known = new Set(before.records.map(({ key }) => key));
      const added = event.records.filter(({ key }) => !known.has(key));
      return { ...before, step: 'ready', records: [...before.records, ...added], next: event.next };
    }
    case 'refused':
      return { ...before, step: 'ready', refused: event.problem };
    case 'sought':
      return { ...before, sought: event.sought };
  }
}

/** The lines in sight, by title. What an older version of the product kept differently goes by its key. */
export function linesOf(kind: Kind, { records, sought }: RecordsState) {
  const wanted = sought.trim().toLowerCase();
  return records
    .map(({ key, record }) => {
      const parsed = kind.parse(record);
      return { key, title: parsed.ok ? kind.titleOf(parsed.value) : key };
    })
    .filter(({ title }) => title.toLowerCase().includes(wanted))
    .sort((one, other) => one.title.localeCompare(other.title, 'en-GB'));
}
