import { type Review, review } from '../../shared/records/review';
import { type InputOf, requests } from '../../shared/requests';
import { ok, type Result, refuse } from '../../shared/result';
import { same } from '../../shared/same';
import { trigger } from '../request';
import { today } from '../today';
import { cycleNow, mayAgreeScope, readCycle } from './cycle-parts';
import { settleStage } from './finish-stage';
import { withReadableCurrent } from './records';
import { tell } from './review-parts';

type Input = InputOf<typeof requests.agreeScope>;

/** The self-review: the host head chooses what the visit is about, and signs it before the visit. */
export const agreeScope = trigger(requests.agreeScope, {
  permit: 'everyone signed in',
  async act(input, asked) {
    const read = await readCycle(input.key, asked);
    if (!read.ok) return read;
    const { review: held, stages } = read.value;
    const day = today(asked.clock);
    if (held.record.hostHead.id !== asked.caller.id)
      return refuse('not-allowed', 'The head of the host academy chooses the focus and signs the scope.');
    if (!mayAgreeScope(held.record, day))
      return refuse('not-now', 'The visit has begun: its scope was to be signed before. Talk with the lead reviewer.');
    const wanted = scoped(held.record, input, day);
    if (!wanted.ok) return wanted;
    const { key, version } = input;
    const first = input.sign && held.record.scopeAgreedOn === undefined;
    if (!same(wanted.value, held.record)) {
      const changed = await asked.records.change(review, { key, version }, wanted.value, asked.caller);
      if (!changed.ok) return withReadableCurrent(changed, review, asked.caller);
    }
    if (input.sign) {
      const settled = await settleStage(
        stages.find(({ record }) => record.step === 'self-review'),
        asked,
      );
      if (!settled.ok) return settled as Result<never>;
    }
    if (first) await tell(held.record.lead, 'The scope of a visit is agreed', scopeWords, key, asked);
    return cycleNow(key, asked);
  },
});

const scopeWords = 'The host head has chosen the focus of your visit and signed its scope.';

/** A scope that was signed stays signed when it is put better; without a focus and a question nothing is signed. */
function scoped(before: Review, { focus, enquiryQuestion, improvementPlan, sign }: Input, day: string): Result<Review> {
  const said = {
    focus: focus?.trim() || undefined,
    enquiryQuestion: enquiryQuestion?.trim() || undefined,
    improvementPlan: improvementPlan?.trim() || undefined,
  };
  const signed = sign || before.scopeAgreedOn !== undefined;
  const missing = Object.entries({
    focus: said.focus === undefined ? 'Say what the visit is about.' : undefined,
    enquiryQuestion: said.enquiryQuestion === undefined ? 'Ask the question that your peers can help with.' : undefined,
  }).flatMap(([path, sentence]) => (sentence === undefined ? [] : [{ path, sentence }]));
  if (signed && missing.length > 0)
    return refuse('invalid', 'Choose a focus and a question before you sign.', { fields: missing });
  const parsed = review.parse({
    ...before,
    ...said,
    ...(sign && before.scopeAgreedOn === undefined ? { scopeAgreedOn: day } : {}),
  });
  return parsed.ok ? ok(parsed.value) : parsed;
}
