import * as z from 'zod/mini';
import { planTriads, startTriads, usualMoves } from '../shared/triads/plan';
import type { TriadProblem } from '../shared/triads/problem';
import { type TriadReply, triadOrderSchema } from './screens/triads/triad-orders';

/** Between two looks at what was found: about a tenth of a second. */
const movesAtOnce = 1_000_000;

/** The first look comes at once: a plan that is not yet good is better than none. */
const firstMoves = 50_000;

function plan(problem: TriadProblem, say: (reply: TriadReply) => void): void {
  const started = startTriads(problem);
  if (!started.ok) {
    const because = (started.problem.fields ?? []).map(({ sentence }) => sentence);
    say({ reply: 'impossible', sentence: started.problem.sentence, because });
    return;
  }
  const search = started.value;
  const all = usualMoves(problem);
  say({ reply: 'better', plan: search.plan(), share: 0 });
  let moves = firstMoves;
  while (!search.finished() && search.moves() < all) {
    const share = Math.min(1, search.moves() / all);
    if (search.step(moves)) say({ reply: 'better', plan: search.plan(), share });
    else say({ reply: 'looking', share });
    moves = movesAtOnce;
  }
  say({ reply: 'done', plan: search.plan() });
}

/** What fresh partners are worth, from nothing to all. */
const worths = [0, 2, 5, 10, 20, 50, 100, 200];

/** The same wishes with fresh partners worth less and more; of plans that come to the same, one. */
function curve(problem: TriadProblem, say: (reply: TriadReply) => void): void {
  const points = worths.flatMap((repeats) => {
    const planned = planTriads(
      { ...problem, weights: { ...problem.weights, repeats } },
      Math.round(usualMoves(problem) / worths.length),
    );
    if (!planned.ok) return [];
    const { kilometres, repeatedPairs } = planned.value.total;
    const { fours, triads, pairs } = planned.value.explanation.counting;
    return [{ repeats, kilometres, repeatedPairs, freshPairs: 6 * fours + 3 * triads + pairs - repeatedPairs }];
  });
  const best = points.filter(
    (one, at) =>
      !points.some(
        (other, place) =>
          other.kilometres <= one.kilometres &&
          other.freshPairs >= one.freshPairs &&
          (other.kilometres < one.kilometres || other.freshPairs > one.freshPairs || place < at),
      ),
  );
  say({ reply: 'curve', points: best });
}

/** A bundle of its own: one order in, better and better plans out. The page ends it when the person cancels. */
self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const { order, problem } = z.parse(triadOrderSchema, data);
  const say = (reply: TriadReply): void => self.postMessage(reply);
  if (order === 'plan') plan(problem, say);
  else curve(problem, say);
});
