import * as z from 'zod/mini';
import type { Kind, Stored } from '../../shared/record';
import { ok, type Result, refuse } from '../../shared/result';
import { Busy, type Log, type Page, type Question, type Records } from '../ports';
import { type Graph, type GraphAnswer, type GraphCall, succeeded } from './call';
import { cursorIn, cursorOf } from './cursor';
import { faultOf, GraphFault } from './fault';
import { byKey, filterOf } from './filter';
import { fromItem } from './from-item';
import type { ItemIds } from './item-ids';
import { listAddress, type Sites } from './list-address';
import { pageSchema } from './pages';

export interface ListTools {
  readonly graph: Graph;
  readonly sites: Sites;
  readonly itemIds: ItemIds;
  readonly log: Log;
}

/** Graph takes 5,000 and documents nothing; 999 has always been taken. */
const largestPage = 999;

export function readItems(tools: ListTools): Pick<Records, 'page' | 'each' | 'get' | 'getMany' | 'history'> {
  return {
    page: (kind, question, more = {}) => readPage(tools, kind, question, more),
    each: (kind, question) => readEach(tools, kind, question),
    async get(kind, key) {
      const [found] = await findByKey(tools, kind, [key]);
      return found;
    },
    async getMany(kind, keys) {
      const found = await findByKey(tools, kind, [...new Set(keys)]);
      return found.filter((one) => one !== undefined);
    },
    history: (kind, key) => readHistory(tools, kind, key),
  };
}

function itemsCall(tools: ListTools, kind: Kind, query: string): GraphCall {
  const { path, place } = listAddress(tools.sites, kind);
  return { method: 'GET', path: `${path}/items?$expand=fields${query}`, needs: 'read lists', place };
}

/** What a kind can read of these items. The rest is reported by kind and key, never by what stands in it. */
function readable<R>(tools: ListTools, kind: Kind<R>, items: readonly unknown[]): readonly Stored<R>[] {
  return items.flatMap((item) => {
    const read = fromItem(kind, item);
    if (!read.ok) {
      const { key, itemId, because } = read;
      tools.log.warn('An item was left out: it is not what its list holds.', { kind: kind.name, key, itemId, because });
      return [];
    }
    tools.itemIds.keep(kind.list, read.stored.key, read.itemId);
    return [read.stored];
  });
}

async function readPage<R>(
  tools: ListTools,
  kind: Kind<R>,
  question: Question | undefined,
  { top = 200, cursor }: { readonly top?: number; readonly cursor?: string | undefined },
): Promise<Result<Page<R>>> {
  const filter = question === undefined ? ok(undefined) : filterOf(kind, question);
  if (!filter.ok) return filter;
  const skip = cursor === undefined ? '' : cursorIn(cursor);
  if (skip === undefined) return refuse('invalid', 'This page is not known any more. Begin the list again.');
  const narrowed = filter.value === undefined ? '' : `&$filter=${filter.value}`;
  const size = Math.min(Math.max(1, Math.trunc(top)), largestPage);
  try {
    const { body } = await tools.graph.ask(itemsCall(tools, kind as Kind, `${narrowed}&$top=${size}${skip}`));
    const page = z.parse(pageSchema, body);
    const next = cursorOf(page['@odata.nextLink']);
    return ok({ records: readable(tools, kind, page.value), ...(next === undefined ? {} : { next }) });
  } catch (error) {
    if (cursor === undefined || !(error instanceof GraphFault) || error.status !== 400) throw error;
    return refuse('invalid', 'This page is not known any more. Begin the list again.');
  }
}

async function* readEach<R>(tools: ListTools, kind: Kind<R>, question?: Question): AsyncGenerator<Stored<R>> {
  const filter = question === undefined ? ok(undefined) : filterOf(kind, question);
  if (!filter.ok) throw new Error(filter.problem.sentence);
  const narrowed = filter.value === undefined ? '' : `&$filter=${filter.value}`;
  for await (const page of tools.graph.pages(itemsCall(tools, kind as Kind, `${narrowed}&$top=${largestPage}`)))
    yield* readable(tools, kind, page);
}

/** The records with these keys, in their order; undefined where there is none. */
export async function findByKey<R>(
  tools: ListTools,
  kind: Kind<R>,
  keys: readonly string[],
): Promise<readonly (Stored<R> | undefined)[]> {
  const calls = keys.map((key) => itemsCall(tools, kind as Kind, `&$filter=${byKey(key)}&$top=1`));
  const answers = await tools.graph.batch(calls);
  return answers.map((answer) => {
    const [found] = readable(tools, kind, z.parse(pageSchema, bodyOf(answer, 'read lists')).value);
    return found;
  });
}

/** The body of an answer from a batch, or what an `ask` would have thrown. */
export function bodyOf(answer: GraphAnswer, needs: string): unknown {
  if (succeeded(answer)) return answer.body;
  throw answer.status === 429 || answer.status === -1 || answer.status >= 500
    ? new Busy(Math.max(1, Math.ceil(Number(answer.headers['retry-after'] ?? 30)) || 30))
    : faultOf(answer, needs);
}

const versionSchema = z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) });

async function readHistory<R>(tools: ListTools, kind: Kind<R>, key: string): Promise<readonly Stored<R>[]> {
  const [present] = await findByKey(tools, kind, [key]);
  const itemId = tools.itemIds.find(kind.list, key);
  if (present === undefined || itemId === undefined) return [];
  const { path, place } = listAddress(tools.sites, kind);
  const call: GraphCall = {
    method: 'GET',
    path: `${path}/items/${itemId}/versions?$expand=fields`,
    needs: 'read lists',
    place,
  };
  const versions: unknown[] = [];
  for await (const page of tools.graph.pages(call)) versions.push(...page);
  const items = versions.map((version) => {
    const { id, fields } = z.parse(versionSchema, version);
    return { id: itemId, eTag: id, fields };
  });
  const newestFirst = items.sort((one, other) => Number(other.eTag) - Number(one.eTag));
  return readable(tools, kind, newestFirst);
}
