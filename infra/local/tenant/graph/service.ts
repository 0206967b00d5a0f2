import type { Counters } from '../counters';
import type { Fault, Faults } from '../faults';
import type { Gates, Listener } from '../gates';
import type { Answer, Refusal } from './answer';
import { makeConcurrency, mostAtOnce } from './concurrency';
import { faultRefusal, tooMany } from './fault-answer';
import { graphPath, type Ids, type Operation, perform, refusalAnswer } from './operation';
import type { Tenant } from './request';
import { resourceOf } from './resource';
import { kindOf, type Match, router } from './routes';
import { routes } from './routes-table';

/** The connection that a call came by. */
export interface Connection extends Listener {
  /** When it closes. */
  readonly closed: Promise<void>;
}

/** `lost`: the connection is to be destroyed instead of an answer. */
export type Outcome = Answer | 'lost';

export interface GraphParts {
  readonly tenant: Tenant;
  readonly counters: Counters;
  readonly faults: Faults;
  readonly gates: Gates;
  readonly latencyMilliseconds: () => number;
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

export function makeGraphService({ tenant, counters, faults, gates, latencyMilliseconds }: GraphParts): GraphService {
  const find = router(routes);
  const concurrency = makeConcurrency(counters);

  const keyOf = (operation: Operation): { key: string; isMailbox: boolean } => {
    const { kind, id } = resourceOf(graphPath(operation), tenant.store);
    return { key: `${operation.caller.app.clientId} ${kind} ${id}`, isMailbox: kind === 'mailbox' };
  };

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
      return perform(operation, match, tenant, ids);
    } finally {
      leave?.();
    }
  };

  const withFault = async (
    operation: Operation,
    match: Match,
    ids: Ids,
    fault: Fault | undefined,
    refuse: (fault: Fault) => Refusal,
  ): Promise<Answer> => {
    if (fault && !['reset-after', '504-after', 'slow'].includes(fault.kind)) throw refuse(fault);
    const answer = await serve(operation, match, ids, fault?.kind === 'slow' ? fault.slowMilliseconds : 0);
    if (fault?.kind === '504-after') throw refuse(fault);
    return answer;
  };

  const alone = async (operation: Operation, connection: Connection, ids: Ids): Promise<Outcome> => {
    try {
      const match = matchOf(operation);
      const { key } = keyOf(operation);
      const wait = gates.early(key);
      if (wait !== undefined) throw tooMany(String(Math.ceil(wait)));
      const fault = faults.draw(operation.method, graphPath(operation), 'whole');
      if (fault) counters.addFault(fault.kind);
      if (fault?.kind === 'reset-before') return 'lost';
      if (fault?.kind === 'hang') {
        await connection.closed;
        return 'lost';
      }
      const answer = await withFault(operation, match, ids, fault, (given) => statusFault(given, key, connection));
      return fault?.kind === 'reset-after' ? 'lost' : answer;
    } catch (error) {
      return refusalAnswer(error, ids, tenant.now());
    }
  };

  const inBatch: GraphService['inBatch'] = async (operation, connection, ids, early) => {
    try {
      const match = matchOf(operation);
      const { key } = keyOf(operation);
      const wait = early.get(key);
      if (wait !== undefined) throw tooMany(String(Math.ceil(wait)));
      const fault = faults.draw(operation.method, graphPath(operation), 'in batch');
      if (fault) counters.addFault(fault.kind);
      return await withFault(operation, match, ids, fault, (given) => statusFault(given, key, connection));
    } catch (error) {
      return refusalAnswer(error, ids, tenant.now());
    }
  };

  return {
    alone,
    inBatch,
    earlyOf: (operations) => {
      const keys = new Set(operations.map((operation) => keyOf(operation).key));
      const found = [...keys].flatMap((key) => {
        const wait = gates.early(key);
        return wait === undefined ? [] : [[key, wait] as const];
      });
      return new Map(found);
    },
    mailboxOf: (operation) => {
      const { key, isMailbox } = keyOf(operation);
      return isMailbox ? key : undefined;
    },
    mostAtOnce,
  };
}
