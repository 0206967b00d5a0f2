import { person as personKind } from '../../../shared/records/person';
import { review as reviewKind } from '../../../shared/records/review';
import type { InputOf, requests } from '../../../shared/requests';
import { ok, type Result } from '../../../shared/result';
import { chooseChampions } from '../../../shared/triads/champions';
import { allRecords } from '../../directory';
import type { Server } from '../../server';
import type { ToPublish } from './publish-state';

type Champions = NonNullable<InputOf<typeof requests.publishTriad>['champions']>;

/** Who leads the workshop of each host: chosen for the whole round at once, so that nobody comes twice too early. */
export async function championsOf(server: Server, { problem, round, triads }: ToPublish): Promise<Result<Champions>> {
  const [people, reviews] = await Promise.all([allRecords(server, personKind), allRecords(server, reviewKind)]);
  if (!people.ok) return people;
  if (!reviews.ok) return reviews;
  const led = reviews.value.map(({ record }) => record.champion?.id);
  const able = people.value
    .map(({ record }) => record)
    .filter(({ active, responsibilities }) => active && responsibilities?.includes('Improvement Champion'))
    .flatMap(({ who, academy }) =>
      academy === undefined
        ? []
        : [{ key: who.id, name: who.name, academy, workshops: led.filter((id) => id === who.id).length }],
    );
  const names = new Map(able.map(({ key, name }) => [key, name]));
  const chosen = chooseChampions(problem, [{ round, triads: triads.map((triad) => [...triad]) }], able);
  return ok(
    chosen.flatMap(({ host, champion }) =>
      champion === undefined ? [] : [{ host, champion: { id: champion, name: names.get(champion) ?? '' } }],
    ),
  );
}
