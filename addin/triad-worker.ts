import * as z from 'zod/mini';
import type { Problem } from '../shared/result';
import { checkProblem } from '../shared/triads/check-problem';
import { checkWishes } from '../shared/triads/check-wishes';
import { greedyGrouping } from '../shared/triads/greedy';
import { startTriads, usualMoves } from '../shared/triads/plan';
import { planOf, roundsOf } from '../shared/triads/plan-of';
import type { TriadProblem, TriadRound } from '../shared/triads/problem';
import { costOf, forbiddenPrice, tableOf } from '../shared/triads/table';
import { withTradeOffs } from '../shared/triads/trade-offs';
import { type TriadReply, triadOrderSchema } from './screens/triads/triad-orders';

/** Between two looks at what was found: about a tenth of a second. */
const movesAtOnce = 1_000_000;

/** The first look comes at once: a plan that is not yet good is better than none. */
const firstMoves = 50_000;

/** The nearest ones together, as anybody would begin: in sight before the bound of a plan is reckoned. */
function first(problem: TriadProblem, say: (reply: TriadReply) => void): void {
  if (checkProblem(problem) !== undefined || checkWishes(problem) !== undefined) return;
  const table = tableOf(problem);
  const grouping = greedyGrouping(table);
  if (costOf(table, grouping) >= forbiddenPrice) return;
  const rounds = roundsOf(problem, grouping).map(({ round, triads }) => ({
    round,
    triads: triads.map((triad) => [...triad]),
  }));
  say({ reply: 'first', rounds });
}

function plan(problem: TriadProblem, say: (reply: TriadReply) => void): void {
  first(problem, say);
  const started = startTriads(problem);
  if (!started.ok) {
    impossible(started.problem, say);
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

/** These plans are for looking at: each may be a little rougher than the one on the table. */
const shareForLooking = 1 / 8;

function tradeOffs(problem: TriadProblem, rounds: readonly TriadRound[], say: (reply: TriadReply) => void): void {
  const moves = Math.round(usualMoves(problem) * shareForLooking);
  const found = withTradeOffs(problem, planOf(problem, rounds, 'search'), moves);
  if (!found.ok) impossible(found.problem, say);
  else {
    const { curve = [], without = [] } = found.value.explanation;
    say({ reply: 'trade-offs', curve, without });
  }
}

function impossible({ sentence, fields = [] }: Problem, say: (reply: TriadReply) => void): void {
  say({ reply: 'impossible', sentence, because: fields.map((field) => field.sentence) });
}

/** A bundle of its own: one order in, better and better plans out. The page ends it when the person cancels. */
self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const order = z.parse(triadOrderSchema, data);
  const say = (reply: TriadReply): void => self.postMessage(reply);
  if (order.order === 'plan') plan(order.problem, say);
  else tradeOffs(order.problem, order.rounds, say);
});
