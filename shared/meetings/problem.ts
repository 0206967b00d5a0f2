import * as z from 'zod/mini';
import { date, email, keySchema, person, text, time, urnSchema } from '../field';

const calendarDate = date({ label: 'Date' }).schema;
const timeOfDay = time({ label: 'Time' }).schema;
const name = text({ label: 'Name' }).schema;

/** A span in Europe/London wall time, half open: `yyyy-mm-ddTHH:MM`. */
const wallTime = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'Give a local time, e.g. 2026-11-23T15:45.'));

export const memberSchema = z.strictObject({
  academy: z.optional(urnSchema),
  who: person({ label: 'Who' }).schema,
  email: email({ label: 'Address' }).schema,
});

/** A meeting that stands: planned around, not moved. */
export const standingMeetingSchema = z.strictObject({
  network: keySchema,
  number: z.number(),
  date: calendarDate,
  from: timeOfDay,
  until: timeOfDay,
  host: z.optional(urnSchema),
});

/**
 * All that planning network meetings needs, as plain data: the same problem and seed give the same plan.
 * Dates are `yyyy-mm-dd`, times `HH:MM`, both in Europe/London.
 */
export const meetingProblemSchema = z.strictObject({
  year: z.string(),
  from: calendarDate,
  until: calendarDate,
  academies: z.array(
    z.strictObject({
      urn: urnSchema,
      name,
      localAuthority: name,
      easting: z.optional(z.number()),
      northing: z.optional(z.number()),
    }),
  ),
  closed: z.array(z.strictObject({ scope: name, from: calendarDate, until: calendarDate, label: name })),
  networks: z.array(
    z.strictObject({
      key: keySchema,
      name,
      lead: person({ label: 'Lead' }).schema,
      minutes: z.number(),
      times: z.number(),
      preferredDays: z.array(z.enum(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])),
      windows: z.array(z.strictObject({ from: timeOfDay, until: timeOfDay })),
      where: z.enum(['at a host academy in turn', 'at one place', 'in Teams']),
      place: z.optional(name),
      members: z.array(memberSchema),
    }),
  ),
  /** When somebody cannot come, by e-mail address in lower case. No titles: they are dropped at the door. */
  busy: z.array(z.strictObject({ email: z.string(), from: wallTime, until: wallTime })),
  standing: z.array(standingMeetingSchema),
  /** Days between two meetings of one network. */
  daysBetween: z.number(),
  /** Releases from school in a week that one person may be asked for. */
  releasesInWeek: z.number(),
});

export type MeetingProblem = z.infer<typeof meetingProblemSchema>;

export const meetingPlanSchema = z.strictObject({
  meetings: z.array(
    z.strictObject({
      ...standingMeetingSchema.shape,
      present: z.array(urnSchema),
      absent: z.array(z.strictObject({ academy: urnSchema, because: z.string() })),
    }),
  ),
  /** Places (academy × meeting) at which somebody of the academy can be there, and all of them. */
  represented: z.number(),
  places: z.number(),
  /** A proven upper bound of `represented`. */
  bound: z.number(),
  explanation: z.array(z.string()),
});

export type MeetingPlan = z.infer<typeof meetingPlanSchema>;
export type NetworkProblem = MeetingProblem['networks'][number];
