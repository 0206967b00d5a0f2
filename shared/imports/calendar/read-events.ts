import { ok, type Result, refuse } from '../../result';
import { addDays, daysBetween, isCalendarDate } from '../../time/calendar-date';
import { daysOfSchoolYear } from '../../time/school-year';
import type { RefusedLine } from '../table';
import {
  type CalendarAnswers,
  type CalendarEntry,
  type CalendarQuestion,
  type CalendarReading,
  outsideOf,
} from './entry';
import { eventsOf, type IcsEvent, type IcsProperty, textOf } from './ics-lines';
import { type CalendarRead, entryOf } from './read-rows';
import { datesOf } from './recurrence';
import { askForZone, londonDateOf, zoneNamed } from './wall-time';

const mostEntries = 2000;

/** A date as a calendar file writes it, with a time in some zone where it has one. */
interface Moment {
  readonly date: string;
  readonly at?: { readonly time: string; readonly zone: string };
}

/** A school's calendar from an ICS file. Recurrences are told apart within the school year alone. */
export function calendarOfEvents(text: string, { year, answers }: CalendarReading): Result<CalendarRead> {
  const events = eventsOf(text);
  if (!events.ok) return events;
  const standing = events.value.filter((event) => find(event, 'STATUS')?.value.toUpperCase() !== 'CANCELLED');
  const questions = questionsOf(standing, answers);
  if (questions.length > 0) return ok({ entries: [], refused: [], questions });
  const moved = movedDates(events.value);
  const lines = standing.flatMap((event) => readEvent(event, year, answers, moved));
  const entries = lines.flatMap((one) => ('sentence' in one ? [] : [one]));
  if (entries.length > mostEntries)
    return refuse(
      'too-large',
      `The calendar has more than ${mostEntries} dates in ${year}. Export school dates alone.`,
    );
  return ok({ entries, refused: lines.flatMap((one) => ('sentence' in one ? [one] : [])), questions: [] });
}

function find({ properties }: IcsEvent, name: string): IcsProperty | undefined {
  return properties.find((property) => property.name === name);
}

/** One question for each time zone that is not known. */
function questionsOf(events: readonly IcsEvent[], answers: CalendarAnswers): readonly CalendarQuestion[] {
  const names = events.flatMap((event) =>
    ['DTSTART', 'DTEND'].flatMap((name) => find(event, name)?.parameters['TZID'] ?? []),
  );
  const unknown = [...new Set(names)].filter((name) => zoneNamed(name, answers) === undefined);
  return unknown.map(askForZone);
}

/** Dates of a repeated event that were moved: the event that stands in their place says where to. */
function movedDates(events: readonly IcsEvent[]): ReadonlySet<string> {
  return new Set(
    events.flatMap((event) => {
      const of = find(event, 'RECURRENCE-ID');
      return of === undefined ? [] : [`${find(event, 'UID')?.value ?? ''} ${plainDate(of.value) ?? ''}`];
    }),
  );
}

function readEvent(
  event: IcsEvent,
  year: string,
  answers: CalendarAnswers,
  moved: ReadonlySet<string>,
): readonly (CalendarEntry | RefusedLine)[] {
  const { line } = event;
  const label = textOf(find(event, 'SUMMARY')?.value ?? '').slice(0, 120);
  const start = momentOf(find(event, 'DTSTART'), answers);
  if (start === undefined) return [{ line, sentence: `"${label}" has no date that can be read. Enter it by hand.` }];
  const dates = datesOfEvent(event, start, year, moved);
  if (dates === undefined)
    return [{ line, sentence: `"${label}" repeats in a way that is not read. Enter its days by hand.` }];
  const days = lengthOf(event, start, answers);
  if (dates.length === 0) return find(event, 'RRULE') === undefined ? [{ line, sentence: outsideOf(year) }] : [];
  return dates.map((date) => {
    const from = inLondon({ ...start, date });
    const read = { line, label, from: from.date, until: addDays(from.date, days), ask: from.ask };
    return entryOf(read, '', year);
  });
}

function datesOfEvent(
  event: IcsEvent,
  { date }: Moment,
  year: string,
  moved: ReadonlySet<string>,
): readonly string[] | undefined {
  const rule = find(event, 'RRULE');
  const named = (name: string) =>
    event.properties
      .filter((property) => property.name === name)
      .flatMap(({ value }) => value.split(',').flatMap((one) => plainDate(one) ?? []));
  const added = named('RDATE');
  if (rule === undefined) return [date, ...added];
  const { first, last } = daysOfSchoolYear(year);
  // A span that begins in the holidays before may reach into the year.
  const dates = datesOf(date, rule.value, { first: addDays(first, -31), last });
  if (dates === undefined) return undefined;
  const dropped = new Set(named('EXDATE'));
  const uid = find(event, 'UID')?.value ?? '';
  return [...new Set([...dates, ...added])].filter((one) => !dropped.has(one) && !moved.has(`${uid} ${one}`));
}

/** How many days later it ends than it begins; an end at midnight, or after whole days, belongs to the day before. */
function lengthOf(event: IcsEvent, start: Moment, answers: CalendarAnswers): number {
  const end = momentOf(find(event, 'DTEND'), answers);
  const [, weeks, days] = /^P(?:(\d+)W)?(?:(\d+)D)?/.exec(find(event, 'DURATION')?.value ?? '') ?? [];
  const whole = Number(weeks ?? 0) * 7 + Number(days ?? 0);
  if (end === undefined) return start.at === undefined ? Math.max(0, whole - 1) : whole;
  const isOver = end.at === undefined || end.at.time === '00:00';
  const between = daysBetween(inLondon(start).date, inLondon(end).date);
  return Math.max(0, isOver ? between - 1 : between);
}

function inLondon({ date, at }: Moment): { readonly date: string; readonly ask?: string } {
  if (at === undefined) return { date };
  const there = londonDateOf(date, at.time, at.zone);
  return there.ok ? { date: there.value } : { date, ask: there.problem.sentence };
}

function plainDate(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(text.trim()) ?? [];
  const date = `${year}-${month}-${day}`;
  return isCalendarDate(date) ? date : undefined;
}

/** Times without a zone are meant as the clock on the school's wall shows them. */
function momentOf(property: IcsProperty | undefined, answers: CalendarAnswers): Moment | undefined {
  if (property === undefined) return undefined;
  const date = plainDate(property.value);
  if (date === undefined) return undefined;
  const [, hour, minute, isUtc] = /^\d{8}T(\d{2})(\d{2})\d{2}(Z)?$/.exec(property.value.trim()) ?? [];
  if (hour === undefined || minute === undefined) return { date };
  if (Number(hour) > 23 || Number(minute) > 59) return undefined;
  const named = property.parameters['TZID'];
  const zone = isUtc === undefined ? zoneNamed(named ?? 'Europe/London', answers) : 'UTC';
  return zone === undefined ? undefined : { date, at: { time: `${hour}:${minute}`, zone } };
}
