import { randomUUID } from 'node:crypto';
import type { GraphPorts, Page, Ports, Question, Records, Together } from '../../functions/ports';
import { provePlan } from '../../functions/triads/prove-plan';
import type { Kind, Stored } from '../../shared/record';
import { ok, type Result, refuse } from '../../shared/result';
import { same } from '../../shared/same';

interface Held {
  versions: Stored[];
}

/** The ports, kept in memory: the same promises as functions/graph keeps, for tests of the triggers. */
export interface HandPorts extends Omit<Ports, 'hints' | 'log'> {
  /** Puts a record there, as if it had always been there. */
  put<R>(kind: Kind<R>, key: string, record: R, at?: string): Stored<R>;
  all<R>(kind: Kind<R>): readonly Stored<R>[];
  readonly letters: Parameters<Ports['mail']['send']>[0][];
  /** How often a list was asked. */
  asked: number;
  setNow(moment: string): void;
}

export function portsByHand(start = '2026-11-23T12:00:00.000Z'): HandPorts {
  const lists = new Map<string, Map<string, Held>>();
  const letters: HandPorts['letters'] = [];
  let moment = start;
  let count = 0;
  const counted = { asked: 0 };

  const listOf = (kind: Pick<Kind, 'name'>) => {
    const found = lists.get(kind.name) ?? new Map<string, Held>();
    lists.set(kind.name, found);
    return found;
  };
  const present = <R>(kind: Kind<R>, key: string) => listOf(kind).get(key)?.versions[0] as Stored<R> | undefined;
  const write = <R>(kind: Kind<R>, key: string, record: R, actor: Stored['actor'], at = moment): Stored<R> => {
    count += 1;
    const stored = structuredClone({
      key,
      version: `"v,${count}"`,
      record,
      actor: { id: actor.id, name: actor.name },
      at,
    });
    const held = listOf(kind).get(key) ?? { versions: [] };
    held.versions.unshift(stored);
    listOf(kind).set(key, held);
    return stored;
  };
  const matches = (record: unknown, question: Question | undefined) => {
    if (question === undefined) return true;
    const value = (record as Record<string, unknown>)[question.by];
    return (typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value) === question.is;
  };
  const found = <R>(kind: Kind<R>, question: Question | undefined) => {
    counted.asked += 1;
    if (question !== undefined && kind.fields[question.by]?.indexed !== true)
      throw new Error(`The list ${kind.list} has no index on ${question.by}.`);
    return [...listOf(kind).values()]
      .map(({ versions }) => versions[0] as Stored<R>)
      .filter(({ record }) => matches(record, question));
  };

  const records: Records = {
    async page(kind, question, { top = 200, cursor } = {}): Promise<Result<Page<never>>> {
      const from = Number(cursor ?? 0);
      if (!Number.isInteger(from)) return refuse('invalid', 'Begin again from the first page.');
      const all = found(kind, question) as Stored<never>[];
      const next = from + top < all.length ? { next: String(from + top) } : {};
      return ok({ records: all.slice(from, from + top), ...next });
    },
    async *each(kind, question) {
      yield* found(kind, question);
    },
    async get(kind, key) {
      counted.asked += 1;
      return present(kind, key);
    },
    async getMany(kind, keys) {
      counted.asked += 1;
      return [...new Set(keys)].flatMap((key) => present(kind, key) ?? []);
    },
    async create(kind, key, record, actor) {
      const held = present(kind, key);
      if (held === undefined) return ok(write(kind, key, record, actor));
      return same(held.record, record)
        ? ok(held)
        : refuse('not-now', 'Another record has this key. Choose another key.');
    },
    async createMany(kind, all, actor) {
      return Promise.all(all.map(({ key, record }) => records.create(kind, key, record, actor)));
    },
    async change(kind, at, record, actor) {
      const held = present(kind, at.key);
      if (held === undefined) return refuse('not-found', 'This record is not here any more.');
      if (held.version !== at.version)
        return refuse('changed-meanwhile', 'Somebody changed this meanwhile.', { current: held });
      return ok(write(kind, at.key, record, actor));
    },
    async changeMany(kind, all, actor) {
      return Promise.all(all.map(({ at, record }) => records.change(kind, at, record, actor)));
    },
    async remove(kind, at) {
      const held = present(kind, at.key);
      if (held !== undefined && held.version !== at.version)
        return refuse('changed-meanwhile', 'Somebody changed this meanwhile.', { current: held });
      listOf(kind).delete(at.key);
      return ok(undefined);
    },
    async history(kind, key) {
      return (listOf(kind).get(key)?.versions ?? []) as Stored<never>[];
    },
  };

  const outside: Omit<GraphPorts, 'records' | 'mail' | 'together'> = {
    calendar: {
      eventsBetween: async () => [],
      eventStamped: async () => undefined,
      follow: async () => 'place-1',
      changesSince: async (_mailbox, link) => ({ events: [], gone: [], link }),
      subscribe: async (_mailbox, _listener, until) => ({ id: 'subscription-1', until: until.toISOString() }),
      renew: async (id, until) => ({ id, until: until.toISOString() }),
      prepare: async (_mailbox, steps) => steps,
      apply: async () => [],
      busy: async (emails) => ({
        busy: emails.slice(0, 1).map((email) => ({ email, from: '2027-01-11T15:00', until: '2027-01-11T16:00' })),
        withoutMailbox: [],
      }),
    },
    people: { byEmail: async () => new Map(), byId: async () => new Map() },
    files: {
      templates: async () => [],
      readTemplate: async () => refuse('not-found', 'This template is not here any more.'),
      meetingFiles: async () => ok({ folders: [], files: [] }),
      saveDocument: async (_about, name) => ({ id: 'document-1', name }),
      readDocument: async () => refuse('not-found', 'This document is not here any more.'),
    },
  };

  return {
    ...outside,
    records,
    together: togetherOver({ ...outside, records }),
    mail: { send: async (letter) => void letters.push(letter) },
    clock: { now: () => new Date(moment), wait: async () => undefined },
    ids: { next: randomUUID },
    proofs: { prove: (task) => provePlan(task, () => undefined) },
    put: (kind, key, record, at) => write(kind, key, record, { id: 'seed', name: 'Seed' }, at),
    all: (kind) => [...listOf(kind).values()].map(({ versions }) => versions[0] as Stored<never>),
    letters,
    get asked() {
      return counted.asked;
    },
    set asked(value) {
      counted.asked = value;
    },
    setNow(value) {
      moment = value;
    },
  };
}

/** One after the other, which is all that whoever asks may count on. */
export function togetherOver(ports: Pick<Ports, 'records' | 'calendar' | 'people'>): Together {
  return async (first, rest) => {
    const led = await first(ports);
    return { first: led, rest: led.ok ? await rest(ports) : undefined };
  };
}
