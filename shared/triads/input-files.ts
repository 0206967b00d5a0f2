import * as z from 'zod/mini';
import { urnSchema } from '../field';
import { type TriadWeights, triadProblemSchema, triadWeightsSchema, usualWeights } from './problem';

/** Triads of earlier rounds, as a list of rounds or as the command line gives a plan. */
export const triadHistorySchema = z.union([
  triadProblemSchema.shape.history,
  z.object({
    rounds: z.array(
      z.object({
        round: z.number(),
        triads: z.array(z.object({ academies: z.array(urnSchema) })),
      }),
    ),
  }),
]);

/** Pairs that never review each other. */
export const triadsApartSchema = triadProblemSchema.shape.apart;

/** Weights that differ from the usual ones. */
export const someTriadWeightsSchema = z.partial(triadWeightsSchema);

/** Academies by the name of their hub; triads then keep within hubs. */
export const triadHubsSchema = z.record(z.string().check(z.minLength(1)), z.array(urnSchema));

export function historyFrom(read: z.infer<typeof triadHistorySchema>): z.infer<typeof triadProblemSchema>['history'] {
  if (Array.isArray(read)) return read;
  return read.rounds.map(({ round, triads }) => ({ round, triads: triads.map(({ academies }) => academies) }));
}

export function weightsFrom(some: z.infer<typeof someTriadWeightsSchema>): TriadWeights {
  return {
    distance: some.distance ?? usualWeights.distance,
    repeats: some.repeats ?? usualWeights.repeats,
    strengths: some.strengths ?? usualWeights.strengths,
    phases: some.phases ?? usualWeights.phases,
    newcomers: some.newcomers ?? usualWeights.newcomers,
  };
}
