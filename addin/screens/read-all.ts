import type { Kind, Stored } from '../../shared/record';
import { requests } from '../../shared/requests';
import { ok, type Result } from '../../shared/result';
import type { Server } from '../server';

/**
 * All records of a kind, or those whose indexed field has a value, page after page. What an older version of the
 * product left behind and the panel cannot read is left out.
 */
export async function readAll<R>(
  server: Server,
  kind: Kind<R>,
  question: { readonly by?: string; readonly is?: string } = {},
): Promise<Result<readonly Stored<R>[]>> {
  const records: Stored<R>[] = [];
  let cursor: string | undefined;
  do {
    const page = await server.call(requests.listRecords, { kind: kind.name, ...question, top: 999, cursor });
    if (!page.ok) return page;
    for (const stored of page.value.records) {
      const parsed = kind.parse(stored.record);
      if (parsed.ok) records.push({ ...stored, record: parsed.value });
    }
    cursor = page.value.next;
  } while (cursor !== undefined);
  return ok(records);
}
