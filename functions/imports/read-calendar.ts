import type { CalendarReading } from '../../shared/imports/calendar/entry';
import { calendarOfEvents } from '../../shared/imports/calendar/read-events';
import { type CalendarRead, calendarOfRows } from '../../shared/imports/calendar/read-rows';
import { decode } from '../../shared/imports/decode';
import { type Result, refuse } from '../../shared/result';
import { isSchoolYear } from '../../shared/time/school-year';
import { readCsv } from './read-csv';

const mostBytes = 5 * 1024 * 1024;

/** A school's calendar, ICS or CSV as its first line tells. Nothing is kept. */
export function readCalendar(bytes: Uint8Array, reading: CalendarReading): Result<CalendarRead> {
  if (!isSchoolYear(reading.year))
    return refuse('invalid', `"${reading.year}" is no school year. Give one such as 2026/27.`);
  if (bytes.byteLength > mostBytes)
    return refuse('too-large', 'The file is larger than 5 MB. Export the school dates of one year alone.');
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const text = decoded.value.text.replace(/^\ufeff/, '');
  if (/^\s*BEGIN:VCALENDAR/i.test(text)) return calendarOfEvents(text.trim(), reading);
  const table = readCsv(bytes);
  return table.ok ? calendarOfRows(table.value, reading) : table;
}
