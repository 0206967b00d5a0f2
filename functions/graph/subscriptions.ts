import * as z from 'zod/mini';
import type { Calendar, Listener, Subscription } from '../ports';
import { type Graph, type GraphCall, placeOfMailbox } from './call';
import { GraphFault } from './fault';
import { eventPreferences } from './from-event';
import { allOf } from './pages';

const subscriptionSchema = z.object({
  id: z.string(),
  resource: z.string(),
  notificationUrl: z.optional(z.nullable(z.string())),
  expirationDateTime: z.string(),
});

/** https://learn.microsoft.com/graph/api/resources/subscription (Calendars.Read) */
export function openSubscriptions(graph: Graph): Pick<Calendar, 'subscribe' | 'renew'> {
  return {
    subscribe: (mailbox, listener, until) => subscribe(graph, mailbox, listener, until),
    async renew(id, until) {
      const path = `/subscriptions/${encodeURIComponent(id)}`;
      const body = { expirationDateTime: until.toISOString() };
      try {
        const answer = await graph.ask({ ...call('PATCH', path), body, repeatable: true });
        return toSubscription(answer.body);
      } catch (error) {
        if (error instanceof GraphFault && error.status === 404) return undefined;
        throw error;
      }
    },
  };
}

function call(method: GraphCall['method'], path: string): Pick<GraphCall, 'method' | 'path' | 'needs' | 'place'> {
  return { method, path, needs: 'follow events', place: 'subscriptions' };
}

/** https://learn.microsoft.com/graph/api/subscription-post-subscriptions; Graph calls the listener before it answers. */
async function subscribe(graph: Graph, mailbox: string, listener: Listener, until: Date): Promise<Subscription> {
  const standing = await findStanding(graph, mailbox, listener);
  if (standing !== undefined) return standing;
  const { body } = await graph.ask({
    ...call('POST', '/subscriptions'),
    // Notices then name events as we know them.
    headers: eventPreferences,
    place: placeOfMailbox(mailbox),
    body: {
      changeType: 'created,updated,deleted',
      resource: resourceOf(mailbox),
      notificationUrl: listener.address,
      lifecycleNotificationUrl: listener.lifecycleAddress,
      expirationDateTime: until.toISOString(),
      clientState: listener.clientState,
    },
  });
  return toSubscription(body);
}

/** Asked for twice, after an answer was lost, there would be two: one that stands already is taken. */
async function findStanding(graph: Graph, mailbox: string, { address }: Listener): Promise<Subscription | undefined> {
  const all = await allOf(graph, call('GET', '/subscriptions'));
  const resource = plain(resourceOf(mailbox));
  const found = all
    .map((one) => z.parse(subscriptionSchema, one))
    .find((one) => plain(one.resource) === resource && one.notificationUrl === address);
  return found === undefined ? undefined : toSubscription(found);
}

function resourceOf(mailbox: string): string {
  return `users/${mailbox}/events`;
}

function plain(resource: string): string {
  return resource.toLowerCase().replace(/^\//, '');
}

function toSubscription(body: unknown): Subscription {
  const { id, expirationDateTime } = z.parse(subscriptionSchema, body);
  return { id, until: new Date(expirationDateTime).toISOString() };
}
