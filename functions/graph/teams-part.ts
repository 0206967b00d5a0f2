import * as z from 'zod/mini';
import { Busy, type CalendarStep } from '../ports';
import { type Graph, placeOfMailbox, succeeded } from './call';
import { eventPreferences } from './from-event';
import { escapeHtml } from './html';

const eventSchema = z.object({
  body: z.optional(z.nullable(z.object({ content: z.optional(z.nullable(z.string())) }))),
  onlineMeeting: z.optional(z.nullable(z.unknown())),
});

/**
 * The steps, with what Outlook wrote under our words in the events that are about to be changed and have a Teams link: a
 * body that is sent without it ends the Teams meeting. Nothing is asked where no Teams link is wanted.
 * https://learn.microsoft.com/graph/api/event-update (permission: read events)
 */
export async function withTeamsParts(
  graph: Graph,
  mailbox: string,
  steps: readonly CalendarStep[],
): Promise<readonly CalendarStep[]> {
  const parts = await readTeamsParts(graph, mailbox, steps);
  return steps.map((step) => (step.does === 'change' ? { ...step, under: parts.get(step.id) } : step));
}

/** By event id. */
async function readTeamsParts(
  graph: Graph,
  mailbox: string,
  steps: readonly CalendarStep[],
): Promise<ReadonlyMap<string, string>> {
  const online = steps.filter((step) => step.does === 'change').filter(({ event }) => event.teams === true);
  if (online.length === 0) return new Map();
  const answers = await graph.batch(
    online.map(({ id }) => ({
      method: 'GET',
      path: `/users/${encodeURIComponent(mailbox)}/events/${encodeURIComponent(id)}?$select=body,onlineMeeting`,
      needs: 'read events',
      place: placeOfMailbox(mailbox),
      headers: eventPreferences,
    })),
  );
  const parts = new Map<string, string>();
  online.forEach(({ id, event }, index) => {
    const answer = answers[index];
    // An event that is gone needs no part; changing it says so. Any other that cannot be read is not written over.
    if (answer?.status === 404) return;
    if (answer === undefined || !succeeded(answer)) throw new Busy(Number(answer?.headers['retry-after'] ?? 10));
    const { body, onlineMeeting } = z.parse(eventSchema, answer.body);
    if (onlineMeeting) parts.set(id, underOurWords(body?.content ?? '', event.link));
  });
  return parts;
}

/**
 * Everything below our link. Where our words are not found, somebody wrote the body anew: then all of it stays.
 *
 * @example underOurWords('<p>… <a>https://…/open/meeting/1</a></p><div>Join</div></body>', 'https://…/open/meeting/1')
 * // '<div>Join</div>'
 */
export function underOurWords(html: string, link: string): string {
  const inside = html.replace(/^[\s\S]*<body[^>]*>/i, '').replace(/<\/body>[\s\S]*$/i, '');
  const words = `>${escapeHtml(link)}</a>`;
  const at = inside.lastIndexOf(words);
  return at < 0 ? inside : inside.slice(at + words.length).replace(/^(\s*<\/[a-z]+>)+/i, '');
}
