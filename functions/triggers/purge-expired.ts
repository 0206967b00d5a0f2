import type { Kind } from '../../shared/record';
import { kinds } from '../../shared/records';
import { isExpired } from '../../shared/retention';
import type { Ports } from '../ports';
import { today } from '../today';

/** Removes what its kind does not keep any longer. A record that changed meanwhile is kept: its time begins anew. */
export async function purgeExpired({ records, clock, log }: Pick<Ports, 'records' | 'clock' | 'log'>): Promise<void> {
  const day = today(clock);
  for (const kind of Object.values(kinds) as Kind[]) {
    let removed = 0;
    for await (const stored of records.each(kind)) {
      if (!isExpired(kind, stored, day)) continue;
      const gone = await records.remove(kind, stored);
      if (gone.ok) removed += 1;
    }
    if (removed > 0) log.info('Removed records that were kept long enough.', { kind: kind.name, removed });
  }
}
