import * as z from 'zod/mini';
import type { Kind, Stored } from '../../shared/record';
import { ok, type Result, refuse } from '../../shared/result';
import { same } from '../../shared/same';
import { type Actor, type At, Busy, type Clock, type Records } from '../ports';
import { type GraphAnswer, type GraphCall, succeeded } from './call';
import { faultOf } from './fault';
import { listAddress } from './list-address';
import { bodyOf, findByKey, type ListTools } from './read-items';
import { mostRounds, pauseBefore } from './retry-policy';
import { toFields, withoutEmpty } from './to-fields';

export interface WriteTools extends ListTools {
  readonly clock: Clock;
}

/** One record on its way into a list. */
interface Write<R> {
  readonly stored: Omit<Stored<R>, 'version'>;
  readonly call: GraphCall;
  /** What the record that is found under the key says of an answer that is not a success. */
  readonly judge: (found: Stored<R> | undefined, answer: GraphAnswer) => Result<Stored<R>> | 'again';
}

type Writes = Pick<Records, 'create' | 'createMany' | 'change' | 'changeMany' | 'remove'>;

export function writeItems(tools: WriteTools): Writes {
  const createMany: Writes['createMany'] = (kind, records, actor) =>
    settle(
      tools,
      kind,
      records.map(({ key, record }) => toCreate(tools, kind, key, record, actor)),
    );
  const changeMany: Writes['changeMany'] = async (kind, changes, actor) => {
    await learnItemIds(
      tools,
      kind as Kind,
      changes.map(({ at }) => at.key),
    );
    return settle(
      tools,
      kind,
      changes.map(({ at, record }) => toChange(tools, kind, at, record, actor)),
    );
  };
  return {
    createMany,
    changeMany,
    create: async (kind, key, record, actor) => only(await createMany(kind, [{ key, record }], actor)),
    change: async (kind, at, record, actor) => only(await changeMany(kind, [{ at, record }], actor)),
    remove: (kind, at) => removeItem(tools, kind, at),
  };
}

function only<T>(answers: readonly T[]): T {
  const [first] = answers;
  if (first === undefined) throw new Error('One was asked for and none came back.');
  return first;
}

/** Writes in batches until each has its answer. */
async function settle<R>(
  tools: WriteTools,
  kind: Kind<R>,
  writes: readonly Result<Write<R>>[],
): Promise<readonly Result<Stored<R>>[]> {
  const settled: Result<Stored<R>>[] = [];
  let open = writes.flatMap((write, index) => {
    if (!write.ok) settled[index] = write;
    return write.ok ? [{ index, ...write.value }] : [];
  });
  for (let round = 1; open.length > 0; round += 1) {
    if (round > mostRounds) throw new Busy(30);
    if (round > 1) await tools.clock.wait(pauseBefore(round));
    const answers = await tools.graph.batch(open.map(({ call }) => call));
    const doubtful = open.flatMap((write, index) => {
      const answer = answers[index] ?? nothing;
      if (succeeded(answer)) settled[write.index] = ok(accept(tools, kind, write, answer));
      return succeeded(answer) ? [] : [{ write, answer }];
    });
    const keys = doubtful.map(({ write }) => write.stored.key);
    const found = keys.length === 0 ? [] : await findByKey(tools, kind, keys);
    open = doubtful.flatMap(({ write, answer }, index) => {
      if (answer.status === 429) bodyOf(answer, 'write lists');
      const judged = write.judge(found[index], answer);
      if (judged !== 'again') settled[write.index] = judged;
      return judged === 'again' ? [write] : [];
    });
  }
  return settled;
}

const nothing: GraphAnswer = { status: -1, headers: {}, body: undefined };
const writtenItem = z.object({ id: z.string(), eTag: z.optional(z.string()), '@odata.etag': z.optional(z.string()) });

function accept<R>(tools: WriteTools, kind: Kind<R>, { stored }: Write<R>, answer: GraphAnswer): Stored<R> {
  const { id, eTag, '@odata.etag': annotation } = z.parse(writtenItem, answer.body);
  const version = eTag ?? annotation;
  if (version === undefined) throw new Error('SharePoint gave a written item no version.');
  tools.itemIds.keep(kind.list, stored.key, id);
  return { ...stored, version };
}

