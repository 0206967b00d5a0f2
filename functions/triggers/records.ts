import type { Verb } from '../../shared/access';
import type { Caller } from '../../shared/caller';
import type { Kind, Stored } from '../../shared/record';
import { kindNamed } from '../../shared/records';
import { ok, type Problem, type Result, refuse } from '../../shared/result';
import type { Asked } from '../request';

type Refused = { readonly ok: false; readonly problem: Problem };

/** `/api/records/{kind}` → its declaration, unless the wall stands before it. */
export function kindAsked(name: string, { caller }: Pick<Asked, 'caller'>): Result<Kind> {
  const kind = kindNamed(name);
  if (kind === undefined) return refuse('not-found', 'There is no such kind of record.');
  return beforeTheWall(kind, caller) ?? ok(kind);
}

/** By role alone, before anything is read: it tells nobody what there is. */
export function beforeTheWall(
  { closedTo }: Pick<Kind, 'closedTo'>,
  caller: Pick<Caller, 'roles'>,
): Refused | undefined {
  return closedTo.some((role) => caller.roles.includes(role))
    ? refuse('not-allowed', 'What peers say in a review stays apart from appraisal.')
    : undefined;
}

export function notHere(kind: Pick<Kind, 'one'>): Refused {
  return refuse('not-found', `This ${kind.one} is not here, or not for you to see.`);
}

export function notYours(kind: Pick<Kind, 'one'>, verb: Verb): Refused {
  const does = { create: 'add', read: 'read', update: 'change', remove: 'remove' }[verb];
  return refuse('not-allowed', `You may not ${does} this ${kind.one}. Ask the trust office who may.`);
}

/** What the caller may not read is not there for them: its existence is part of the secret. */
export async function readable<R>(kind: Kind<R>, key: string, asked: Asked): Promise<Result<Stored<R>>> {
  const refused = beforeTheWall(kind, asked.caller);
  if (refused !== undefined) return refused;
  const found = await asked.records.get(kind, key);
  if (found === undefined || !kind.may('read', asked.caller, found.record)) return notHere(kind);
  return ok(found);
}

/** A record that the caller may read, and about to be changed or removed. */
export async function readableFor<R>(verb: Verb, kind: Kind<R>, key: string, asked: Asked): Promise<Result<Stored<R>>> {
  const found = await readable(kind, key, asked);
  return found.ok && !kind.may(verb, asked.caller, found.value.record) ? notYours(kind, verb) : found;
}

/** A clash shows what is stored now, if the caller may read that. */
export function withReadableCurrent<T>(result: Result<T>, kind: Kind, caller: Caller): Result<T> {
  if (result.ok || result.problem.current === undefined) return result;
  const { current, ...rest } = result.problem;
  return kind.may('read', caller, (current as Stored).record) ? result : { ok: false, problem: rest };
}
