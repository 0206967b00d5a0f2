import * as z from 'zod/mini';
import { type ActualEvent, Busy, type CalendarOutcome, type CalendarStep } from '../ports';
import { type Graph, type GraphAnswer, type GraphCall, placeOfMailbox, succeeded } from './call';
import { codeOf } from './fault';
import { eventPreferences } from './from-event';
import { findStamped } from './read-events';
import { toEvent, toNewEvent } from './to-event';

/** How soon a step is sent again of which the calendar shows nothing. */
const soon = 1;

/**
 * Sends steps once, in one batch. A step of which nobody knows the outcome is looked for by its stamp; what the calendar
 * does not show is `later`, and may yet have taken effect. Never throws `Busy`: what Outlook puts off is `later`.
 */
export async function applySteps(
  graph: Graph,
  mailbox: string,
  steps: readonly CalendarStep[],
): Promise<readonly CalendarOutcome[]> {
  const answers = await graph.batch(steps.map((step) => toCall(mailbox, step)));
  const outcomes = steps.map((step, index) => settle(step, answers[index]));
  const doubtful = steps.filter((_step, index) => outcomes[index] === undefined);
  const found = doubtful.length === 0 ? [] : await lookFor(graph, mailbox, doubtful);
  return steps.map((step, index) => outcomes[index] ?? found[doubtful.indexOf(step)] ?? putOff(step, soon));
}

async function lookFor(
  graph: Graph,
  mailbox: string,
  steps: readonly CalendarStep[],
): Promise<readonly (CalendarOutcome | undefined)[]> {
  try {
    const stamps = steps.map(({ stamp }) => stamp);
    const found = await findStamped(graph, mailbox, stamps);
    return steps.map((step, index) => settleFound(step, found[index]));
  } catch (error) {
    if (!(error instanceof Busy)) throw error;
    return steps.map((step) => putOff(step, error.retryAfterSeconds));
  }
}

function putOff({ stamp }: CalendarStep, retryAfterSeconds: number): CalendarOutcome {
  return { stamp, ok: 'later', retryAfterSeconds };
}

function toCall(mailbox: string, step: CalendarStep): GraphCall {
  const events = `/users/${encodeURIComponent(mailbox)}/events`;
  const common = {
    needs: 'write events',
    place: placeOfMailbox(mailbox),
    headers: eventPreferences,
    once: true,
  } as const;
  switch (step.does) {
    case 'make':
      return { ...common, method: 'POST', path: events, body: toNewEvent(step) };
    case 'change':
      return {
        ...common,
        method: 'PATCH',
        path: `${events}/${encodeURIComponent(step.id)}`,
        body: toEvent(step),
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
