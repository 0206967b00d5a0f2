import * as z from 'zod/mini';
import type { ActualEvent, Answer } from '../ports';
import { digestProperty, stampProperty } from './event-stamp';
import { londonTime } from './to-event';

/** What is asked of an event: its body is long, rewritten by Outlook, and of no use to us. */
export const eventSelect = '$select=id,subject,start,end,location,isCancelled,attendees';

/** Ids that outlive a move, and times of London. Goes with every call, next pages included. */
export const londonPreferences = `IdType="ImmutableId", outlook.timezone="${londonTime}"`;
export const eventPreferences = { Prefer: londonPreferences } as const;

const time = z.object({ dateTime: z.string(), timeZone: z.string() });
const eventSchema = z.object({
  id: z.string(),
  subject: z.optional(z.nullable(z.string())),
  start: time,
  end: time,
  isCancelled: z.optional(z.nullable(z.boolean())),
  location: z.optional(z.nullable(z.object({ displayName: z.optional(z.nullable(z.string())) }))),
  attendees: z.optional(
    z.nullable(
      z.array(
        z.object({
          emailAddress: z.object({
            name: z.optional(z.nullable(z.string())),
            address: z.optional(z.nullable(z.string())),
          }),
          status: z.optional(z.nullable(z.object({ response: z.optional(z.nullable(z.string())) }))),
        }),
      ),
    ),
  ),
  singleValueExtendedProperties: z.optional(z.array(z.object({ id: z.string(), value: z.optional(z.string()) }))),
});

type GraphEvent = z.infer<typeof eventSchema>;

/** An event of ours, or undefined for whatever else is in the calendar. */
export function fromEvent(input: unknown): ActualEvent | undefined {
  const event = z.parse(eventSchema, input);
  const stamp = propertyOf(event, stampProperty);
  if (stamp === undefined) return undefined;
  if (event.start.timeZone !== londonTime) throw new Error(`Outlook gave a time in ${event.start.timeZone}.`);
  return {
    id: event.id,
    stamp,
    digest: propertyOf(event, digestProperty) ?? '',
    subject: event.subject ?? '',
    date: event.start.dateTime.slice(0, 10),
    from: event.start.dateTime.slice(11, 16),
    until: event.end.dateTime.slice(11, 16),
    place: event.location?.displayName ?? '',
    cancelled: event.isCancelled ?? false,
    invited: (event.attendees ?? []).map(({ emailAddress, status }) => ({
      name: emailAddress.name ?? '',
      email: (emailAddress.address ?? '').toLowerCase(),
      answer: answerOf(status?.response),
    })),
  };
}

function propertyOf(event: GraphEvent, id: string): string | undefined {
  return event.singleValueExtendedProperties?.find((one) => one.id.toLowerCase() === id.toLowerCase())?.value;
}

function answerOf(response: string | null | undefined): Answer {
  switch (response) {
    case 'accepted':
      return 'accepted';
    case 'tentativelyAccepted':
      return 'tentative';
    case 'declined':
      return 'declined';
    default:
      return 'none';
  }
}
