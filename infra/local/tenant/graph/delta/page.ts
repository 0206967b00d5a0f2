import type { Store } from '../../store';
import type { Tenant } from '../request';
import type { DeltaState } from './tokens';

export type Told = Record<string, unknown>;

/** One collection whose changes can be asked for. */
export interface Feed {
  /** What is there, by id from the given one on. */
  listed(after: string | number | undefined, most: number): readonly { id: string | number; told: Told }[];
  /** What is to be told of one that has changed since `base`; undefined where it never belonged here. */
  changed(id: string | number, base: number): Told | undefined;
}

export interface DeltaPage {
  readonly told: readonly Told[];
  /** The state that the next call goes on from; `done` where this round has told everything. */
  readonly state: DeltaState;
  readonly done: boolean;
}

export const lastChange = (store: Store): number =>
  store.get<{ seq: number | null }>('select max(seq) as seq from change')?.seq ?? 0;

/** The state of a round that begins by listing what is there. */
export const wholeRound = (store: Store, resource: string, options: DeltaState['options']): DeltaState => {
  const seq = lastChange(store);
  return { resource, base: seq, cursor: seq, listed: '', options };
};

function changedSince(store: Store, { resource, base, cursor }: DeltaState, most: number) {
  return store.all<{ item: string | number; last: number }>(
    `select item, max(seq) as last from change where resource = ? and seq > ? group by item having last > ?
     order by last limit ?`,
    resource,
    base,
    cursor,
    most,
  );
}

/**
 * The next page of a round: first what is there, then what has changed since the round began, each once with its
 * latest state. What changes while a caller turns the pages therefore comes twice, as with Graph.
 */
export function deltaPage({ store, deltaOrders }: Tenant, state: DeltaState, feed: Feed, size: number): DeltaPage {
  const told: Told[] = [];
  if (state.listed !== undefined) {
    const rows = feed.listed(state.listed === '' ? undefined : state.listed, size + 1);
    told.push(...rows.slice(0, size).map((row) => row.told));
    const last = rows[size - 1];
    if (rows.length > size && last) return { told: again(told), state: { ...state, listed: last.id }, done: false };
  }
  const { listed: _listed, ...listedAll } = state;
  const room = size - told.length;
  const changes = changedSince(store, state, room + 1);
  const page = changes.slice(0, room);
  for (const { item } of page) {
    const one = feed.changed(item, state.base);
    if (one) told.push(one);
  }
  if (changes.length > room)
    return { told: again(told), state: { ...listedAll, cursor: page.at(-1)?.last ?? state.cursor }, done: false };
  const seq = lastChange(store);
  return { told: again(told), state: { ...listedAll, base: seq, cursor: seq }, done: true };

  function again(all: readonly Told[]): readonly Told[] {
    return deltaOrders.repeats() ? [...all, ...all.slice(0, 1)] : all;
  }
}
