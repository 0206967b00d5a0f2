import type { Kind, Stored } from '../shared/record';
import { academy as academyKind } from '../shared/records/academy';
import { person as personKind } from '../shared/records/person';
import { requests } from '../shared/requests';
import { ok, type Result } from '../shared/result';
import type { PersonOption } from './parts/people-combo';
import type { Server } from './server';

export interface AcademyName {
  readonly urn: string;
  readonly name: string;
}

export interface DirectoryPerson extends PersonOption {
  /** URN; absent for the central team. */
  readonly academy?: string;
}

/** Academies and people by name, for choosing them in forms. */
export interface Directory {
  academies(): Promise<Result<readonly AcademyName[]>>;
  people(): Promise<Result<readonly DirectoryPerson[]>>;
}

const pageSize = 200;

/** All records of a kind that the caller may read, or those whose indexed field `by` is `is`, page by page. */
export async function allRecords<R>(
  server: Server,
  kind: Kind<R>,
  question: { readonly by?: string; readonly is?: string } = {},
): Promise<Result<readonly Stored<R>[]>> {
  const found: Stored<R>[] = [];
  let cursor: string | undefined;
  do {
    const page = await server.call(requests.listRecords, { kind: kind.name, ...question, top: pageSize, cursor });
    if (!page.ok) return page;
    for (const stored of page.value.records) {
      const record = kind.parse(stored.record);
      // Stored by an older version of the product: left out of lists for choosing.
      if (record.ok) found.push({ ...stored, record: record.value });
    }
    cursor = page.value.next;
  } while (cursor !== undefined);
  return ok(found);
}

async function readAcademies(server: Server): Promise<Result<readonly AcademyName[]>> {
  const found = await allRecords(server, academyKind);
  if (!found.ok) return found;
  const names = found.value
    .filter(({ record }) => record.leftOn === undefined)
    .map(({ record }) => ({ urn: record.urn, name: record.name }));
  return ok(names.sort((one, other) => one.name.localeCompare(other.name, 'en-GB')));
}

async function readPeople(
  server: Server,
  academies: readonly AcademyName[],
): Promise<Result<readonly DirectoryPerson[]>> {
  const found = await allRecords(server, personKind);
  if (!found.ok) return found;
  const nameOf = new Map(academies.map(({ urn, name }) => [urn, name]));
  const people = found.value
    .filter(({ record }) => record.active)
    .map(({ record }) => ({
      id: record.who.id,
      name: record.who.name,
      detail: [record.post, nameOf.get(record.academy ?? '')].filter(Boolean).join(', '),
      ...(record.academy === undefined ? {} : { academy: record.academy }),
    }));
  return ok(people.sort((one, other) => one.name.localeCompare(other.name, 'en-GB')));
}

/** Keeps a good answer; a refused one is asked again next time. */
function once<T>(ask: () => Promise<Result<T>>): () => Promise<Result<T>> {
  let kept: Promise<Result<T>> | undefined;
  return async () => {
    kept ??= ask();
    const answer = await kept;
    if (!answer.ok) kept = undefined;
    return answer;
  };
}

export function createDirectory(server: Server): Directory {
  const academies = once(() => readAcademies(server));
  const people = once(async () => {
    const names = await academies();
    return readPeople(server, names.ok ? names.value : []);
  });
  return { academies, people };
}
