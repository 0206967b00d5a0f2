import * as z from 'zod/mini';
import { type ActualEvent, Busy, type CalendarOutcome, type CalendarStep, type Clock } from '../ports';
import { type Graph, type GraphAnswer, type GraphCall, placeOfMailbox, succeeded } from './call';
import { codeOf } from './fault';
import { eventPreferences } from './from-event';
import { findStamped } from './read-events';
import { mostRounds, pauseBefore } from './retry-policy';
import { readTeamsParts } from './teams-part';
import { toEvent, toNewEvent } from './to-event';

interface Open {
  readonly index: number;
  readonly step: CalendarStep;
}

/**
 * Applies steps in batches, one in flight for the mailbox. A step of which nobody knows the outcome is looked for by
 * its stamp before it is repeated. Never throws `Busy`: what Outlook puts off is `later`.
 */
export async function applySteps(
  tools: { readonly graph: Graph; readonly clock: Clock },
  mailbox: string,
  steps: readonly CalendarStep[],
): Promise<readonly CalendarOutcome[]> {
  const outcomes: CalendarOutcome[] = steps.map(({ stamp }) => ({ stamp, ok: 'later', retryAfterSeconds: 5 }));
  let open: readonly Open[] = steps.map((step, index) => ({ index, step }));
  try {
    for (let round = 1; open.length > 0 && round <= mostRounds; round += 1) {
      if (round > 1) await tools.clock.wait(pauseBefore(round));
      open = await oneRound(tools.graph, mailbox, open, outcomes);
    }
  } catch (error) {
    if (!(error instanceof Busy)) throw error;
    for (const { index, step } of open) outcomes[index] = putOff(step, error.retryAfterSeconds);
  }
  return outcomes;
}

/** Sends the open steps and settles what can be settled; gives back those that are to be sent again. */
async function oneRound(
  graph: Graph,
  mailbox: string,
  open: readonly Open[],
  outcomes: CalendarOutcome[],
): Promise<readonly Open[]> {
  const parts = await readTeamsParts(
    graph,
    mailbox,
    open.map(({ step }) => step),
  );
  const answers = await graph.batch(open.map(({ step }) => toCall(mailbox, step, parts)));
  const doubtful = open.filter(({ index, step }, position) => {
    const outcome = settle(step, answers[position]);
    if (outcome !== undefined) outcomes[index] = outcome;
    return outcome === undefined;
  });
  if (doubtful.length === 0) return [];
  const found = await findStamped(
    graph,
    mailbox,
    doubtful.map(({ step }) => step.stamp),
  );
  return doubtful.filter(({ index, step }, position) => {
    const outcome = settleFound(step, found[position]);
    if (outcome !== undefined) outcomes[index] = outcome;
    return outcome === undefined;
  });
}

function putOff({ stamp }: CalendarStep, retryAfterSeconds: number): CalendarOutcome {
  return { stamp, ok: 'later', retryAfterSeconds };
}

function toCall(mailbox: string, step: CalendarStep, parts: ReadonlyMap<string, string>): GraphCall {
  const events = `/users/${encodeURIComponent(mailbox)}/events`;
  const common = { needs: 'write events', place: placeOfMailbox(mailbox), headers: eventPreferences } as const;
  switch (step.does) {
    case 'make':
      return { ...common, method: 'POST', path: events, body: toNewEvent(step) };
    case 'change':
      return {
        ...common,
        method: 'PATCH',
        path: `${events}/${encodeURIComponent(step.id)}`,
        body: toEvent({ ...step, under: parts.get(step.id) }),
      };
    case 'cancel':
      return {
        ...common,
        method: 'POST',
        path: `${events}/${encodeURIComponent(step.id)}/cancel`,
        body: { comment: step.comment },
      };
  }
}

const madeEvent = z.object({ id: z.string() });

/** What an answer says of a step; undefined where the calendar must be looked at. */
function settle(step: CalendarStep, answer: GraphAnswer | undefined): CalendarOutcome | undefined {
  const { stamp } = step;
  if (answer === undefined) return undefined;
  if (succeeded(answer))
    return { stamp, ok: true, id: step.does === 'make' ? z.parse(madeEvent, answer.body).id : step.id };
  const { status } = answer;
  if (status === 429) return putOff(step, Math.ceil(Number(answer.headers['retry-after'] ?? 10)));
  if (status < 0 || status >= 500 || status === 408 || status === 409 || status === 412) return undefined;
  if (status === 404 && step.does !== 'make')
    return step.does === 'cancel' ? { stamp, ok: true, id: step.id } : putOff(step, 1);
  return { stamp, ok: false, because: refusalOf(answer) };
}

function refusalOf(answer: GraphAnswer): string {
  const code = codeOf(answer);
  switch (answer.status) {
    case 403:
      return `Our Academies may not write to the organiser's calendar (${code}). Ask an administrator to allow it.`;
    case 404:
      return `Outlook does not know the organiser's mailbox (${code}). Ask an administrator to check it.`;
    default:
      return `Outlook refused this event (${code}). Check its date, time and addresses, then publish it again.`;
  }
}

/** What the calendar says of a step whose outcome was in doubt; undefined when it is to be sent again. */
function settleFound(step: CalendarStep, found: ActualEvent | undefined): CalendarOutcome | undefined {
  const { stamp } = step;
  switch (step.does) {
    case 'make':
      return found === undefined ? undefined : { stamp, ok: true, id: found.id };
    case 'change':
      return found?.digest === step.digest ? { stamp, ok: true, id: found.id } : undefined;
    case 'cancel':
      return found === undefined || found.cancelled ? { stamp, ok: true, id: step.id } : undefined;
  }
}
