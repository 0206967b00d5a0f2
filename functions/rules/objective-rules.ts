import type { Objective } from '../../shared/records/objective';
import { ok, type Result, refuse } from '../../shared/result';
import { same } from '../../shared/same';
import type { Asked } from '../request';
import { rules } from './kind-rules';

/** Whose objective it is, and who may read and judge it. */
const fixed = ['who', 'appraiser', 'year'] as const;

export const objectiveRules = rules<Objective>({
  check: async (before, after, _key, asked) =>
    before === undefined ? ok(after) : checkChange(before.record, after, asked),
});

function checkChange(before: Objective, after: Objective, { caller }: Pick<Asked, 'caller'>): Result<Objective> {
  if (caller.roles.includes('HR')) return ok(after);
  const moved = fixed.filter((field) => !same(before[field], after[field]));
  if (moved.length > 0) return refused(moved, 'HR alone changes whose objective this is, the appraiser and the year.');
  if (before.who.id !== caller.id) return ok(after);
  if (before.state !== after.state)
    return refused(['state'], 'The appraiser or HR says how far an objective has come.');
  if (before.state === 'draft' || same(before, after)) return ok(after);
  return refused([], 'This objective was agreed as it stands. Ask the appraiser or HR to change it.');
}

function refused(paths: readonly string[], sentence: string): ReturnType<typeof refuse> {
  return refuse('not-allowed', sentence, { fields: paths.map((path) => ({ path, sentence })) });
}
