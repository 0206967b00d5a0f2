import { finding } from '../../shared/records/finding';
import { requests } from '../../shared/requests';
import { ok } from '../../shared/result';
import { sharedPractice as practiceOf } from '../../shared/reviews/shared-practice';
import { allOf } from '../identity/directory';
import { trigger } from '../request';
import { beforeTheWall } from './records';

/** For all who lead or oversee; whoever works for HR stays behind the wall, whatever else they are. */
export const sharedPractice = trigger(requests.sharedPractice, {
  permit: ['Principal', 'Champion', 'Executive', 'TrustOffice', 'Trustee'],
  async act(_input, { caller, records, directory }) {
    const refused = beforeTheWall(finding, caller);
    if (refused !== undefined) return refused;
    const [accurate, academies] = await Promise.all([
      allOf(records.each(finding, { by: 'agreement', is: 'accurate' })),
      directory.academies(),
    ]);
    const names = [...academies.values()].map(({ name }) => name);
    const { reviews, goodPractice, strengths, considerations } = practiceOf(
      accurate.map(({ record }) => record),
      names,
    );
    return ok({
      reviews,
      goodPractice: [...goodPractice],
      strengths: [...strengths],
      considerations: [...considerations],
    });
  },
});
