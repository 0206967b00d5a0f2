import { matrixOf } from '../../shared/meetings/matrix';
import { attendance } from '../../shared/records/attendance';
import { meeting } from '../../shared/records/meeting';
import { network } from '../../shared/records/network';
import { requests } from '../../shared/requests';
import { ok } from '../../shared/result';
import { isSchoolYear, termsUntil } from '../../shared/time/school-year';
import { allOf } from '../identity/directory';
import { trigger } from '../request';
import { wrongField } from '../rules/keys';
import { today } from '../today';

/** One question for networks, one for the year's meetings, one for each term that has begun. */
export const networkMatrix = trigger(requests.networkMatrix, {
  permit: ['TrustOffice', 'Executive', 'Principal'],
  async act({ year }, { records, directory, caller, clock }) {
    if (!isSchoolYear(year)) return wrongField('year', 'Give a school year, e.g. 2026/27.');
    const day = today(clock);
    const [academies, networks, meetings, ...terms] = await Promise.all([
      directory.academies(),
      allOf(records.each(network)),
      allOf(records.each(meeting, { by: 'year', is: year })),
      ...termsUntil(year, day).map((term) => allOf(records.each(attendance, { by: 'term', is: term }))),
    ]);
    const matrix = matrixOf({
      year,
      today: day,
      academies: [...academies.values()],
      own: caller.roles.includes('Principal') ? caller.academy : undefined,
      networks: networks.map(({ key, record: { name } }) => ({ key, name })),
      meetings,
      attendances: terms.flat().map(({ record }) => record),
    });
    return ok({
      year,
      academies: matrix.academies.map((one) => ({ ...one })),
      networks: matrix.networks.map(({ key, name, meetings: held }) => ({
        key,
        name,
        meetings: held.map((one) => ({ ...one, cells: one.cells.map((cell) => ({ ...cell })) })),
      })),
    });
  },
});
