import * as z from 'zod/mini';
import { addDays, daysBetween } from '../../shared/time/calendar-date';
import type { BusyTime, Calendar } from '../ports';
import { type Graph, type GraphCall, placeOfMailbox } from './call';
import { chunksOf } from './chunks';
import { bodyOf } from './read-items';
import { londonTime } from './to-event';

/** https://learn.microsoft.com/graph/api/calendar-getschedule: 20 addresses a call, a window under 62 days. */
const mostAddresses = 20;
const mostDays = 61;

const time = z.object({ dateTime: z.string() });
const answerSchema = z.object({
  value: z.array(
    z.object({
      scheduleId: z.string(),
      error: z.optional(z.nullable(z.object({ responseCode: z.optional(z.nullable(z.string())) }))),
      // Subject and place stand beside these, for whoever may see them: we may not, and read neither.
      scheduleItems: z.optional(z.nullable(z.array(z.object({ status: z.string(), start: time, end: time })))),
    }),
  ),
});

const away = new Set(['busy', 'oof', 'tentative']);

/** `asker` is the mailbox through which the app asks; it sees what that mailbox may see. */
export function readBusy(graph: Graph, asker: string): Pick<Calendar, 'busy'> {
  return {
    async busy(emails, from, until) {
      const wanted = [...new Set(emails.map((email) => email.toLowerCase()))];
      const calls = chunksOf(wanted, mostAddresses).flatMap((schedules) =>
        windows(from, until).map((window) => scheduleCall(asker, schedules, window)),
      );
      const answers = await graph.batch(calls);
      const schedules = answers.flatMap((answer) => z.parse(answerSchema, bodyOf(answer, 'read free/busy')).value);
      const without = schedules.filter(({ error }) => error !== undefined && error !== null);
      return {
        busy: uniqueTimes(schedules.flatMap(busyTimes)),
        withoutMailbox: [...new Set(without.map(({ scheduleId }) => scheduleId.toLowerCase()))].sort(),
      };
    },
  };
}

interface Window {
  readonly from: string;
  /** The day after the last. */
  readonly before: string;
}

function windows(from: string, until: string): readonly Window[] {
  const end = addDays(until, 1);
  const found: Window[] = [];
  for (let day = from; day < end; day = addDays(day, mostDays)) {
    found.push({ from: day, before: addDays(day, Math.min(mostDays, daysBetween(day, end))) });
  }
  return found;
}

function scheduleCall(asker: string, schedules: readonly string[], { from, before }: Window): GraphCall {
  return {
    method: 'POST',
    path: `/users/${encodeURIComponent(asker)}/calendar/getSchedule`,
    needs: 'read free/busy',
    place: placeOfMailbox(asker),
    repeatable: true,
    headers: { Prefer: `outlook.timezone="${londonTime}"` },
    body: {
      schedules,
      startTime: { dateTime: `${from}T00:00:00`, timeZone: londonTime },
      endTime: { dateTime: `${before}T00:00:00`, timeZone: londonTime },
      availabilityViewInterval: 60,
    },
  };
}

type Schedule = z.infer<typeof answerSchema>['value'][number];

function busyTimes({ scheduleId, scheduleItems }: Schedule): readonly BusyTime[] {
  return (scheduleItems ?? [])
    .filter(({ status }) => away.has(status.toLowerCase()))
    .map(({ start, end }) => ({
      email: scheduleId.toLowerCase(),
      from: start.dateTime.slice(0, 16),
      until: end.dateTime.slice(0, 16),
    }));
}

/** Something that spans two windows is told in both. */
function uniqueTimes(times: readonly BusyTime[]): readonly BusyTime[] {
  return [...new Map(times.map((one) => [`${one.email} ${one.from} ${one.until}`, one])).values()];
}
