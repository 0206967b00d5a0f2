import type { Kind, Stored } from '../../shared/record';
import { draft } from '../../shared/records/draft';
import { workingCopy } from '../../shared/records/working-copy';
import { requests } from '../../shared/requests';
import { ok, type Result } from '../../shared/result';
import type { Server } from '../server';
import { draftKey } from './draft-key';

/** What the tenant keeps of what is being written: the text, which version, who saved it and when. */
export interface KeptText {
  readonly body: unknown;
  readonly version: string;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
}

/** One text in the tenant. */
export interface DraftStore {
  read(): Promise<Result<KeptText | undefined>>;
  /** Writes over `held`; makes it where there was none. */
  put(held: KeptText | undefined, body: unknown): Promise<Result<KeptText>>;
  remove(): Promise<Result<undefined>>;
}

export interface DraftOf {
  readonly owner: { readonly id: string; readonly name: string };
  /** The form and the record, e.g. `review-scope/review-7`. */
  readonly about: string;
}

/** What one person writes, for that person alone. */
export function createDraftStore(server: Server, { owner, about }: DraftOf): DraftStore {
  return storeOf(server, draft, draftKey(owner.id, about), (body) => ({
    owner: { id: owner.id, name: owner.name },
    about,
    body,
  }));
}

/** The outcome of a review, which all its reviewers write. */
export function createWorkingCopyStore(server: Server, review: string): DraftStore {
  return storeOf(server, workingCopy, review, (body) => ({ review, body }));
}

function storeOf<R extends { readonly body?: unknown }>(
  server: Server,
  kind: Kind<R>,
  key: string,
  recordOf: (body: unknown) => object,
): DraftStore {
  const at = { kind: kind.name, key };
  const keptOf = (stored: Stored, body: unknown): KeptText => ({
    body,
    version: stored.version,
    at: stored.at,
    by: stored.actor,
  });

  async function read(): Promise<Result<KeptText | undefined>> {
    const found = await server.call(requests.getRecord, at);
    if (!found.ok) return found.problem.code === 'not-found' ? ok(undefined) : found;
    const record = kind.parse(found.value.record);
    return record.ok ? ok(keptOf(found.value, record.value.body)) : record;
  }

  return {
    read,
    async put(held, body) {
      const record = recordOf(body);
      const kept =
        held === undefined
          ? await server.call(requests.createRecord, { ...at, record })
          : await server.call(requests.changeRecord, { ...at, version: held.version, record });
      return kept.ok ? ok(keptOf(kept.value, body)) : kept;
    },
    async remove() {
      const found = await read();
      if (!found.ok) return found;
      if (found.value === undefined) return ok(undefined);
      const gone = await server.call(requests.removeRecord, { ...at, version: found.value.version });
      return gone.ok || gone.problem.code === 'not-found' ? ok(undefined) : gone;
    },
  };
}
