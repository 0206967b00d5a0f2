import type { Kind, Stored } from '../../shared/record';
import { action } from '../../shared/records/action';
import { finding } from '../../shared/records/finding';
import type { Review } from '../../shared/records/review';
import { supportersOf } from '../../shared/reviews/outcome';
import { same } from '../../shared/same';
import { allOf } from '../identity/directory';
import type { Asked } from '../request';

/**
 * People and sharing stand on the findings and actions too, since access is decided by each record alone. Whatever
 * differs is brought along, so that a change which was cut off is completed by the next one.
 */
export async function followReview({ key, record }: Stored<Review>, asked: Asked): Promise<void> {
  const { host, hostHead, lead, reviewers, triad, sharing } = record;
  await bring(finding, key, (one) => ({ ...one, host, hostHead, lead, reviewers, triad, sharing }), asked);
  await bring(action, key, (one) => ({ ...one, host, supporters: supportersOf(record) }), asked);
}

const mostTries = 4;

async function bring<R>(
  kind: Kind<R>,
  review: string,
  following: (record: R) => R,
  { records, caller }: Asked,
): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const held = await allOf(records.each(kind, { by: 'review', is: review }));
    const changes = held
      .map((at) => ({ at, record: following(at.record) }))
      .filter(({ at, record }) => !same(at.record, record));
    if (changes.length === 0) return;
    const changed = await records.changeMany(kind, changes, caller);
    if (changed.every(({ ok }) => ok)) return;
  }
  throw new Error('The findings of a review did not follow its change.');
}
