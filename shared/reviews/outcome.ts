import type { Caller } from '../caller';
import type { PersonReference } from '../field';
import type { Stored } from '../record';
import { type Action, action } from '../records/action';
import { type Finding, finding } from '../records/finding';
import { notPublished } from '../records/outlook-event';
import type { Review } from '../records/review';
import type { TypedAction, TypedFinding } from '../request-shapes';
import { ok, type Problem, type Result, refuse } from '../result';
import { same } from '../same';
import { isBefore } from './stage';

export type Answer = Finding['agreement'];

/** What peers saw, as it is kept: people, academy and sharing follow from the review. */
export function findingOf({ key, record: review }: Stored<Review>, typed: TypedFinding): Finding {
  return {
    review: key,
    triad: review.triad,
    host: review.host,
    hostHead: review.hostHead,
    lead: review.lead,
    reviewers: review.reviewers,
    ...typed,
    agreement: 'awaiting host',
    sharing: review.sharing,
    boardSummary: review.boardSummary,
  };
}

/** An action as the reviewers propose it; the host's confirmation makes it agreed. */
export function actionOf({ key, record: review }: Stored<Review>, findingKey: string, typed: TypedAction): Action {
  return {
    review: key,
    finding: findingKey,
    host: review.host,
    ...typed,
    supporters: supportersOf(review),
    state: 'proposed',
    ...notPublished,
  };
}

export function supportersOf({ lead, reviewers }: Pick<Review, 'lead' | 'reviewers'>): readonly PersonReference[] {
  return [lead, ...reviewers.filter(({ id }) => id !== lead.id)];
}

export type Writing =
  | { readonly does: 'create'; readonly finding: Finding }
  | { readonly does: 'change'; readonly finding: Finding; readonly before: Stored<Finding> }
  /** The same was sent before: its answer was lost, or somebody pressed twice. */
  | { readonly does: 'nothing' };

interface Sending {
  readonly caller: Caller;
  readonly review: Stored<Review>;
  /** The findings of this review that stand now, if there are any. */
  readonly before: Stored<Finding> | undefined;
  readonly findingKey: string;
  readonly typed: TypedFinding;
}

/** What sending an outcome writes, or why it cannot be sent: the first half of the findings' life. */
export function planSending({ caller, review, before, findingKey, typed }: Sending): Result<Writing> {
  const parsed = finding.parse(findingOf(review, typed));
  if (!parsed.ok) return parsed;
  if (!finding.may('create', caller, parsed.value)) return notYours();
  if (before === undefined) return planFirst(review.record, parsed.value);
  if (before.key !== findingKey)
    return refuse('not-now', 'An outcome of this review was logged already. Open it instead of logging another.');
  return planAgain(before, parsed.value);
}

function notYours(): { readonly ok: false; readonly problem: Problem } {
  return refuse('not-allowed', 'The lead reviewer and the reviewers log the outcome of a review.');
}

function planFirst(review: Review, sent: Finding): Result<Writing> {
  return isBefore(review.stage, 'confirmed by host')
    ? ok({ does: 'create', finding: sent })
    : refuse('not-now', 'This review is confirmed already. Its outcome cannot be logged any more.');
}

function planAgain(before: Stored<Finding>, sent: Finding): Result<Writing> {
  const kept = before.record;
  if (kept.agreement === 'not accurate')
    return ok({ does: 'change', before, finding: { ...sent, comment: kept.comment, sharing: kept.sharing } });
  if (same(typedOf(kept), typedOf(sent))) return ok({ does: 'nothing' });
  return refuse('not-now', whyNotAgain(kept.agreement));
}

function whyNotAgain(agreement: Answer): string {
  return agreement === 'accurate'
    ? 'The host has marked these findings accurate. They stand as they are.'
    : 'The host head is checking these findings. Wait for the answer; then they can be revised.';
}

function typedOf({ focus, activities, strengths, considerations, goodPractice, ...rest }: Finding): TypedFinding {
  const { safeguardingRaised, safeguardingToldAt } = rest;
  return { focus, activities, strengths, considerations, goodPractice, safeguardingRaised, safeguardingToldAt };
}

/** Whether this person could send an outcome now; the panel shows the form by it. */
export function maySend(caller: Caller, review: Stored<Review>, before: Stored<Finding> | undefined): boolean {
  const blank = { focus: '', activities: [], strengths: [], considerations: [], safeguardingRaised: false };
  if (!finding.may('create', caller, findingOf(review, blank))) return false;
  if (before !== undefined) return before.record.agreement === 'not accurate';
  return isBefore(review.record.stage, 'confirmed by host');
}

/** Of several findings logged in the same moment the first stands: by time, then by key. */
export function firstOf(findings: readonly Stored<Finding>[]): Stored<Finding> | undefined {
  return [...findings].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))[0];
}

function orderOf({ at, key }: Stored<Finding>): string {
  return `${at} ${key}`;
}

interface ActionWriting {
  readonly create: readonly { readonly key: string; readonly record: Action }[];
  readonly change: readonly { readonly before: Stored<Action>; readonly record: Action }[];
}

/**
 * What becomes of the actions: new ones are proposed, proposed ones follow what is sent now, and proposed ones that are
 * not sent any more are dropped. What was agreed is left alone.
 */
export function planActions(
  review: Stored<Review>,
  findingKey: string,
  before: readonly Stored<Action>[],
  sent: readonly { readonly key: string; readonly action: TypedAction }[],
): Result<ActionWriting> {
  const known = new Map(before.map((one) => [one.key, one]));
  const create: ActionWriting['create'][number][] = [];
  const change: ActionWriting['change'][number][] = [];
  for (const [index, { key, action: typed }] of sent.entries()) {
    const parsed = action.parse(actionOf(review, findingKey, typed));
    if (!parsed.ok) return within(parsed.problem, `actions.${index}.action`);
    const kept = known.get(key);
    if (kept === undefined) create.push({ key, record: parsed.value });
    else if (isOpen(kept.record) && !same(kept.record, parsed.value))
      change.push({ before: kept, record: parsed.value });
  }
  const keys = new Set(sent.map(({ key }) => key));
  const dropped = before.filter(
    ({ key, record }) => !keys.has(key) && record.finding === findingKey && isProposed(record),
  );
  return ok({
    create,
    change: [
      ...change,
      ...dropped.map((one) => ({ before: one, record: { ...one.record, state: 'dropped' as const } })),
    ],
  });
}

function isProposed({ state }: Action): boolean {
  return state === 'proposed';
}

/** Proposed, or dropped and proposed again. */
function isOpen({ state }: Action): boolean {
  return state === 'proposed' || state === 'dropped';
}

function within(problem: Problem, path: string): { readonly ok: false; readonly problem: Problem } {
  const fields = (problem.fields ?? []).map((field) => ({ ...field, path: `${path}.${field.path}` }));
  return { ok: false, problem: { ...problem, fields } };
}
