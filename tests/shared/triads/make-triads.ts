import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readAcademies } from '../../../functions/imports/read-imports';
import { planTriads } from '../../../shared/triads/plan';
import type { TriadPlan } from '../../../shared/triads/plan-schema';
import { type TriadAcademy, type TriadProblem, usualWeights } from '../../../shared/triads/problem';

/** Builders of triad problems. Academies stand on a line of uneven steps, so that no two ways are alike. */
export function urn(number: number): string {
  return String(900_000 + number);
}

export function academies(n: number): TriadAcademy[] {
  return Array.from({ length: n }, (_, at) => ({
    urn: urn(at),
    name: `Academy ${at}`,
    easting: 400_000 + 1000 * at + 37 * at * at,
    northing: 300_000 + 7919 * ((at * at) % 11),
  }));
}

export function problemOf(n: number, more: Partial<TriadProblem> = {}): TriadProblem {
  return {
    academies: academies(n),
    rounds: 1,
    history: [],
    apart: [],
    withinHubs: false,
    pairsAllowed: false,
    weights: usualWeights,
    seed: 1,
    ...more,
  };
}

export const withoutDistance = { ...usualWeights, distance: 0 };

export function planned(problem: TriadProblem, moves = 400_000): TriadPlan {
  const plan = planTriads(problem, moves);
  if (!plan.ok) throw new Error(plan.problem.sentence);
  return plan.value;
}

const real = path.join(__dirname, '../../../../shared/data/gias-good-shepherd.csv');
export const realIsHere = existsSync(real);

/** The fifteen academies of a real export, where it lies beside the checkout. */
export function fifteenAcademies(): TriadAcademy[] {
  const found = readAcademies(readFileSync(real), {});
  if (!found.ok) throw new Error(found.problem.sentence);
  return found.value.found.map(({ record: { urn, name, easting, northing } }) => ({
    urn,
    name,
    ...(easting === undefined || northing === undefined ? {} : { easting, northing }),
  }));
}
