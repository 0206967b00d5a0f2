import type { Event } from '@microsoft/microsoft-graph-types';
import type { WantedEvent } from '../ports';
import { digestProperty, stampProperty, transactionIdOf } from './event-stamp';
import { oneLine, toHtml } from './html';

/** Windows' name for Europe/London, summer time included. */
export const londonTime = 'GMT Standard Time';

interface Making {
  readonly stamp: string;
  readonly digest: string;
  readonly event: WantedEvent;
  /** What Outlook wrote under our words, as HTML: it stays. */
  readonly under?: string | undefined;
}

/** What a new event says. The transaction id can be given at the making alone. */
export function toNewEvent(making: Making): Event {
  return {
    ...toEvent(making),
    transactionId: transactionIdOf(making.stamp),
    allowNewTimeProposals: false,
    responseRequested: true,
  };
}

/** What an event says, whole: Outlook takes the list of guests as a whole, too. */
export function toEvent({ stamp, digest, event, under = '' }: Making): Event {
  return {
    subject: oneLine(event.subject),
    body: { contentType: 'html', content: toHtml(event.paragraphs, event.link) + under },
    start: { dateTime: `${event.date}T${event.from}:00`, timeZone: londonTime },
    end: { dateTime: `${event.date}T${event.until}:00`, timeZone: londonTime },
    location: { displayName: oneLine(event.place) },
    attendees: event.invited.map(({ name, email }) => ({
      type: 'required',
      emailAddress: { name: oneLine(name), address: email },
    })),
    // Left out where none is wanted: it cannot be switched back. https://learn.microsoft.com/graph/outlook-calendar-online-meetings
    ...(event.teams === true ? { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' as const } : {}),
    sensitivity: event.confidential ? 'private' : 'normal',
    hideAttendees: event.confidential,
    singleValueExtendedProperties: [
      { id: stampProperty, value: stamp },
      { id: digestProperty, value: digest },
    ],
  };
}
