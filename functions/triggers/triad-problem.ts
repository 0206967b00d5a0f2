import { hub } from '../../shared/records/hub';
import { triad } from '../../shared/records/triad';
import { requests } from '../../shared/requests';
import { ok } from '../../shared/result';
import { schoolYearOf } from '../../shared/time/school-year';
import { problemFromLists } from '../../shared/triads/planning';
import { allOf } from '../identity/directory';
import { trigger } from '../request';
import { today } from '../today';

export const triadProblem = trigger(requests.triadProblem, {
  permit: ['TrustOffice'],
  async act(_input, { records, directory, clock }) {
    const day = today(clock);
    // Triads are read afresh: a round that was published a moment ago is history by now.
    const [academies, trust, hubs, triads] = await Promise.all([
      directory.academies(),
      directory.trust(),
      allOf(records.each(hub)),
      allOf(records.each(triad)),
    ]);
    const problem = problemFromLists({
      academies: [...academies.values()],
      triads: triads.map(({ record }) => record),
      trust: trust?.record,
      newSince: `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`,
    });
    const years = new Map(triads.map(({ record }) => [record.round, record.year]));
    return ok({
      problem,
      hubs: hubs.map(({ key, record }) => ({ key, name: record.name })),
      earlier: [...years].map(([round, year]) => ({ round, year })).sort((one, other) => one.round - other.round),
      year: schoolYearOf(day),
    });
  },
});
