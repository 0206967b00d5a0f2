import * as z from 'zod/mini';
import { text, urnSchema } from '../field';

const name = text({ label: 'Name' }).schema;
const metres = z.number('Give metres of the British National Grid.');
const round = z.number().check(z.int('A round is a whole number.'), z.minimum(1, 'Rounds count from 1.'));
const weight = z
  .number('Give a number.')
  .check(z.minimum(0, 'A weight is 0 or more.'), z.maximum(1000, 'At most 1000.'));
const themes = z.readonly(z.array(z.string().check(z.minLength(1), z.maxLength(100))));
const pair = z.tuple([urnSchema, urnSchema]);

export const triadAcademySchema = z.strictObject({
  urn: urnSchema,
  name,
  /** Metres, British National Grid. Needed as soon as distance has a weight. */
  easting: z.optional(metres),
  northing: z.optional(metres),
  phase: z.optional(z.string()),
  lowAge: z.optional(z.number()),
  highAge: z.optional(z.number()),
  hub: z.optional(z.string()),
  /** New to the trust, or new to peer review: to be set beside academies that know it. */
  isNew: z.optional(z.boolean()),
  strengths: z.optional(themes),
  needs: z.optional(themes),
});

/**
 * What each wish is worth, in kilometres a pair: with `repeats: 250` the planner drives up to 250 km (summed over the
 * pairs of all triads) to save one pair from meeting again. `distance` is a factor: 0 leaves the way out of account.
 */
export const triadWeightsSchema = z.strictObject({
  distance: weight,
  repeats: weight,
  strengths: weight,
  phases: z.strictObject({ wish: z.enum(['mixed', 'matched', 'off']), weight }),
  newcomers: weight,
});

/** All that planning triads needs, as plain data: the same problem, seed and number of moves give the same plan. */
export const triadProblemSchema = z.strictObject({
  academies: z.array(triadAcademySchema),
  /** How many new rounds to plan. */
  rounds: z
    .number()
    .check(z.int('Rounds are a whole number.'), z.minimum(1, 'Plan at least one round.'), z.maximum(50)),
  /** Triads of earlier rounds. Academies that have left may stand in them. New rounds count on from the last. */
  history: z.array(z.strictObject({ round, triads: z.array(z.array(urnSchema)) })),
  /** Pairs that never review each other: an infant and a junior school on one site, relatives, a secondment. */
  apart: z.array(pair),
  /** Triads lie within one hub. */
  withinHubs: z.boolean(),
  /** One or two pairs, instead of fours, where the number of academies is no multiple of three. */
  pairsAllowed: z.boolean(),
  /** Triads that stand and are planned around, by the number of their round. */
  locked: z.optional(z.array(z.strictObject({ round, academies: z.array(urnSchema) }))),
  weights: triadWeightsSchema,
  seed: z.number().check(z.int('A seed is a whole number.')),
});

export type TriadAcademy = z.infer<typeof triadAcademySchema>;
export type TriadWeights = z.infer<typeof triadWeightsSchema>;
export type TriadProblem = z.infer<typeof triadProblemSchema>;
/** Triads of one round, each by the URNs of its academies. */
export type TriadRound = TriadProblem['history'][number];

/** Near, and fresh before near. */
export const usualWeights: TriadWeights = {
  distance: 1,
  repeats: 250,
  strengths: 0,
  phases: { wish: 'off', weight: 0 },
  newcomers: 0,
};

/** The number of the first round to be planned. */
export function firstRound({ history }: Pick<TriadProblem, 'history'>): number {
  return history.reduce((last, { round }) => Math.max(last, round), 0) + 1;
}
