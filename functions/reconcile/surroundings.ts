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
  const accounts = ids.length === 0 ? new Map() : await ports.people.byId(ids);
  const academyNames = new Map<string, string>();
  if (published.some(needsAcademies))
    for await (const { record } of ports.records.each(academy)) academyNames.set(record.urn, record.name);
  return { publicOrigin, accounts, academyNames };
}

function needsAcademies(published: Published): boolean {
  return (
    published.kind === 'review' ||
    published.kind === 'stage' ||
    (published.kind === 'meeting' && published.stored.record.host !== undefined)
  );
}
