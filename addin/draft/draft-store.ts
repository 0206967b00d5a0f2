import type { Stored } from '../../shared/record';
import { type Draft, draft } from '../../shared/records/draft';
import { requests } from '../../shared/requests';
import { ok, type Result } from '../../shared/result';
import type { Server } from '../server';
import { draftKey } from './draft-key';

/** One draft in the tenant. */
export interface DraftStore {
  read(): Promise<Result<Stored<Draft> | undefined>>;
  /** Writes over `held`; makes the draft where there was none. */
  put(held: Stored<Draft> | undefined, body: unknown): Promise<Result<Stored<Draft>>>;
  remove(): Promise<Result<undefined>>;
}

export interface DraftOf {
  readonly owner: { readonly id: string; readonly name: string };
  /** The form and the record, e.g. `review-outcome/review-7`. */
  readonly about: string;
}

export function createDraftStore(server: Server, { owner, about }: DraftOf): DraftStore {
  const at = { kind: draft.name, key: draftKey(owner.id, about) };
  const recordOf = (body: unknown): Draft => ({ owner: { id: owner.id, name: owner.name }, about, body });

  async function read(): Promise<Result<Stored<Draft> | undefined>> {
    const found = await server.call(requests.getRecord, at);
    if (!found.ok) return found.problem.code === 'not-found' ? ok(undefined) : found;
    const record = draft.parse(found.value.record);
    return record.ok ? ok({ ...found.value, record: record.value }) : record;
  }

  return {
    read,
    async put(held, body) {
      const record = recordOf(body);
      const kept =
        held === undefined
          ? await server.call(requests.createRecord, { ...at, record })
          : await server.call(requests.changeRecord, { ...at, version: held.version, record });
      return kept.ok ? ok({ ...kept.value, record }) : kept;
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
