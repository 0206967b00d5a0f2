import type { Stored } from '../../shared/record';
import { finding } from '../../shared/records/finding';
import { type Review, review as reviewKind } from '../../shared/records/review';
import { type Stage, stage } from '../../shared/records/stage';
import type { OutputOf, requests } from '../../shared/requests';
import { ok, type Result } from '../../shared/result';
import { cycleOf } from '../../shared/reviews/cycle';
import { firstOf } from '../../shared/reviews/outcome';
import { isBefore } from '../../shared/reviews/stage';
import { isCancelled } from '../../shared/reviews/steps';
import { titleOfReview } from '../../shared/reviews/title';
import { allOf } from '../identity/directory';
import type { Asked } from '../request';
import { today } from '../today';
import { readable } from './records';
import { academyNames } from './review-parts';

export interface Cycle {
  readonly review: Stored<Review>;
  readonly stages: readonly Stored<Stage>[];
}

export async function readCycle(key: string, asked: Asked): Promise<Result<Cycle>> {
  const [held, stages] = await Promise.all([
    readable(reviewKind, key, asked),
    allOf(asked.records.each(stage, { by: 'review', is: key })),
  ]);
  return held.ok ? ok({ review: held.value, stages }) : held;
}

type Shown = OutputOf<typeof requests.reviewCycle>;

/** What this caller may know and do; nothing of what peers saw. */
export async function shownCycle({ review: held, stages }: Cycle, asked: Asked): Promise<Shown> {
  const { caller } = asked;
  const { record } = held;
  const day = today(asked.clock);
  const isHost = record.hostHead.id === caller.id;
  const stands = !isBefore(record.stage, 'confirmed by host');
  return {
    review: { ...held, actor: { ...held.actor } },
    title: titleOfReview(record, await academyNames(asked)),
    stages: cycleOf(held, stages, caller, day).map(({ agreedBy, ...line }) => ({
      ...line,
      ...(agreedBy === undefined ? {} : { agreedBy: [...agreedBy] }),
      may: { ...line.may },
    })),
    may: {
      agreeScope: isHost && mayAgreeScope(record, day),
      reviewImpact: stands && isBefore(record.stage, 'impact reviewed') && (isHost || record.lead.id === caller.id),
      share: isHost && stands,
      cancel: caller.roles.includes('TrustOffice') && mayCancel(record),
    },
  };
}

/** The scope is signed before the visit. */
export function mayAgreeScope(review: Review, day: string): boolean {
  return isBefore(review.stage, 'visited') && day <= review.visitOn && !isCancelled(review);
}

export function mayCancel(review: Review): boolean {
  return isBefore(review.stage, 'visited') && !isCancelled(review);
}

/** Read anew after a change, and shown. */
export async function cycleNow(key: string, asked: Asked): Promise<Result<Shown>> {
  const read = await readCycle(key, asked);
  return read.ok ? ok(await shownCycle(read.value, asked)) : read;
}

/** The findings that stand for a review, whoever may read them. */
export async function standingFinding(key: string, { records }: Asked) {
  return firstOf(await allOf(records.each(finding, { by: 'review', is: key })));
}
