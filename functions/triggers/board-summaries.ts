import { finding } from '../../shared/records/finding';
import { requests } from '../../shared/requests';
import { ok } from '../../shared/result';
import { boardSummaryOf, isForBoard } from '../../shared/reviews/board-summary';
import { allOf } from '../identity/directory';
import { trigger } from '../request';
import { beforeTheWall } from './records';
import { academyNames } from './review-parts';

/** For the board and the executive; a summary, and only of reviews whose host head has said so. */
export const boardSummaries = trigger(requests.boardSummaries, {
  permit: ['Trustee', 'Executive'],
  async act(_input, asked) {
    const refused = beforeTheWall(finding, asked.caller);
    if (refused !== undefined) return refused;
    const [accurate, names] = await Promise.all([
      allOf(asked.records.each(finding, { by: 'agreement', is: 'accurate' })),
      academyNames(asked),
    ]);
    const summaries = accurate
      .filter(({ record }) => isForBoard(record))
      .map(({ key, record }) => {
        const { strengths, considerations, ...rest } = boardSummaryOf(record);
        const academy = names.get(record.host) ?? record.host;
        return { key, academy, ...rest, strengths: [...strengths], considerations: [...considerations] };
      });
    return ok({ summaries: summaries.sort((one, other) => (one.academy < other.academy ? -1 : 1)) });
  },
});
