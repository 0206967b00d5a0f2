import * as z from 'zod/mini';
import type { EventDetails, EventSummary, MailDetails, MailSummary, Response } from './shapes';

/** Graph's events and messages → what the workbench's Outlook shows. */
const recipient = z.object({
  emailAddress: z.object({ name: z.optional(z.nullable(z.string())), address: z.optional(z.nullable(z.string())) }),
});
const moment = z.object({ dateTime: z.string(), timeZone: z.string() });
const body = z.object({ contentType: z.string(), content: z.string() });

const eventSchema = z.object({
  id: z.string(),
  subject: z.optional(z.nullable(z.string())),
  start: moment,
  end: moment,
  isAllDay: z.optional(z.boolean()),
  isCancelled: z.optional(z.boolean()),
  isOrganizer: z.optional(z.boolean()),
  showAs: z.optional(z.string()),
  sensitivity: z.optional(z.string()),
  location: z.optional(z.object({ displayName: z.optional(z.nullable(z.string())) })),
  responseStatus: z.optional(z.object({ response: z.optional(z.string()) })),
});

const eventDetailsSchema = z.object({
  ...eventSchema.shape,
  organizer: z.optional(recipient),
  attendees: z.optional(
    z.array(
      z.object({
        ...recipient.shape,
        type: z.optional(z.string()),
        status: z.optional(z.object({ response: z.optional(z.string()) })),
      }),
    ),
  ),
  body: z.optional(body),
  createdDateTime: z.optional(z.string()),
  lastModifiedDateTime: z.optional(z.string()),
});

const messageSchema = z.object({
  id: z.string(),
  subject: z.optional(z.nullable(z.string())),
  from: z.optional(recipient),
  receivedDateTime: z.optional(z.string()),
  isRead: z.optional(z.boolean()),
  bodyPreview: z.optional(z.string()),
});

const messageDetailsSchema = z.object({
  ...messageSchema.shape,
  toRecipients: z.optional(z.array(recipient)),
  ccRecipients: z.optional(z.array(recipient)),
  body: z.optional(body),
});

const pageOf = <T extends z.ZodMiniType>(one: T) => z.object({ value: z.array(one) });

/** Graph writes `2026-11-23T09:00:00.0000000` and the zone beside it; we ask for UTC. */
function utc({ dateTime }: { readonly dateTime: string }): string {
  return `${dateTime.slice(0, 19)}Z`;
}

function personOf(told: z.infer<typeof recipient> | undefined) {
  const address = told?.emailAddress.address ?? '';
  return { name: told?.emailAddress.name ?? address, email: address };
}

const responses: readonly Response[] = ['none', 'accepted', 'tentative', 'declined', 'organizer'];

function responseOf(told: string | undefined): Response {
  if (told === 'tentativelyAccepted') return 'tentative';
  return responses.find((one) => one === told) ?? 'none';
}

function summaryOf(event: z.infer<typeof eventSchema>): EventSummary {
  return {
    id: event.id,
    subject: event.subject ?? '(no subject)',
    start: utc(event.start),
    end: utc(event.end),
    place: event.location?.displayName ?? '',
    allDay: event.isAllDay ?? false,
    cancelled: event.isCancelled ?? false,
    organises: event.isOrganizer ?? false,
    showAs: event.showAs ?? 'busy',
    confidential: event.sensitivity === 'private' || event.sensitivity === 'confidential',
    response: responseOf(event.responseStatus?.response),
  };
}

export function toEvents(answer: unknown): readonly EventSummary[] {
  return z.parse(pageOf(eventSchema), answer).value.map(summaryOf);
}

export function toEvent(answer: unknown): EventDetails {
  const event = z.parse(eventDetailsSchema, answer);
  return {
    ...summaryOf(event),
    organiser: personOf(event.organizer),
    attendees: (event.attendees ?? []).map((one) => ({
      ...personOf(one),
      required: one.type !== 'optional',
      response: responseOf(one.status?.response),
    })),
    body: htmlOf(event.body),
    created: event.createdDateTime ?? utc(event.start),
    changed: event.lastModifiedDateTime ?? utc(event.start),
  };
}

export function toMails(answer: unknown): readonly MailSummary[] {
  return z.parse(pageOf(messageSchema), answer).value.map(mailOf);
}

function mailOf(message: z.infer<typeof messageSchema>): MailSummary {
  return {
    id: message.id,
    subject: message.subject ?? '(no subject)',
    from: personOf(message.from),
    received: message.receivedDateTime ?? '',
    preview: message.bodyPreview ?? '',
    read: message.isRead ?? false,
  };
}

export function toMail(answer: unknown): MailDetails {
  const message = z.parse(messageDetailsSchema, answer);
  return {
    ...mailOf(message),
    to: (message.toRecipients ?? []).map(personOf),
    cc: (message.ccRecipients ?? []).map(personOf),
    body: htmlOf(message.body),
  };
}

function htmlOf(told: z.infer<typeof body> | undefined): string {
  if (told === undefined) return '';
  if (told.contentType.toLowerCase() === 'html') return told.content;
  const escaped = told.content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const linked = escaped.replace(/https?:\/\/[^\s<>"]+/g, (address) => `<a href="${address}">${address}</a>`);
  return `<div style="white-space: pre-wrap">${linked}</div>`;
}
