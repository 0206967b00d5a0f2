import type { Kind, Stored } from '../../shared/record';
import { type Stage, stage } from '../../shared/records/stage';
import { requests } from '../../shared/requests';
import { ok, type Result, refuse } from '../../shared/result';
import { advanced, finished } from '../../shared/reviews/change-cycle';
import { isEndedByHand, mayFinish } from '../../shared/reviews/cycle';
import { type Asked, trigger } from '../request';
import { today } from '../today';
import { type Cycle, cycleNow, readCycle } from './cycle-parts';
import { withReadableCurrent } from './records';
import { bringReview } from './review-parts';

/** The review follows its stage; again after the first half completes the second. */
export const finishStage = trigger(requests.finishStage, {
  permit: 'everyone signed in',
  async act({ key, step, version }, asked) {
    const read = await readCycle(key, asked);
    if (!read.ok) return read;
    const found = read.value.stages.find(({ record }) => record.step === step);
    if (found === undefined) return refuse('not-found', 'This stage has no date of its own yet.');
    const allowed = checkFinish(found, read.value, asked);
    if (!allowed.ok) return allowed;
    const ended = await endStage(found, version, asked);
    if (!ended.ok) return ended;
    const brought = await bringReview(read.value, (record) => advanced(record, step, today(asked.clock)), asked);
    return brought.ok ? cycleNow(key, asked) : brought;
  },
});

function checkFinish({ record }: Stored<Stage>, { review: held }: Cycle, { caller }: Asked): Result<undefined> {
  if (record.state === 'cancelled') return refuse('not-now', 'This review was cancelled.');
  if (!isEndedByHand(record.step))
    return refuse('not-now', 'This stage ends with the scope, the outcome, its answer or the impact statement.');
  if (mayFinish(held.record, record, caller)) return ok(undefined);
  const isNamed = [record.owner, held.record.hostHead, held.record.lead].some(({ id }) => id === caller.id);
  return isNamed || caller.roles.includes('TrustOffice')
    ? refuse('not-now', 'The host confirms the outcome first; then the review goes on.')
    : refuse('not-allowed', 'Whose turn it is says that this has taken place.');
}

async function endStage(found: Stored<Stage>, version: string, asked: Asked): Promise<Result<unknown>> {
  const wanted = finished(found.record, today(asked.clock));
  if (wanted === found.record) return ok(undefined);
  const changed = await asked.records.change(stage, { key: found.key, version }, wanted, asked.caller);
  return withReadableCurrent(changed, stage as Kind<Stage>, asked.caller);
}

/** Ends a stage that something else has settled, over whatever others change meanwhile. */
export async function settleStage(found: Stored<Stage> | undefined, asked: Asked): Promise<Result<unknown>> {
  let current = found;
  for (let tries = 0; tries < 4 && current !== undefined; tries += 1) {
    const wanted = finished(current.record, today(asked.clock));
    if (wanted === current.record) return ok(undefined);
    const changed = await asked.records.change(stage, current, wanted, asked.caller);
    if (changed.ok || changed.problem.code !== 'changed-meanwhile') return changed;
    current = await asked.records.get(stage, current.key);
  }
  return ok(undefined);
}
