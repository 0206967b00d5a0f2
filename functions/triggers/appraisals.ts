import { objective } from '../../shared/records/objective';
import { person } from '../../shared/records/person';
import { requests } from '../../shared/requests';
import { ok } from '../../shared/result';
import { isHead } from '../../shared/reviews/heads';
import { allOf } from '../identity/directory';
import { trigger } from '../request';

export const appraisals = trigger(requests.appraisals, {
  permit: ['HR', 'Executive'],
  async act({ year }, { records, caller, directory }) {
    const [people, objectives, academies] = await Promise.all([
      allOf(records.each(person)),
      allOf(records.each(objective, { by: 'year', is: year })),
      directory.academies(),
    ]);
    const readable = objectives.filter(({ record }) => objective.may('read', caller, record));
    const withObjective = new Set(readable.map(({ record }) => record.who.id));
    const shown = people
      .map(({ record }) => record)
      .filter((one) => (one.active && isHead(one)) || withObjective.has(one.who.id));
    return ok({
      people: shown
        .map(({ who, academy: urn }) => ({
          person: who,
          ...(urn === undefined ? {} : { academy: { urn, name: academies.get(urn)?.name ?? urn } }),
          objectives: readable
            .filter(({ record }) => record.who.id === who.id)
            .map((one) => ({ ...one, actor: { ...one.actor } })),
        }))
        .sort((one, other) => one.person.name.localeCompare(other.person.name, 'en-GB')),
    });
  },
});
