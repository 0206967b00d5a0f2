import * as z from 'zod/mini';
import type { Stored } from '../../shared/record';
import { action as actionKind } from '../../shared/records/action';
import { finding as findingKind } from '../../shared/records/finding';
import type { OutputOf, requests } from '../../shared/requests';
import { inLondon } from '../../shared/time/british-date';

export type Overview = OutputOf<typeof requests.reviewOverview>;

const personSchema = z.object({ id: z.string(), name: z.string() });
const activitySchema = z.object({ what: z.string(), withColleague: z.string(), observation: z.string() });
const actionSchema = z.object({
  key: z.string(),
  what: z.string(),
  owner: z.optional(personSchema),
  supportFrom: z.string(),
  support: z.string(),
  dueOn: z.string(),
  evidenceOfSuccess: z.string(),
});

/** An outcome as it is being written: everything may be empty or half typed. This is the body of its draft. */
export const outcomeSchema = z.object({
  findingKey: z.string(),
  step: z.number(),
  focus: z.string(),
  activities: z.array(activitySchema),
  strengths: z.array(z.string()),
  considerations: z.array(z.string()),
  goodPractice: z.string(),
  safeguardingRaised: z.optional(z.boolean()),
  safeguardingOn: z.string(),
  safeguardingAt: z.string(),
  actions: z.array(actionSchema),
});

export type Outcome = z.infer<typeof outcomeSchema>;
export type TypedActivity = Outcome['activities'][number];
export type WrittenAction = Outcome['actions'][number];

export const emptyActivity: TypedActivity = { what: '', withColleague: '', observation: '' };

export function emptyAction(key: string): WrittenAction {
  return { key, what: '', supportFrom: '', support: '', dueOn: '', evidenceOfSuccess: '' };
}

export function emptyOutcome(findingKey: string, focus: string): Outcome {
  return {
    findingKey,
    step: 0,
    focus,
    activities: [emptyActivity],
    strengths: [''],
    considerations: [''],
    goodPractice: '',
    safeguardingOn: '',
    safeguardingAt: '',
    actions: [],
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
    activities: activities.map((one) => ({ ...one })),
    strengths: [...strengths],
    considerations: [...considerations],
    goodPractice: goodPractice ?? '',
    safeguardingRaised,
    safeguardingOn: told.date,
    safeguardingAt: told.time,
    actions: actions.flatMap(writtenAction),
  };
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

/** Lines by which two versions can be told apart. */
export function summaryOf(outcome: Outcome): readonly string[] {
  const written = (texts: readonly string[]) => texts.filter((text) => text.trim() !== '');
  return [
    `Focus: ${outcome.focus.trim() === '' ? 'not written' : outcome.focus}`,
    ...written(outcome.activities.map(({ observation }) => observation)).map((text) => `Evidence: ${text}`),
    ...written(outcome.strengths).map((text) => `Strength: ${text}`),
    ...written(outcome.considerations).map((text) => `To consider: ${text}`),
    ...written(outcome.actions.map(({ what }) => what)).map((text) => `Action: ${text}`),
  ];
}
