import type { Review } from '../records/review';
import { britishDate } from '../time/british-date';

/**
 * A review as people say it; `names` are the academies' names by URN.
 *
 * @example titleOfReview(review, new Map([['139721', 'Millbrook Primary Academy']]))
 * // 'Peer review of Millbrook Primary Academy, 14 January 2027'
 */
export function titleOfReview(
  { host, visitOn }: Pick<Review, 'host' | 'visitOn'>,
  names: ReadonlyMap<string, string>,
): string {
  return `Peer review of ${names.get(host) ?? host}, ${britishDate(visitOn)}`;
}
