import * as z from 'zod/mini';
import { date, keySchema, text, time, urnSchema } from '../field';
import { weekdays } from '../time/calendar-date';

const calendarDate = date({ label: 'Date' }).schema;
const timeOfDay = time({ label: 'Time' }).schema;
const when = { date: calendarDate, from: timeOfDay, until: timeOfDay };

export const goals = [
  'places not represented',
  'visits without a date',
  'meetings and visits moved',
  'meetings without a date',
  'deputies instead of members',
  'meetings without their lead',
  'minutes above directed time',
  'unfair turns of hosting',
  'minutes of travel',
  'minutes of travel above the average',
  'days and windows not preferred',
  'days off an even spread',
] as const;

export const costPartSchema = z.strictObject({ goal: z.enum(goals), amount: z.number(), points: z.number() });

/**
 * Another date or time for one meeting while every other keeps its date and its people: which academies it gains and
 * loses, and what each goal changes by. The points of the changes add up to the price; below nought is better.
 */
const slotSchema = z.strictObject({
  ...when,
  gains: z.array(urnSchema),
  loses: z.array(urnSchema),
  changes: z.array(costPartSchema),
  price: z.number(),
});

export const plannedMeetingSchema = z.strictObject({
  network: keySchema,
  number: z.number(),
  ...when,
  host: z.optional(urnSchema),
  /** Whom the plan counts on: one for each academy that is present. */
  representatives: z.optional(
    z.array(z.strictObject({ academy: urnSchema, email: z.string(), part: z.enum(['member', 'deputy']) })),
  ),
  present: z.array(urnSchema),
  absent: z.array(z.strictObject({ academy: urnSchema, because: z.string() })),
  /** Where somebody is absent: the best that it could have besides; missing where the rules leave nothing else. */
  next: z.optional(slotSchema),
  /** Where it was in the plan that should stay, and why it could not, or what moving it brings. */
  moved: z.optional(z.strictObject({ ...when, because: z.optional(z.string()) })),
});

const plannedVisitSchema = z.strictObject({
  key: keySchema,
  ...when,
  host: urnSchema,
  moved: z.optional(calendarDate),
});

/** What the plan costs, by goal: so many, each at so many points. The points add up to the total. */
const costSchema = z.strictObject({
  total: z.number(),
  parts: z.array(costPartSchema),
});

/** How often an academy hosts, and how many minutes it travels to hosts in the year; what stands is counted. */
const turnsSchema = z.strictObject({ academy: urnSchema, hosted: z.number(), minutes: z.number() });

/**
 * What would help: computed, never guessed. With the dates of this plan as they are, or with this network's meetings
 * dated anew while all others stay; planned anew as a whole, it could bring more.
 */
const suggestionSchema = z.strictObject({
  sentence: text({ label: 'Sentence', max: 2000 }).schema,
  network: keySchema,
  /** One more deputy there. */
  academy: z.optional(urnSchema),
  /** One more day of the week, or one more window. */
  day: z.optional(z.enum(weekdays)),
  window: z.optional(z.strictObject({ from: timeOfDay, until: timeOfDay })),
  /** Places that it would bring. */
  places: z.number(),
  how: z.enum(['dates as they are', 'this network dated anew']),
});

export const meetingPlanSchema = z.strictObject({
  meetings: z.array(plannedMeetingSchema),
  visits: z.optional(z.array(plannedVisitSchema)),
  /** Places (academy × meeting) at which somebody of the academy can be there, and all of them. */
  represented: z.number(),
  places: z.number(),
  /** A proven upper bound of `represented`. */
  bound: z.number(),
  cost: z.optional(costSchema),
  /** Of every academy that takes turns as host. */
  turns: z.optional(z.array(turnsSchema)),
  explanation: z.array(z.string()),
  suggestions: z.optional(z.array(suggestionSchema)),
});

export type MeetingPlan = z.infer<typeof meetingPlanSchema>;
export type PlanSlot = z.infer<typeof slotSchema>;
export type PlanCost = z.infer<typeof costSchema>;
export type Suggestion = z.infer<typeof suggestionSchema>;
