import * as z from 'zod/mini';
import { addDays } from '../../shared/time/calendar-date';
import type { ActualEvent, Calendar, CalendarChanges } from '../ports';
import { type Graph, type GraphCall, placeOfMailbox } from './call';
import { GraphFault } from './fault';
import { londonPreferences } from './from-event';
import { checkedLink } from './pages';

const mostInPage = 999;

/**
 * What changed in a calendar, by delta. Graph tells whole events but no extended properties, so ours are read once more
 * with their stamps, all in one request.
 * https://learn.microsoft.com/graph/api/event-delta (Calendars.Read)
 */
export function followEvents(
  graph: Graph,
  eventsBetween: Calendar['eventsBetween'],
): Pick<Calendar, 'follow' | 'changesSince'> {
  return {
    async follow(mailbox, from, until) {
      // The span is in UTC: a day more on each side holds every London day whole.
      const span = `startDateTime=${addDays(from, -1)}T00:00:00Z&endDateTime=${addDays(until, 2)}T00:00:00Z`;
      const round = await readRound(graph, mailbox, `/users/${encodeURIComponent(mailbox)}/calendarView/delta?${span}`);
      return round.link;
    },
    async changesSince(mailbox, link) {
      const round = await readRound(graph, mailbox, checkedDeltaLink(link)).catch((error) => {
        if (isForgotten(error)) return undefined;
        throw error;
      });
      return round === undefined ? undefined : { ...(await ours(mailbox, round, eventsBetween)), link: round.link };
    },
  };
}

const rowSchema = z.object({
  id: z.string(),
  '@removed': z.optional(z.unknown()),
  start: z.optional(z.object({ dateTime: z.string() })),
});
const pageSchema = z.object({
  value: z.array(rowSchema),
  '@odata.nextLink': z.optional(z.string()),
  '@odata.deltaLink': z.optional(z.string()),
});

interface Round {
  /** The date of each event that is there now; undefined where it is gone. One may come twice: the last counts. */
  readonly dates: ReadonlyMap<string, string | undefined>;
  readonly link: string;
}

async function readRound(graph: Graph, mailbox: string, first: string): Promise<Round> {
  const dates = new Map<string, string | undefined>();
  let path = first;
  for (;;) {
    const { body } = await graph.ask(roundCall(mailbox, path));
    const page = z.parse(pageSchema, body);
    for (const row of page.value)
      dates.set(row.id, row['@removed'] === undefined ? row.start?.dateTime.slice(0, 10) : undefined);
    const { '@odata.nextLink': next, '@odata.deltaLink': link } = page;
    if (link !== undefined) return { dates, link: checkedDeltaLink(link) };
    if (next === undefined) throw new Error('A round of changes ended without a place to go on from.');
    path = checkedDeltaLink(next);
  }
}

function roundCall(mailbox: string, path: string): GraphCall {
  return {
    method: 'GET',
    path,
    needs: 'follow events',
    place: placeOfMailbox(mailbox),
    headers: { Prefer: `${londonPreferences}, odata.maxpagesize=${mostInPage}` },
  };
}

/** The link is kept in a list that people may write to: it leads to changes of a calendar at Graph, or nowhere. */
function checkedDeltaLink(link: string): string {
  const { pathname } = new URL(checkedLink(link));
  if (!/^\/v1\.0\/users[^?#]*\/calendarView\/(microsoft\.graph\.)?delta(\(\))?$/i.test(pathname))
    throw new Error('A place in the changes of a calendar led to something else; it was not followed.');
  return link;
}

/** Graph forgets places after a while, and when mailboxes move: then all is read anew. */
const forgotten = ['syncStateNotFound', 'syncStateInvalid', 'resyncRequired', 'ErrorInvalidSyncStateData'].map((code) =>
  code.toLowerCase(),
);

function isForgotten(error: unknown): boolean {
  return error instanceof GraphFault && (error.status === 410 || forgotten.includes(error.code.toLowerCase()));
}

async function ours(
  mailbox: string,
  { dates }: Round,
  eventsBetween: Calendar['eventsBetween'],
): Promise<Omit<CalendarChanges, 'link'>> {
  const gone = [...dates].flatMap(([id, date]) => (date === undefined ? [id] : []));
  const days = [...dates.values()].filter((date) => date !== undefined).sort();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return { events: [], gone };
  const events: readonly ActualEvent[] = await eventsBetween(mailbox, first, last);
  return { events: events.filter(({ id }) => dates.get(id) !== undefined), gone };
}
