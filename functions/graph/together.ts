import type { Result } from '../../shared/result';
import type { Clock } from '../ports';
import { type Graph, type GraphAnswer, type GraphCall, isRepeatable, succeeded, unknown } from './call';
import { faultOf } from './fault';
import { readPages } from './pages';
import { nextAttempt, retryPolicy } from './retry-policy';

/** Calls beside the first in one batch. */
const mostOthers = 19;

/** The first call did not succeed, so nothing of the rest was done. */
class NotAsked extends Error {}

interface Waiting {
  readonly call: GraphCall;
  readonly resolve: (answer: GraphAnswer) => void;
  readonly reject: (error: unknown) => void;
}

interface Tools {
  readonly graph: Graph;
  readonly clock: Clock;
}

/**
 * What is asked inside in the same moment goes in one request, in which everything waits for the one call of `first`
 * and is left undone unless that succeeds. What must be asked a second time is asked by itself.
 *
 * @param portsOver the ports over a Graph that gathers
 * @returns `rest` undefined where nothing of it was done
 */
export async function inOneRequest<P, F extends Result<unknown>, T>(
  tools: Tools,
  portsOver: (graph: Graph) => P,
  first: (ports: P) => Promise<F>,
  rest: (ports: P) => Promise<T>,
): Promise<{ readonly first: F; readonly rest: T | undefined }> {
  const { leading, following, isLate } = gather(tools);
  const [led, followed] = await Promise.allSettled([first(portsOver(leading)), rest(portsOver(following))]);
  if (led.status === 'rejected') throw led.reason;
  if (followed.status === 'rejected' && !(followed.reason instanceof NotAsked)) throw followed.reason;
  const isDone = followed.status === 'fulfilled' && led.value.ok && !isLate();
  return { first: led.value, rest: isDone ? followed.value : undefined };
}

interface Gathering {
  readonly leading: Graph;
  readonly following: Graph;
  /** The item had to be looked for before the first could be written: what was read may be older than that. */
  isLate(): boolean;
}

/** Two ways into one request: the call that everything depends on, and what depends on it. */
function gather({ graph, clock }: Tools): Gathering {
  const leading: Waiting[] = [];
  const following: Waiting[] = [];
  let isSent = false;
  let isLate = false;
  // Everything that waits for nothing but its own turn has asked by then.
  setImmediate(() => {
    isSent = true;
    send(graph, leading, following).catch((error: unknown) => {
      for (const { reject } of [...leading, ...following]) reject(error);
    });
  });
  const into = (queue: Waiting[]): Graph => {
    const enqueue = (call: GraphCall): Promise<GraphAnswer> =>
      new Promise((resolve, reject) => void queue.push({ call, resolve, reject }));
    const ask: Graph['ask'] = async (call) => {
      if (isSent) return graph.ask(call);
      const answer = await enqueue(call);
      if (succeeded(answer)) return answer;
      if (isRepeatable(call)) return graph.ask(call);
      throw faultOf(answer, call.needs);
    };
    return {
      ...graph,
      ask,
      async batch(calls) {
        if (!isSent) return sendAgain({ graph, clock }, calls, await Promise.all(calls.map(enqueue)));
        if (queue === leading && calls.some(isWrite) && !leading.some(({ call }) => isWrite(call))) isLate = true;
        if (calls.some(({ once }) => once)) throw new Error('A step was to be sent without what it depends on.');
        return graph.batch(calls);
      },
      pages: (call) => readPages(ask, call),
    };
  };
  return { leading: into(leading), following: into(following), isLate: () => isLate };
}

function isWrite(call: GraphCall): boolean {
  return !isRepeatable(call);
}

async function send(graph: Graph, leading: readonly Waiting[], following: readonly Waiting[]): Promise<void> {
  const [first, ...more] = leading;
  if (more.length > 0) throw new Error('A request depends on one call, not on several.');
  // A write depends on a write: a read before it says nothing of what comes between.
  const isLost = first !== undefined && !isWrite(first.call) && following.some(({ call }) => isWrite(call));
  if (isLost) for (const { reject } of following) reject(new NotAsked());
  const dependent = isLost ? [] : following;
  const [beside, after] = [dependent.slice(0, mostOthers), dependent.slice(mostOthers)];
  if (after.some(({ call }) => call.once)) throw new Error(`One request holds ${mostOthers} steps and changes.`);
  const answers = first === undefined ? [] : await graph.chain(first.call, calls(beside));
  const [lead, ...others] = answers;
  if (first !== undefined && lead !== undefined) first.resolve(lead);
  const isDone = lead !== undefined && succeeded(lead);
  const isDoubtful = lead?.status === unknown;
  beside.forEach(({ call, resolve, reject }, index) => {
    const answer = others[index];
    // Where the whole answer was lost, what may have been written is looked for; what was read is read anew.
    if (answer !== undefined && (isDone || (isDoubtful && isWrite(call)))) resolve(answer);
    else reject(new NotAsked());
  });
  await sendRest(graph, after, isDone);
}

/** What the one request could not hold goes after it. */
async function sendRest(graph: Graph, rest: readonly Waiting[], isDone: boolean): Promise<void> {
  if (!isDone) for (const { reject } of rest) reject(new NotAsked());
  if (!isDone || rest.length === 0) return;
  const answers = await graph.batch(calls(rest));
  rest.forEach(({ resolve, reject }, index) => {
    const answer = answers[index];
    if (answer === undefined) reject(new NotAsked());
    else resolve(answer);
  });
}

function calls(waiting: readonly Waiting[]): readonly GraphCall[] {
  return waiting.map(({ call }) => call);
}

/** What was refused, or may be repeated, is asked once more by itself; a step never is. */
async function sendAgain(
  { graph, clock }: Tools,
  asked: readonly GraphCall[],
  answers: readonly GraphAnswer[],
): Promise<readonly GraphAnswer[]> {
  const again = asked.flatMap((call, index) => {
    const { status } = answers[index] ?? { status: unknown };
    const wait = nextAttempt(retryPolicy, { call, status, sent: 1, retryAfterMilliseconds: undefined }, 1);
    return call.once || wait === undefined ? [] : [{ call, index, wait }];
  });
  if (again.length === 0) return answers;
  await clock.wait(Math.max(...again.map(({ wait }) => wait)));
  const others = await graph.batch(again.map(({ call }) => call));
  const position = new Map(again.map(({ index }, at) => [index, at]));
  return answers.map((answer, index) => others[position.get(index) ?? -1] ?? answer);
}
