import * as z from 'zod/mini';
import { mergeWriting } from '../../shared/merge-writing';
import { same } from '../../shared/same';
import type { KeptText } from '../draft/draft-store';
import { emptyActivity, emptyLine, type OtherVersion, type Outcome, outcomeSchema } from './outcome';
import { isBlank } from './to-sending';

/** What is kept of an outcome: without the groups and lines that were opened and left empty. */
export function keptOf(outcome: Outcome): Outcome {
  const written = ({ text }: { readonly text: string }) => text.trim() !== '';
  return {
    ...outcome,
    activities: outcome.activities.filter((one) => one.what !== '' || !isBlank(one)),
    strengths: outcome.strengths.filter(written),
    considerations: outcome.considerations.filter(written),
  };
}

/** What was kept, with a line to begin on wherever there is none. */
export function shownOf(outcome: Outcome): Outcome {
  return {
    ...outcome,
    activities: outcome.activities.length === 0 ? [emptyActivity()] : outcome.activities,
    strengths: outcome.strengths.length === 0 ? [emptyLine()] : outcome.strengths,
    considerations: outcome.considerations.length === 0 ? [emptyLine()] : outcome.considerations,
  };
}

/**
 * What two reviewers wrote, by field. Where both changed one field, mine stays in it and theirs is kept beside it
 * until somebody chooses. Where one stands in the form is one's own.
 */
export function together(base: Outcome, mine: Outcome, theirs: Outcome, by: string): Outcome {
  const { step: _theirStep, findingKey, ...others } = theirs;
  const { step, ...own } = mine;
  const { merged, differences } = mergeWriting(base, { ...own, findingKey }, { ...others, findingKey });
  const parsed = z.safeParse(outcomeSchema, { ...merged, step, findingKey });
  // Both sides were outcomes, so what came together is one; were it not, mine goes on and theirs stays in the versions.
  if (!parsed.success) return mine;
  const added = differences
    .filter(({ theirs: value }) => value !== undefined && value !== '')
    .map(({ path, theirs: value }) => ({ key: `${path} ${JSON.stringify(value)}`, path, value, by }));
  return withoutSettled({ ...parsed.data, others: [...parsed.data.others, ...added] });
}

/** A version whose words stand in the field already asks nobody anything. */
function withoutSettled(outcome: Outcome): Outcome {
  const open = new Map(
    outcome.others.filter((one) => !holds(valueAt(outcome, one.path), one.value)).map((one) => [one.key, one]),
  );
  return { ...outcome, others: [...open.values()] };
}

function holds(inField: unknown, other: unknown): boolean {
  if (typeof inField === 'string' && typeof other === 'string') return inField.includes(other.trim());
  return same(inField, other);
}

/** As the keeper of drafts asks: texts from the tenant, and the outcome as it began where nothing was saved before. */
export function mergeKept(fresh: Outcome | undefined, base: unknown, mine: unknown, theirs: KeptText): unknown {
  const [before, here, there] = [base, mine, theirs.body].map((text) => z.safeParse(outcomeSchema, text));
  const began = before?.success ? before.data : fresh === undefined ? undefined : keptOf(fresh);
  if (began === undefined || !there?.success) return mine ?? theirs.body;
  return together(began, here?.success ? here.data : began, there.data, theirs.by.name);
}

type Values = Readonly<Record<string, unknown>>;

/** @example valueAt(outcome, 'strengths/1f2e/text') */
export function valueAt(outcome: Outcome, path: string): unknown {
  const [list = '', key, field = ''] = path.split('/');
  const found: unknown = (outcome as Values)[list];
  if (key === undefined || !Array.isArray(found)) return found;
  return (found as readonly Values[]).find((one) => one['key'] === key)?.[field];
}

function withValueAt(outcome: Outcome, path: string, value: unknown): Outcome {
  const [list = '', key, field = ''] = path.split('/');
  const found: unknown = (outcome as Values)[list];
  const changed =
    key === undefined || !Array.isArray(found)
      ? value
      : (found as readonly Values[]).map((one) => (one['key'] === key ? { ...one, [field]: value } : one));
  const parsed = z.safeParse(outcomeSchema, { ...outcome, [list]: changed });
  return parsed.success ? parsed.data : outcome;
}

export type Decision = 'keep' | 'take' | 'both';

/** What somebody has chosen: what stands there, the other version, or both one after the other. */
export function decided(outcome: Outcome, other: OtherVersion, decision: Decision): Outcome {
  const rest = { ...outcome, others: outcome.others.filter(({ key }) => key !== other.key) };
  if (decision === 'keep') return rest;
  const now = valueAt(outcome, other.path);
  const both = typeof now === 'string' && now.trim() !== '' ? `${now.trim()} ${String(other.value)}` : other.value;
  return withoutSettled(withValueAt(rest, other.path, decision === 'both' ? both : other.value));
}
