import type { Kind, Stored } from '../../shared/record';
import { action } from '../../shared/records/action';
import { finding } from '../../shared/records/finding';
import { person } from '../../shared/records/person';
import { type InputOf, requests } from '../../shared/requests';
import { ok, type Result, refuse } from '../../shared/result';
import { fedBack } from '../../shared/reviews/answer';
import { firstOf, planActions, planSending, type Writing } from '../../shared/reviews/outcome';
import { allOf } from '../identity/directory';
import { type Asked, trigger } from '../request';
import { followReview } from '../rules/follow-review';
import { today } from '../today';
import { withReadableCurrent } from './records';
import { bringReview, overviewOf, type ReviewParts, readParts, tell } from './review-parts';

type Input = InputOf<typeof requests.sendOutcome>;

/** Every step may be repeated: what was kept by a first attempt is found again by its key. */
export const sendOutcome = trigger(requests.sendOutcome, {
  permit: 'everyone signed in',
  async act(input, asked) {
    const parts = await readParts(input.key, asked);
    if (!parts.ok) return parts;
    const { review: held, finding: before, actions } = parts.value;
    const writing = planSending({ ...pick(input), caller: asked.caller, review: held, before });
    if (!writing.ok) return writing;
    const planned = planActions(held, input.findingKey, actions, input.actions);
    if (!planned.ok) return planned;
    const owners = await checkOwners(input, parts.value, asked);
    if (!owners.ok) return owners;
    const kept = await keepFinding(writing.value, input, asked);
    if (!kept.ok) return kept;
    const written = await keepActions(planned.value, asked);
    if (!written.ok) return written;
    const brought = await bringReview(parts.value, (record) => fedBack(record, today(asked.clock)), asked);
    if (!brought.ok) return brought;
    // The people may have changed since they were read, and whoever was taken out must not read what was logged now.
    await followReview(input.key, asked);
    await tellHost(parts.value, asked);
    const after = await readParts(input.key, asked);
    return after.ok ? ok(await overviewOf(after.value, asked)) : after;
  },
});

function pick({ findingKey, finding: typed }: Input) {
  return { findingKey, typed };
}

/** Findings name who may read them, so an action's owner must be somebody of the host academy. */
async function checkOwners(
  input: Input,
  { review: held }: ReviewParts,
  { records }: Asked,
): Promise<Result<undefined>> {
  if (input.actions.length === 0) return ok(undefined);
  const staff = await allOf(records.each(person, { by: 'academy', is: held.record.host }));
  const ids = new Set(staff.filter(({ record }) => record.active).map(({ record }) => record.who.id.toLowerCase()));
  const wrong = input.actions.flatMap(({ action: typed }, index) =>
    ids.has(typed.owner.id.toLowerCase())
      ? []
      : [{ path: `actions.${index}.action.owner`, sentence: 'Choose somebody who works at the host academy.' }],
  );
  if (wrong.length === 0) return ok(undefined);
  return refuse('invalid', 'An action is owned by somebody who works at the host academy.', { fields: wrong });
}

async function keepFinding(writing: Writing, { key, findingKey }: Input, asked: Asked): Promise<Result<undefined>> {
  const { records, caller } = asked;
  if (writing.does === 'nothing') return ok(undefined);
  if (writing.does === 'change') {
    const changed = await records.change(finding, writing.before, writing.finding, caller);
    return changed.ok ? ok(undefined) : withReadableCurrent(changed, finding as Kind, caller);
  }
  const created = await records.create(finding, findingKey, writing.finding, caller);
  return created.ok ? onlyOne(key, created.value, asked) : created;
}

/** Two reviewers may log in the same moment. Each looks again, both see the same first one, and the other steps back. */
async function onlyOne(review: string, mine: Stored, { records }: Asked): Promise<Result<undefined>> {
  const all = await allOf(records.each(finding, { by: 'review', is: review }));
  if (firstOf(all)?.key === mine.key) return ok(undefined);
  await records.remove(finding, mine);
  return refuse('not-now', 'An outcome of this review was logged in this moment by a colleague. Open it.');
}

async function keepActions(
  { create, change }: Extract<ReturnType<typeof planActions>, { ok: true }>['value'],
  { records, caller }: Asked,
): Promise<Result<undefined>> {
  const changes = change.map(({ before, record }) => ({ at: before, record }));
  const results = [
    ...(create.length === 0 ? [] : await records.createMany(action, create, caller)),
    ...(changes.length === 0 ? [] : await records.changeMany(action, changes, caller)),
  ];
  return results.find((one) => !one.ok) ?? ok(undefined);
}

async function tellHost({ review: held }: ReviewParts, asked: Asked): Promise<void> {
  const sentence = 'The outcome of a peer review at your academy is ready. Please say whether it is accurate.';
  await tell(held.record.hostHead, 'The outcome of a peer review waits for you', sentence, held.key, asked);
}