function unclear({ status }: GraphAnswer): boolean {
  return status < 0 || status >= 500 || status === 408;
}

function toCreate<R>(tools: WriteTools, kind: Kind<R>, key: string, record: R, actor: Actor): Result<Write<R>> {
  const at = tools.clock.now().toISOString();
  const fields = toFields(kind, { key, record, actor, at });
  if (!fields.ok) return fields;
  const { path, place } = listAddress(tools.sites, kind);
  return ok({
    stored: { key, record, actor, at },
    call: {
      method: 'POST',
      path: `${path}/items`,
      needs: 'write lists',
      place,
      body: { fields: withoutEmpty(fields.value) },
    },
    judge(found, answer) {
      if (found !== undefined)
        return same(found.record, record) ? ok(found) : refuse('not-now', `Another ${kind.one} already has this key.`);
      if (unclear(answer)) return 'again';
      throw faultOf(answer, 'write lists');
    },
  });
}

function toChange<R>(tools: WriteTools, kind: Kind<R>, at: At, record: R, actor: Actor): Result<Write<R>> {
  const { key, version } = at;
  const moment = tools.clock.now().toISOString();
  const fields = toFields(kind, { key, record, actor, at: moment });
  if (!fields.ok) return fields;
  const itemId = tools.itemIds.find(kind.list, key);
  if (itemId === undefined) return gone(kind as Kind);
  return ok({
    stored: { key, record, actor, at: moment },
    call: itemCall(tools, kind as Kind, { itemId, version, method: 'PATCH', body: { fields: fields.value } }),
    judge(found, answer) {
      if (found === undefined) return gone(kind as Kind);
      // A change whose answer was lost is found as it was meant to be.
      if (same(found.record, record) && found.actor.id === actor.id && found.version !== version) return ok(found);
      if (found.version !== version) return changedMeanwhile(kind as Kind, found);
      if (unclear(answer) || answer.status === 409) return 'again';
      throw faultOf(answer, 'write lists');
    },
  });
}

function itemCall(
  tools: ListTools,
  kind: Kind,
  of: {
    readonly itemId: string;
    readonly version: string;
    readonly method: 'PATCH' | 'DELETE';
    readonly body?: unknown;
  },
): GraphCall {
  const { path, place } = listAddress(tools.sites, kind);
  return {
    method: of.method,
    path: `${path}/items/${of.itemId}`,
    needs: 'write lists',
    place,
    headers: { 'If-Match': of.version },
    ...(of.body === undefined ? {} : { body: of.body }),
  };
}

async function learnItemIds(tools: ListTools, kind: Kind, keys: readonly string[]): Promise<void> {
  const unknownKeys = keys.filter((key) => tools.itemIds.find(kind.list, key) === undefined);
  if (unknownKeys.length > 0) await findByKey(tools, kind, unknownKeys);
}

async function removeItem(tools: WriteTools, kind: Kind, at: At): Promise<Result<undefined>> {
  await learnItemIds(tools, kind, [at.key]);
  for (let round = 1; round <= mostRounds; round += 1) {
    const itemId = tools.itemIds.find(kind.list, at.key);
    if (itemId === undefined) return ok(undefined);
    const call = itemCall(tools, kind, { itemId, version: at.version, method: 'DELETE' });
    const answer = only(await tools.graph.batch([call]));
    if (succeeded(answer)) {
      tools.itemIds.forget(kind.list, at.key);
      return ok(undefined);
    }
    if (answer.status === 429) bodyOf(answer, 'write lists');
    const [found] = await findByKey(tools, kind, [at.key]);
    if (found === undefined) return ok(undefined);
    if (found.version !== at.version) return changedMeanwhile(kind, found);
    if (!unclear(answer) && answer.status !== 409) throw faultOf(answer, 'write lists');
  }
  throw new Busy(30);
}

function gone(kind: Kind): Result<never> {
  return refuse('not-found', `This ${kind.one} is not here any more. Go back to the list.`);
}

function changedMeanwhile(kind: Kind, current: Stored): Result<never> {
  return refuse('changed-meanwhile', `Somebody changed this ${kind.one} meanwhile. Compare and save again.`, {
    current,
  });
}
