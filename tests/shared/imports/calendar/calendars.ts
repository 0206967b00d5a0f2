/** Calendars as schools' programs write them, invented. */
export function ics(...events: readonly (readonly string[])[]): string {
  const lines = events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Invented//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

export function allDay(summary: string, from: string, after: string, ...more: readonly string[]): readonly string[] {
  const plain = (date: string) => date.replaceAll('-', '');
  return [`SUMMARY:${summary}`, `DTSTART;VALUE=DATE:${plain(from)}`, `DTEND;VALUE=DATE:${plain(after)}`, ...more];
}
