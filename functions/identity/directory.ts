import type { Stored } from '../../shared/record';
import { type Academy, academy } from '../../shared/records/academy';
import { type Triad, triad } from '../../shared/records/triad';
import { type Trust, trust } from '../../shared/records/trust';
import type { Clock, Records } from '../ports';

/**
 * What every request needs and what hardly changes: the trust, its academies, its triads. Kept for a minute, so that a
 * morning's requests do not read the same three lists again and again. People are never kept: who has left has left.
 */
export interface Directory {
  trust(): Promise<Stored<Trust> | undefined>;
  academies(): Promise<ReadonlyMap<string, Academy>>;
  triads(): Promise<readonly Stored<Triad>[]>;
  /** Forget, after one of these was written. */
  forget(): void;
}

const keptSeconds = 60;

export function directoryOf(records: Records, clock: Pick<Clock, 'now'>): Directory {
  const shelf = new Map<string, { readonly at: number; readonly value: Promise<unknown> }>();

  function kept<T>(name: string, read: () => Promise<T>): Promise<T> {
    const now = clock.now().getTime();
    const found = shelf.get(name);
    if (found !== undefined && Math.abs(now - found.at) < keptSeconds * 1000) return found.value as Promise<T>;
    const value = read();
    shelf.set(name, { at: now, value });
    // A failed reading is not kept; whoever asked gets the failure.
    value.catch(() => shelf.delete(name));
    return value;
  }

  return {
    trust: () => kept('trust', async () => (await allOf(records.each(trust)))[0]),
    academies: () =>
      kept('academies', async () => {
        const all = await allOf(records.each(academy));
        return new Map(all.map(({ record }) => [record.urn, record]));
      }),
    triads: () => kept('triads', () => allOf(records.each(triad))),
    forget: () => shelf.clear(),
  };
}

export async function allOf<T>(many: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const one of many) all.push(one);
  return all;
}
