import { action } from '../../shared/records/action';
import { type Finding, finding } from '../../shared/records/finding';
import { requests } from '../../shared/requests';
import { ok, type Result } from '../../shared/result';
import { agreed, confirmed, planAnswer } from '../../shared/reviews/answer';
import { type Asked, trigger } from '../request';
import { hintAt } from '../rules/outlook';
import { today } from '../today';
import { readable, withReadableCurrent } from './records';
import { bringReview, overviewOf, type ReviewParts, readParts, tell } from './review-parts';

/** Every step may be repeated, so that an answer that was cut off half way is completed by sending it again. */
export const answerOutcome = trigger(requests.answerOutcome, {
  permit: 'everyone signed in',
  async act({ key, version, accurate, comment }, asked) {
    const before = await readable(finding, key, asked);
    if (!before.ok) return before;
    const answer = { accurate, comment };
    const planned = planAnswer(asked.caller, before.value.record, answer, asked.clock.now().toISOString());
    if (!planned.ok) return planned;
    if (planned.value !== before.value.record) {
      const changed = await asked.records.change(finding, { key, version }, planned.value, asked.caller);
      if (!changed.ok) return withReadableCurrent(changed, finding, asked.caller);
    }
    const done = await carryOut(planned.value, asked);
    if (!done.ok) return done;
    const after = await readParts(planned.value.review, asked);
    return after.ok ? ok(await overviewOf(after.value, asked)) : after;
  },
});

async function carryOut(answered: Finding, asked: Asked): Promise<Result<undefined>> {
  const parts = await readParts(answered.review, asked);
  if (!parts.ok) return parts;
  if (answered.agreement === 'accurate') {
    const brought = await bringReview(parts.value, (record) => confirmed(record, today(asked.clock)), asked);
    if (!brought.ok) return brought;
    const actions = await agreeActions(parts.value, asked);
    if (!actions.ok) return actions;
  }
  await tellLead(answered, asked);
  return ok(undefined);
}

async function agreeActions({ actions }: ReviewParts, asked: Asked): Promise<Result<undefined>> {
  const changes = actions
    .map((at) => ({ at, record: agreed(at.record) }))
    .filter(({ at, record }) => record !== at.record);
  for (const { record } of changes) hintAt(asked, record);
  const changed = changes.length === 0 ? [] : await asked.records.changeMany(action, changes, asked.caller);
  return changed.find((one) => !one.ok) ?? ok(undefined);
}

async function tellLead({ review, lead, agreement }: Finding, asked: Asked): Promise<void> {
  const sentence =
    agreement === 'accurate'
      ? 'The host head has marked the outcome of your peer review accurate.'
      : 'The host head has sent the outcome of your peer review back with a comment. Please revise it.';
  await tell(lead, 'The host has answered the outcome of a peer review', sentence, review, asked);
}
