import { ok, type Result } from '../result';
import { londonToUtc } from '../time/london';

/** An event of a calendar file. Date and times are London's. */
export interface CalendarFileEvent {
  /** The same for the same thing, in every file. */
  readonly key: string;
  readonly date: string;
  readonly from: string;
  readonly until: string;
  readonly summary: string;
  readonly place: string;
  readonly description: string;
  /** When it was last changed. */
  readonly changedAt: string;
  readonly tentative: boolean;
}

const longestLine = 75;

/** An iCalendar file (RFC 5545) to be subscribed to or opened; times are in UTC, so that no time zone need be described. */
export function calendarFile(name: string, events: readonly CalendarFileEvent[]): Result<string> {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Our Academies//Meetings//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
  ];
  for (const event of events) {
    const from = londonToUtc(event.date, event.from);
    if (!from.ok) return from;
    const until = londonToUtc(event.date, event.until);
    if (!until.ok) return until;
    lines.push(...linesOf(event, from.value, until.value));
  }
  return ok(`${[...lines, 'END:VCALENDAR'].map(folded).join('\r\n')}\r\n`);
}

function linesOf(event: CalendarFileEvent, from: string, until: string): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.key}@our-academies`,
    `DTSTAMP:${stamp(event.changedAt)}`,
    `DTSTART:${stamp(from)}`,
    `DTEND:${stamp(until)}`,
    `SUMMARY:${escaped(event.summary)}`,
    `LOCATION:${escaped(event.place)}`,
    ...(event.description === '' ? [] : [`DESCRIPTION:${escaped(event.description)}`]),
    `STATUS:${event.tentative ? 'TENTATIVE' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

/**
 * @example stamp('2026-11-23T16:45:00.000Z') // '20261123T164500Z'
 */
function stamp(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/[\u0000-\u001f\u007f]/g, ' ');
}

/** Lines have 75 bytes at most, and no character is cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    // The space with which a line goes on counts too.
    if (bytes + size > (parts.length === 0 ? longestLine : longestLine - 1)) {
      parts.push(part);
      [part, bytes] = ['', 0];
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join('\r\n ');
}
