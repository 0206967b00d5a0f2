import type { Stored } from '../../shared/record';
import { type Finding, finding } from '../../shared/records/finding';
import { requests } from '../../shared/requests';
import { ok, type Result, refuse } from '../../shared/result';
import { advanced } from '../../shared/reviews/change-cycle';
import { isBefore } from '../../shared/reviews/stage';
import { type Asked, trigger } from '../request';
import { today } from '../today';
import { type Cycle, cycleNow, readCycle, standingFinding } from './cycle-parts';
import { settleStage } from './finish-stage';
import { bringReview } from './review-parts';

/** What has changed for pupils is kept with the findings, behind the same wall. It closes the review. */
export const reviewImpact = trigger(requests.reviewImpact, {
  permit: 'everyone signed in',
  async act({ key, statement }, asked) {
    const read = await readCycle(key, asked);
    if (!read.ok) return read;
    const found = await standingFinding(key, asked);
    const allowed = checkImpact(read.value, found, asked);
    if (!allowed.ok) return allowed;
    const day = today(asked.clock);
    const said = statement.trim();
    const before = allowed.value;
    if (before.record.impact !== said) {
      const wanted = finding.parse({ ...before.record, impact: said, impactOn: before.record.impactOn ?? day });
      if (!wanted.ok) return wanted;
      const changed = await asked.records.change(finding, before, wanted.value, asked.caller);
      if (!changed.ok) return changed;
    }
    const settled = await settleStage(
      read.value.stages.find(({ record }) => record.step === 'impact review'),
      asked,
    );
    if (!settled.ok) return settled as Result<never>;
    const brought = await bringReview(read.value, (record) => advanced(record, 'impact review', day), asked);
    return brought.ok ? cycleNow(key, asked) : brought;
  },
});

function checkImpact(
  { review: held }: Cycle,
  found: Stored<Finding> | undefined,
  { caller }: Asked,
): Result<Stored<Finding>> {
  const named = [held.record.hostHead, held.record.lead].some(({ id }) => id === caller.id);
  if (!named || (found !== undefined && !finding.may('update', caller, found.record)))
    return refuse('not-allowed', 'The host head and the lead reviewer write what has changed.');
  if (found?.record.agreement !== 'accurate' || isBefore(held.record.stage, 'confirmed by host'))
    return refuse('not-now', 'The host confirms the outcome first; then its impact is reviewed.');
  return ok(found);
}
