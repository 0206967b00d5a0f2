import * as z from 'zod/mini';
import type { Stored } from '../../shared/record';
import { action as actionKind } from '../../shared/records/action';
import { finding as findingKind } from '../../shared/records/finding';
import type { OutputOf, requests } from '../../shared/requests';
import { inLondon } from '../../shared/time/british-date';

export type Overview = OutputOf<typeof requests.reviewOverview>;

const personSchema = z.object({ id: z.string(), name: z.string() });
const activitySchema = z.object({
  key: z.string(),
  what: z.string(),
  withColleague: z.string(),
  observation: z.string(),
});
const lineSchema = z.object({ key: z.string(), text: z.string() });
const actionSchema = z.object({
  key: z.string(),
  what: z.string(),
  owner: z.optional(personSchema),
  supportFrom: z.string(),
  support: z.string(),
  dueOn: z.string(),
  evidenceOfSuccess: z.string(),
});

/** What a colleague wrote into a field in which something else stands now: somebody chooses. */
const otherSchema = z.object({
  key: z.string(),
  path: z.string(),
  value: z.unknown(),
  by: z.string(),
});

/**
 * An outcome as it is being written: everything may be empty or half typed. This is the body of its working copy.
 * Whatever is repeated has a key, so that what two reviewers write comes together.
 */
export const outcomeSchema = z.object({
  findingKey: z.string(),
  step: z.number(),
  focus: z.string(),
  activities: z.array(activitySchema),
  strengths: z.array(lineSchema),
  considerations: z.array(lineSchema),
  goodPractice: z.string(),
  safeguardingRaised: z.optional(z.boolean()),
  safeguardingOn: z.string(),
  safeguardingAt: z.string(),
  actions: z.array(actionSchema),
  others: z.array(otherSchema),
});

export type Outcome = z.infer<typeof outcomeSchema>;
export type TypedActivity = Outcome['activities'][number];
export type WrittenLine = Outcome['strengths'][number];
export type WrittenAction = Outcome['actions'][number];
export type OtherVersion = Outcome['others'][number];

export function freshKey(): string {
  return crypto.randomUUID().slice(0, 8);
}

export function emptyActivity(): TypedActivity {
  return { key: freshKey(), what: '', withColleague: '', observation: '' };
}

export function emptyLine(): WrittenLine {
  return { key: freshKey(), text: '' };
}

export function emptyAction(key: string): WrittenAction {
  return { key, what: '', supportFrom: '', support: '', dueOn: '', evidenceOfSuccess: '' };
}

export function emptyOutcome(findingKey: string, focus: string): Outcome {
  return {
    findingKey,
    step: 0,
    focus,
    activities: [emptyActivity()],
    strengths: [emptyLine()],
    considerations: [emptyLine()],
    goodPractice: '',
    safeguardingOn: '',
    safeguardingAt: '',
    actions: [],
    others: [],
  };
}

/** What was sent before, to be revised: the old text is filled in. */
export function outcomeOf(finding: Stored, actions: readonly Stored[]): Outcome | undefined {
  const parsed = findingKind.parse(finding.record);
  if (!parsed.ok) return undefined;
  const { focus, activities, strengths, considerations, goodPractice, safeguardingRaised, safeguardingToldAt } =
    parsed.value;
  const told = safeguardingToldAt === undefined ? { date: '', time: '' } : inLondon(safeguardingToldAt);
  return {
    findingKey: finding.key,
    step: 0,
    focus,
    activities: activities.map((one, index) => ({ key: `sent-${index}`, ...one })),
    strengths: strengths.map(sentLine),
    considerations: considerations.map(sentLine),
    goodPractice: goodPractice ?? '',
    safeguardingRaised,
    safeguardingOn: told.date,
    safeguardingAt: told.time,
    actions: actions.flatMap(writtenAction),
    others: [],
  };
}

/** Everybody who revises the same findings begins from the same keys. */
function sentLine(text: string, index: number): WrittenLine {
  return { key: `sent-${index}`, text };
}

function writtenAction(stored: Stored): readonly WrittenAction[] {
  const parsed = actionKind.parse(stored.record);
  if (!parsed.ok) return [];
  const { what, owner, supportFrom = '', support = '', dueOn, evidenceOfSuccess = '' } = parsed.value;
  return [
    {
      key: stored.key,
      what,
      owner: { id: owner.id, name: owner.name },
      supportFrom,
      support,
      dueOn,
      evidenceOfSuccess,
    },
  ];
}
