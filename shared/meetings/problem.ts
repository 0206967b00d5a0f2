import * as z from 'zod/mini';
import { date, email, keySchema, person, text, time, urnSchema } from '../field';
import { weekdays } from '../time/calendar-date';

const calendarDate = date({ label: 'Date' }).schema;
const timeOfDay = time({ label: 'Time' }).schema;
const name = text({ label: 'Name' }).schema;
/** Addresses are compared without regard to case; busy times may name people whom no network knows. */
const address = z.string().check(z.maxLength(254, 'An address has at most 254 characters.'));
const weekday = z.enum(weekdays, `Choose one of: ${weekdays.join(', ')}.`);
const part = z.enum(['member', 'deputy'], 'Say member or deputy.');

/** A span in Europe/London wall time, half open: `yyyy-mm-ddTHH:MM`. */
const wallTime = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'Give a local time, e.g. 2026-11-23T15:45.'));

function whole(least: number, most: number) {
  return z
    .number()
    .check(z.int('Give a whole number.'), z.gte(least, `At least ${least}.`), z.lte(most, `At most ${most}.`));
}

function list<T extends z.ZodMiniType>(of: T, most: number) {
  return z.array(of).check(z.maxLength(most, `At most ${most}.`));
}

/**
 * Who may stand for an academy; without an academy, the central team. `deputy` comes where no `member` can; among
 * those of one part the order of the list decides. For each academy the first thirty of a network are looked at.
 */
export const memberSchema = z.strictObject({
  academy: z.optional(urnSchema),
  who: person({ label: 'Who' }).schema,
  email: email({ label: 'Address' }).schema,
  part: z.optional(part),
  /** Where it is other than the academy's, as for part-time staff; nobody counts the leadership's. */
  directedMinutes: z.optional(whole(0, 76_000)),
});

/**
 * A meeting that stands, because it is published, locked or past: planned around, not moved. It takes the time of its
 * `representatives` and the lead; where none are named, of all members and the lead.
 */
export const standingMeetingSchema = z.strictObject({
  network: keySchema,
  number: z.number(),
  date: calendarDate,
  from: timeOfDay,
  until: timeOfDay,
  host: z.optional(urnSchema),
  /** Where no date is found for it, it stays in everybody's calendar until somebody moves or cancels it. */
  published: z.optional(z.boolean()),
  representatives: z.optional(list(z.strictObject({ academy: urnSchema, email: address }), 400)),
});

const academySchema = z.strictObject({
  urn: urnSchema,
  name,
  localAuthority: name,
  easting: z.optional(z.number()),
  northing: z.optional(z.number()),
  /** Nobody of it is asked for a meeting that begins before or ends after these. */
  dayFrom: z.optional(timeOfDay),
  twilightUntil: z.optional(timeOfDay),
  /** What a meeting takes after this is directed time outside the school day. */
  dayUntil: z.optional(timeOfDay),
  /**
   * Minutes outside the school day that its published calendar leaves for the trust's meetings, a person and year; what
   * stands is counted.
   */
  directedMinutes: z.optional(whole(0, 76_000)),
});

/** So many meetings between two days, both included: of a term, a half-term, or the year. */
const spanSchema = z.strictObject({ name, from: calendarDate, until: calendarDate, times: whole(0, 60) });

const networkSchema = z.strictObject({
  key: keySchema,
  name,
  lead: person({ label: 'Lead' }).schema,
  /** For a lead who is no member: whose busy times count. */
  leadEmail: z.optional(address),
  minutes: whole(5, 720),
  spans: list(spanSchema, 40),
  /** The days on which it may meet, any working day where none is named; and those it would rather have. */
  days: list(weekday, 5),
  preferredDays: z.optional(list(weekday, 5)),
  /** Within one of these, whole; 09:00 to 17:00 where none is named. */
  windows: list(z.strictObject({ from: timeOfDay, until: timeOfDay, preferred: z.optional(z.boolean()) }), 12),
  where: z.enum(['at a host academy in turn', 'at one place', 'in Teams']),
  place: z.optional(name),
  members: list(memberSchema, 5_000),
});

/**
 * A review visit that is planned together with the meetings: all its people are needed, and the host is open. With
 * `on` it stands on that day; with `was` it is moved only where that is worth it.
 */
const visitSchema = z.strictObject({
  key: keySchema,
  name,
  host: urnSchema,
  /** Academies that have to be open as well. */
  open: z.optional(list(urnSchema, 40)),
  people: list(address, 40),
  earliest: calendarDate,
  latest: calendarDate,
  from: timeOfDay,
  until: timeOfDay,
  on: z.optional(calendarDate),
  was: z.optional(calendarDate),
});

/**
 * All that planning network meetings needs, as plain data: the same problem and seed give the same plan.
 * Dates are `yyyy-mm-dd`, times `HH:MM`, both in Europe/London. At most 400 days.
 */
export const meetingProblemSchema = z.strictObject({
  year: z.string(),
  from: calendarDate,
  until: calendarDate,
  academies: list(academySchema, 300),
  /**
   * Minutes between two academies, either way round. Where a pair is missing, the straight line between their
   * coordinates × 1.28 at 58 km/h; without coordinates half an hour.
   */
  travel: z.optional(list(z.strictObject({ from: urnSchema, to: urnSchema, minutes: whole(0, 600) }), 90_000)),
  closed: list(z.strictObject({ scope: name, from: calendarDate, until: calendarDate, label: name }), 20_000).check(
    z.describe(
      'Closed days, INSET, holidays, bank holidays and days to keep clear, of an academy (its URN), a local authority (its name) or "trust". No bank holiday is built in: name each here, or meetings may be planned on it.',
    ),
  ),
  networks: list(networkSchema, 100),
  visits: z.optional(list(visitSchema, 400)),
  /** When somebody cannot come, by e-mail address. No titles: they are dropped at the door. */
  busy: list(z.strictObject({ email: address, from: wallTime, until: wallTime }), 1_000_000),
  /** The same in every week, such as a teaching timetable. */
  weekly: z.optional(list(z.strictObject({ email: address, day: weekday, from: timeOfDay, until: timeOfDay }), 50_000)),
  standing: list(standingMeetingSchema, 5_000),
  /** An earlier plan, of which as much as can be shall stay; and how many places moving one meeting must bring. */
  stay: z.optional(
    z.strictObject({ meetings: list(standingMeetingSchema, 5_000), placesForAMove: z.optional(whole(0, 100)) }),
  ),
  /** Days between two meetings of one network. */
  daysBetween: z.number(),
  /** Releases from school in a week that one person may be asked for. */
  releasesInWeek: z.number(),
});

export type MeetingProblem = z.infer<typeof meetingProblemSchema>;
export type NetworkProblem = MeetingProblem['networks'][number];
export type VisitProblem = z.infer<typeof visitSchema>;

/** Meetings that a network asks for, over all its spans. */
export function timesOf({ spans }: Pick<NetworkProblem, 'spans'>): number {
  return spans.reduce((sum, { times }) => sum + times, 0);
}
