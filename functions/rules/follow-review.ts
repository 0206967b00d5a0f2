import type { Kind } from '../../shared/record';
import { action } from '../../shared/records/action';
import { type Finding, finding } from '../../shared/records/finding';
import { type Review, review } from '../../shared/records/review';
import { workingCopy } from '../../shared/records/working-copy';
import { supportersOf } from '../../shared/reviews/outcome';
import { same } from '../../shared/same';
import { allOf } from '../identity/directory';
import type { Asked } from '../request';

/**
 * People and sharing stand on the findings, actions and what is being written too, since access is decided by each record alone. Whatever
 * differs from the review as it stands now is brought along, so that a change which was cut off is completed by the
 * next one, and a finding that was logged while the people changed follows them.
 */
export async function followReview(key: string, asked: Pick<Asked, 'records' | 'caller'>): Promise<void> {
  await bring(finding, key, followingFinding, asked);
  await bring(workingCopy, key, (one, { lead, reviewers }) => ({ ...one, lead, reviewers }), asked);
  await bring(action, key, (one, now) => ({ ...one, host: now.host, supporters: supportersOf(now) }), asked);
}

function followingFinding(one: Finding, held: Review): Finding {
  const { host, hostHead, lead, reviewers, triad, sharing, boardSummary } = held;
  return { ...one, host, hostHead, lead, reviewers, triad, sharing, boardSummary };
}

const mostTries = 4;

async function bring<R>(
  kind: Kind<R>,
  key: string,
  following: (record: R, now: Review) => R,
  { records, caller }: Pick<Asked, 'records' | 'caller'>,
): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const held = await allOf(records.each(kind, { by: 'review', is: key }));
    // Read after them: what stands here now is never older than what it is held against.
    const now = held.length === 0 ? undefined : await records.get(review, key);
    if (now === undefined) return;
    const changes = held
      .map((at) => ({ at, record: following(at.record, now.record) }))
      .filter(({ at, record }) => !same(at.record, record));
    if (changes.length === 0) return;
    const changed = await records.changeMany(kind, changes, caller);
    if (changed.every(({ ok }) => ok)) return;
  }
  throw new Error('What belongs to a review did not follow its change.');
}
