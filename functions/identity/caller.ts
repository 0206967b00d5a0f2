import type { Caller, CallerFacts } from '../../shared/caller';
import type { Academy } from '../../shared/records/academy';
import { person } from '../../shared/records/person';
import { ok, type Result, refuse } from '../../shared/result';
import type { Records } from '../ports';
import type { Directory } from './directory';
import type { CheckToken } from './token';

/** The key under which the person of an Entra account is kept. */
export function personKey(id: string): string {
  return `person-${id}`;
}

export type Identify = (authorization: string | null) => Promise<Result<Caller>>;

/**
 * The only place that mints a Caller. The token's roles count while the person's record is active; it is read at every
 * request, so that whoever leaves is out with the next one.
 */
export function identifier(checkToken: CheckToken, records: Records, directory: Directory): Identify {
  return async (authorization) => {
    const token = await checkToken(authorization);
    if (!token.ok) return token;
    const { id, tenant, name, email, roles } = token.value;
    const [found, academies, triads] = await Promise.all([
      records.get(person, personKey(id)),
      directory.academies(),
      directory.triads(),
    ]);
    if (found === undefined || found.record.who.id.toLowerCase() !== id || !found.record.active) return notOneOfUs();
    const { academy } = found.record;
    const facts: CallerFacts = {
      tenant,
      id,
      name: found.record.who.name || name,
      email: found.record.email || email,
      personKey: found.key,
      roles,
      academy,
      hubAcademies: hubAcademies(academy, academies),
      triads: triads
        .filter(({ record }) => academy !== undefined && record.academies.includes(academy))
        .map(({ key }) => key),
    };
    return ok(facts as Caller);
  };
}

function hubAcademies(urn: string | undefined, academies: ReadonlyMap<string, Academy>): readonly string[] {
  const hub = urn === undefined ? undefined : academies.get(urn)?.hub;
  if (hub === undefined) return [];
  return [...academies.values()].filter((one) => one.hub === hub).map((one) => one.urn);
}

function notOneOfUs(): Result<Caller> {
  return refuse(
    'not-allowed',
    'You are signed in, but not in the list of people who work for our academies. Ask the trust office to add you.',
  );
}
