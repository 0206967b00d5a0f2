import * as z from 'zod/mini';
import { addDays } from '../../shared/time/calendar-date';
import type { ActualEvent, Calendar } from '../ports';
import { type Graph, type GraphCall, placeOfMailbox } from './call';
import { expandStamp, filterStamp } from './event-stamp';
import { eventPreferences, eventSelect, fromEvent } from './from-event';
import { pageSchema } from './pages';
import { bodyOf } from './read-items';

const mostInPage = 999;

/** https://learn.microsoft.com/graph/api/user-list-calendarview */
export function readEvents(graph: Graph): Pick<Calendar, 'eventsBetween' | 'eventStamped'> {
  return {
    async eventsBetween(mailbox, from, until) {
      const events: ActualEvent[] = [];
      for await (const page of graph.pages(viewCall(mailbox, from, until)))
        events.push(...ours(page).filter(({ date }) => from <= date && date <= until));
      return events;
    },
    async eventStamped(mailbox, stamp) {
      const [found] = await findStamped(graph, mailbox, [stamp]);
      return found;
    },
  };
}

function viewCall(mailbox: string, from: string, until: string): GraphCall {
  // The span is in UTC: a day more on each side holds every London day whole.
  const span = `startDateTime=${addDays(from, -1)}T00:00:00Z&endDateTime=${addDays(until, 2)}T00:00:00Z`;
  return {
    method: 'GET',
    path: `/users/${encodeURIComponent(mailbox)}/calendarView?${span}&$top=${mostInPage}&${eventSelect}&${expandStamp}`,
    needs: 'read events',
    place: placeOfMailbox(mailbox),
    headers: eventPreferences,
  };
}

/** The events with these stamps, wherever they are, in the order asked; a cancelled one only where there is no other. */
export async function findStamped(
  graph: Graph,
  mailbox: string,
  stamps: readonly string[],
): Promise<readonly (ActualEvent | undefined)[]> {
  const answers = await graph.batch(stamps.map((stamp) => stampCall(mailbox, stamp)));
  return answers.map((answer) => {
    const found = ours(z.parse(pageSchema, bodyOf(answer, 'read events')).value);
    return found.find(({ cancelled }) => !cancelled) ?? found[0];
  });
}

function stampCall(mailbox: string, stamp: string): GraphCall {
  return {
    method: 'GET',
    path: `/users/${encodeURIComponent(mailbox)}/events?${filterStamp(stamp)}&${eventSelect}&${expandStamp}`,
    needs: 'read events',
    place: placeOfMailbox(mailbox),
    headers: eventPreferences,
  };
}

function ours(events: readonly unknown[]): readonly ActualEvent[] {
  return events.map(fromEvent).filter((event) => event !== undefined);
}
