import { ok, type Result } from '../result';
import { pairsOf } from './pairs';
import { planTriads } from './plan';
import type { CurvePoint, TriadPlan, WithoutRule } from './plan-schema';
import type { TriadProblem, TriadWeights } from './problem';
import { triadRules } from './rules';

/** What a repeated pair is worth, in kilometres, along the curve. */
const steps = [0, 2, 5, 10, 20, 50, 200];

/**
 * Kilometres against fresh pairs: one plan for each of a few weights of repeats; a plan that another beats in both is
 * left out. Each takes so many moves.
 */
export function freshnessCurve(problem: TriadProblem, moves: number): Result<readonly CurvePoint[]> {
  const points: CurvePoint[] = [];
  for (const repeats of steps) {
    const plan = planTriads({ ...problem, weights: { ...problem.weights, repeats } }, moves);
    if (!plan.ok) return plan;
    points.push(pointOf(plan.value, repeats));
  }
  return ok(
    points
      .filter((point, at) => !points.some((other, place) => beats(other, point) || (place < at && same(other, point))))
      .sort((one, other) => one.kilometres - other.kilometres),
  );
}

function pointOf({ total, rounds }: TriadPlan, repeats: number): CurvePoint {
  const pairs = rounds.flatMap(({ triads }) => triads.flatMap(({ academies }) => pairsOf(academies))).length;
  return {
    repeats,
    kilometres: total.kilometres,
    freshPairs: pairs - total.repeatedPairs,
    repeatedPairs: total.repeatedPairs,
  };
}

function same(one: CurvePoint, other: CurvePoint): boolean {
  return one.kilometres === other.kilometres && one.freshPairs === other.freshPairs;
}

function beats(one: CurvePoint, other: CurvePoint): boolean {
  return one.kilometres <= other.kilometres && one.freshPairs >= other.freshPairs && !same(one, other);
}

/** For each rule that counts: the plan as it would be without it. So it shows which weights stand against which. */
export function withoutEachRule(problem: TriadProblem, plan: TriadPlan, moves: number): Result<readonly WithoutRule[]> {
  const found: WithoutRule[] = [];
  for (const { name, weightOf, without } of triadRules.filter((rule) => rule.weightOf(problem.weights) > 0)) {
    const weights: TriadWeights = without(problem.weights);
    const other = planTriads({ ...problem, weights }, moves);
    if (!other.ok) return other;
    found.push(compared(name, weightOf(problem.weights), plan, other.value));
  }
  return ok(found);
}

function compared(rule: string, weight: number, plan: TriadPlan, other: TriadPlan): WithoutRule {
  const { kilometres, repeatedPairs } = other.total;
  const costs = other.explanation.rules;
  const saved = plan.explanation.rules.flatMap((before) => {
    const after = costs.find((one) => one.rule === before.rule);
    const less = before.cost - (after?.cost ?? before.cost);
    return less > 0 ? [`${before.rule} would cost ${less.toFixed(1)} less`] : [];
  });
  const says =
    saved.length === 0
      ? `${rule} (weight ${weight}) stands against no other rule here.`
      : `Without ${rule} (weight ${weight}), ${saved.join(' and ')}.`;
  return { rule, kilometres, repeatedPairs, costs, says };
}

/** The plan with its curve and what each rule stands against: seconds of search, so only where somebody asks. */
export function withTradeOffs(problem: TriadProblem, plan: TriadPlan, moves: number): Result<TriadPlan> {
  const curve = freshnessCurve(problem, moves);
  if (!curve.ok) return curve;
  const without = withoutEachRule(problem, plan, moves);
  if (!without.ok) return without;
  const explanation = { ...plan.explanation, curve: [...curve.value], without: [...without.value] };
  return ok({ ...plan, explanation });
}
