import { type OutputOf, requests } from '../../../shared/requests';
import type { Problem } from '../../../shared/result';
import type { Server } from '../../server';

export type Filled = OutputOf<typeof requests.fillTemplate>;

/** What is filled for whom. */
export interface ToFill {
  /** Key of the objective. */
  readonly objective: string;
  readonly name: string;
}

export type FillResult =
  | { readonly of: ToFill; readonly ok: true; readonly filled: Filled }
  | { readonly of: ToFill; readonly ok: false; readonly problem: Problem };

/** Problems that the next document would have too: there is no use in going on. */
const endsAll = new Set<Problem['code']>(['unprocessable-template', 'not-signed-in', 'not-allowed', 'too-large']);

/**
 * Fills one copy of a template after the other, so that the service is asked gently and each result is seen as it comes.
 * One that is refused does not stop the others, unless the others would be refused for the same reason.
 */
export async function fillMany(
  server: Server,
  template: string,
  toFill: readonly ToFill[],
  onResult: (result: FillResult) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const of of toFill) {
    if (signal.aborted) return;
    const filled = await server.call(requests.fillTemplate, { id: template, objective: of.objective });
    onResult(filled.ok ? { of, ok: true, filled: filled.value } : { of, ok: false, problem: filled.problem });
    if (!filled.ok && endsAll.has(filled.problem.code)) return;
  }
}
