import { academy } from '../../shared/records/academy';
import type { Ports } from '../ports';
import type { Published } from './published';
import { peopleIn, type Surroundings } from './wanted-event';

/** All that the events of these records say beside them, in as few requests as it takes. */
export async function readSurroundings(
  published: readonly Published[],
  ports: Pick<Ports, 'records' | 'people'>,
  publicOrigin: string,
): Promise<Surroundings> {
  const ids = [...new Set(published.flatMap(peopleIn))];
  const [accounts, academyNames] = await Promise.all([
    ids.length === 0 ? new Map() : ports.people.byId(ids),
    published.some(needsAcademies) ? readAcademyNames(ports) : new Map<string, string>(),
  ]);
  return { publicOrigin, accounts, academyNames };
}

async function readAcademyNames({ records }: Pick<Ports, 'records'>): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for await (const { record } of records.each(academy)) names.set(record.urn, record.name);
  return names;
}

function needsAcademies(published: Published): boolean {
  return (
    published.kind === 'review' ||
    published.kind === 'stage' ||
    (published.kind === 'meeting' && published.stored.record.host !== undefined)
  );
}
