import type { Counters } from '../counters';
import type { Fault, Faults } from '../faults';
import type { Gates, Listener } from '../gates';
import type { Answer, Refusal } from './answer';
import { makeConcurrency, mostAtOnce } from './concurrency';
import { faultRefusal, tooMany } from './fault-answer';
import { graphPath, type Ids, type Operation, perform, prepare, refusalAnswer } from './operation';
import type { Tenant } from './request';
import { resourceOf } from './resource';
import { kindOf, type Match, router } from './routes';
import { routes } from './routes-table';

/** The connection that a call came by. */
export interface Connection extends Listener {
  /** When it closes. */
  closed(): Promise<void>;
}

/** `lost`: the connection is to be destroyed instead of an answer. */
export type Outcome = Answer | 'lost';

export interface GraphParts {
  readonly tenant: Tenant;
  readonly counters: Counters;
  readonly faults: Faults;
  readonly gates: Gates;
  readonly latencyMilliseconds: () => number;
  /** After every call that may have written. */
  readonly written: () => void;
}

export interface GraphService {
  /** One call on its own. */
  alone(operation: Operation, connection: Connection, ids: Ids): Promise<Outcome>;
  /** One call of a `$batch`; `early` is what the batch as a whole found at the gates. */
  inBatch(operation: Operation, connection: Connection, ids: Ids, early: ReadonlyMap<string, number>): Promise<Answer>;
  /** The gates that a batch runs against, looked at once. */
  earlyOf(operations: readonly Operation[]): ReadonlyMap<string, number>;
  /** The key of a mailbox that allows four at once; undefined for all else. */
  mailboxOf(operation: Operation): string | undefined;
  readonly mostAtOnce: number;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Throttling is by app and mailbox or site. */
function throttledBy(operation: Operation, { store }: Tenant): { key: string; isMailbox: boolean } {
  const { kind, id } = resourceOf(graphPath(operation), store);
  return { key: `${operation.caller.app.clientId} ${kind} ${id}`, isMailbox: kind === 'mailbox' };
}

function earlyAt(gates: Gates, keys: ReadonlySet<string>): ReadonlyMap<string, number> {
  const found = [...keys].flatMap((key) => {
    const wait = gates.early(key);
    return wait === undefined ? [] : [[key, wait] as const];
  });
  return new Map(found);
}

interface Serving {
  readonly operation: Operation;
  readonly match: Match;
  readonly ids: Ids;
  readonly fault: Fault | undefined;
  readonly refuse: (fault: Fault) => Refusal;
}

const appliedAnyway = ['reset-after', '504-after', 'slow'];

export function makeGraphService(parts: GraphParts): GraphService {
  const { tenant, counters, faults, gates, latencyMilliseconds } = parts;
  const find = router(routes);
  const concurrency = makeConcurrency(counters);

  const keyOf = (operation: Operation) => throttledBy(operation, tenant);

  const matchOf = (operation: Operation): Match => {
    counters.add('operations');
    const match = find(operation.method, graphPath(operation));
    counters.addKind(kindOf(match.route));
    return match;
  };

  const statusFault = (fault: Fault, key: string, connection: Connection): Refusal => {
    const { refusal, seconds } = faultRefusal(fault, tenant.now());
    if (seconds !== undefined) gates.close(key, seconds, connection);
    return refusal;
  };

  /** The call itself, in its turn at the mailbox and with the time that Graph takes. */
  const serve = async (operation: Operation, match: Match, ids: Ids, extraMilliseconds: number): Promise<Answer> => {
    const { key, isMailbox } = keyOf(operation);
    const leave = isMailbox ? concurrency.enter(key) : undefined;
    try {
      const wait = (latencyMilliseconds() || (isMailbox ? 1 : 0)) + extraMilliseconds;
      if (wait > 0) await pause(wait);
      await prepare(operation, match, tenant);
      const answer = perform(operation, match, tenant, ids);
      if (operation.method !== 'GET') parts.written();
      return answer;
    } finally {
      leave?.();
    }
  };

  const withFault = async ({ operation, match, ids, fault, refuse }: Serving): Promise<Answer> => {
    if (fault && !appliedAnyway.includes(fault.kind)) throw refuse(fault);
    const answer = await serve(operation, match, ids, fault?.kind === 'slow' ? fault.slowMilliseconds : 0);
    if (fault?.kind === '504-after') throw refuse(fault);
    return answer;
  };

  /** What stands before every call: is it known, may it come now, and what happens to it. */
  const admit = (operation: Operation, part: 'whole' | 'in batch', early: (key: string) => number | undefined) => {
    const match = matchOf(operation);
    const { key } = keyOf(operation);
    const wait = early(key);
    if (wait !== undefined) throw tooMany(String(Math.ceil(wait)));
    const fault = faults.draw(operation.method, graphPath(operation), part);
    if (fault) counters.addFault(fault.kind);
    return { match, key, fault };
  };

  const alone = async (operation: Operation, connection: Connection, ids: Ids): Promise<Outcome> => {
    try {
      const { match, key, fault } = admit(operation, 'whole', gates.early);
      if (fault?.kind === 'reset-before') return 'lost';
      if (fault?.kind === 'hang') {
        await connection.closed();
        return 'lost';
      }
      const refuse = (given: Fault) => statusFault(given, key, connection);
      const answer = await withFault({ operation, match, ids, fault, refuse });
      return fault?.kind === 'reset-after' ? 'lost' : answer;
    } catch (error) {
      return refusalAnswer(error, ids, tenant.now());
    }
  };

  const inBatch: GraphService['inBatch'] = async (operation, connection, ids, early) => {
    try {
      const { match, key, fault } = admit(operation, 'in batch', (wanted) => early.get(wanted));
      const refuse = (given: Fault) => statusFault(given, key, connection);
      return await withFault({ operation, match, ids, fault, refuse });
    } catch (error) {
      return refusalAnswer(error, ids, tenant.now());
    }
  };

  return {
    alone,
    inBatch,
    earlyOf: (operations) => earlyAt(gates, new Set(operations.map((operation) => keyOf(operation).key))),
    mailboxOf: (operation) => {
      const { key, isMailbox } = keyOf(operation);
      return isMailbox ? key : undefined;
    },
    mostAtOnce,
  };
}
