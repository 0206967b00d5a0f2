import { ok, type Result, refuse } from '../result';
import { britishDate } from '../time/british-date';
import { addDays, daysOfWeek, eachDay, weekdayOf } from '../time/calendar-date';
import { overlaps } from '../time/interval';
import {
  lastDayOfFollowingTerm,
  mayVisit,
  pupilDaysFrom,
  type SchoolCalendar,
  schoolWeekAfter,
  seekDay,
} from './school-calendar';
import type { Step } from './steps';

/** An academy of the triad, with the address of its head. */
export interface ReviewingAcademy {
  readonly urn: string;
  readonly name: string;
  readonly calendar: SchoolCalendar;
  readonly email: string;
}

export interface CycleProblem {
  /** Nothing is asked of anybody before. */
  readonly startOn: string;
  /** In the order in which they are visited. */
  readonly academies: readonly ReviewingAcademy[];
  /** Of the host with this URN. */
  readonly champions: ReadonlyMap<string, { readonly email: string; readonly calendar: SchoolCalendar | undefined }>;
  /** Until the first follow-up. */
  readonly followUpSchoolWeeks: number;
  /** From the visit to the second; twice as many where the trust says nothing. */
  readonly secondFollowUpSchoolWeeks?: number | undefined;
  /** London wall time `yyyy-mm-ddTHH:MM`, half open; addresses in lower case. */
  readonly busy: readonly { readonly email: string; readonly from: string; readonly until: string }[];
  /** Visits that stand already, by the host's URN. */
  readonly standing?: ReadonlyMap<string, string>;
  /** Days that visits shall have, by the host's URN, as the planning of the year proposes them. */
  readonly wished?: ReadonlyMap<string, string>;
}

export interface DatedStage {
  readonly step: Step;
  readonly on: string;
  readonly from?: string;
  readonly until?: string;
  /** Who is busy then; empty where everybody is free. */
  readonly busy: readonly string[];
}

export interface ReviewDates {
  readonly host: string;
  readonly stages: readonly DatedStage[];
}

export const visitTime = { from: '09:00', until: '15:00' } as const;
export const feedbackTime = { from: '15:15', until: '16:00' } as const;
const afternoons = {
  workshop: [
    { from: '15:45', until: '17:00' },
    { from: '15:15', until: '16:30' },
    { from: '13:30', until: '14:45' },
  ],
  'impact review': [
    { from: '15:45', until: '16:45' },
    { from: '15:15', until: '16:15' },
    { from: '13:30', until: '14:30' },
  ],
} as const;
const handingOver = { from: '08:15', until: '08:30' } as const;

/** Pupil days at the host. */
const preparation = { scope: 10, data: 5, untilFirstVisit: 15 } as const;
const confirmedWithin = 5;
const workshopAfter = 5;
const daysBetweenVisits = 14;
/** So many possible days are compared before the one with the fewest clashes is taken. */
const daysCompared = 15;

interface Meeting {
  readonly on: string;
  readonly from: string;
  readonly until: string;
  readonly busy: readonly string[];
}

/** A triad's year: every academy is host once, in the given order, and every stage has its day from the beginning. */
export function scheduleCycle(problem: CycleProblem): Result<readonly ReviewDates[]> {
  const reviews: ReviewDates[] = [];
  let notBefore: string | undefined;
  for (const host of problem.academies) {
    const earliest = notBefore ?? firstVisitDay(host.calendar, problem.startOn);
    if (earliest === undefined) return noDay(host, problem.startOn);
    const dates = scheduleReview(problem, host, earliest);
    if (!dates.ok) return dates;
    reviews.push({ host: host.urn, stages: dates.value });
    notBefore = addDays(visitOf(dates.value), daysBetweenVisits);
  }
  return ok(reviews);
}

function visitOf(stages: readonly DatedStage[]): string {
  return stages.find(({ step }) => step === 'visit')?.on ?? '';
}

function scheduleReview(
  problem: CycleProblem,
  host: ReviewingAcademy,
  earliest: string,
): Result<readonly DatedStage[]> {
  const { calendar } = host;
  const everybody = problem.academies.map(({ email }) => email);
  const wished = problem.wished?.get(host.urn);
  const standing = problem.standing?.get(host.urn);
  const cannot = standing === undefined && wished !== undefined ? checkWish(problem, host, wished) : undefined;
  if (cannot !== undefined) return cannot;
  const day = standing ?? wished;
  const visit = day === undefined ? visitFrom(problem, earliest) : meetingOn(problem, day, [visitTime], everybody);
  if (visit === undefined) return noDay(host, earliest);
  const scopeOn = pupilDaysFrom(calendar, visit.on, -preparation.scope);
  const dataOn = pupilDaysFrom(calendar, visit.on, -preparation.data);
  const confirmedOn = pupilDaysFrom(calendar, visit.on, confirmedWithin);
  const after = afterVisit(problem, host, visit.on);
  if (scopeOn === undefined || dataOn === undefined || confirmedOn === undefined || after === undefined)
    return noDay(host, visit.on);
  return ok([
    { step: 'self-review', on: scopeOn, busy: [] },
    { step: 'data sharing', on: dataOn, ...handingOver, busy: [] },
    { step: 'visit', ...visit },
    { step: 'feedback', on: visit.on, ...feedbackTime, busy: busyAt(problem, visit.on, feedbackTime, everybody) },
    { step: 'record confirmed', on: confirmedOn, busy: [] },
    ...after,
  ]);
}

/** The first day for a visit: scope, data and dates are agreed before it. */
export function firstVisitDay(calendar: SchoolCalendar, startOn: string): string | undefined {
  return pupilDaysFrom(calendar, startOn, preparation.untilFirstVisit);
}

/** A proposed day keeps to what a visit that is moved keeps to: all academies open, and time to prepare. */
function checkWish(
  { startOn, academies }: CycleProblem,
  { urn, name, calendar }: ReviewingAcademy,
  on: string,
): ReturnType<typeof refuse> | undefined {
  const closed = academies.find((one) => !mayVisit(one.calendar, on));
  const first = firstVisitDay(calendar, startOn);
  const because =
    closed === undefined
      ? first !== undefined && on < first
        ? `leaves no ${preparation.untilFirstVisit} school days to prepare from ${britishDate(startOn)} on`
        : undefined
      : `cannot be: ${closed.name} is closed or keeps clear`;
  if (because === undefined) return undefined;
  const sentence = `The visit to ${name} on ${britishDate(on)} ${because}. Choose another day.`;
  return refuse('invalid', sentence, { fields: [{ path: `visits.${urn}`, sentence }] });
}

/** A day on which everybody's academy is open; free at best for visit and feedback. */
function visitFrom(problem: CycleProblem, earliest: string): Meeting | undefined {
  const whole = { from: visitTime.from, until: feedbackTime.until };
  const open = (day: string) => problem.academies.every(({ calendar }) => mayVisit(calendar, day));
  const everybody = problem.academies.map(({ email }) => email);
  const found = bestDay(problem, daysFrom(earliest, open), [whole], everybody);
  return found === undefined ? undefined : { ...found, ...visitTime };
}

/**
 * Workshop, follow-ups and impact review, counted from the visit in the host's own school weeks. The impact review is
 * held by the end of the following term: that after the visit or, where twelve weeks reach beyond it, after the workshop.
 */
function afterVisit(problem: CycleProblem, host: ReviewingAcademy, visitOn: string): readonly DatedStage[] | undefined {
  const { calendar } = host;
  const workshop = workshopFrom(problem, host, pupilDaysFrom(calendar, visitOn, workshopAfter + 1));
  if (workshop === undefined) return undefined;
  const { followUpSchoolWeeks: weeks, secondFollowUpSchoolWeeks: untilSecond = 2 * weeks } = problem;
  const first = dayAfterWeeks(calendar, visitOn, weeks, workshop.on);
  const second = first === undefined ? undefined : dayAfterWeeks(calendar, visitOn, untilSecond, first);
  if (first === undefined || second === undefined) return undefined;
  const end = [visitOn, workshop.on]
    .map((day) => lastDayOfFollowingTerm(calendar, day))
    .find((day) => day !== undefined && second < day);
  const impact = impactReview(problem, host, second, end);
  if (impact === undefined) return undefined;
  return [
    { step: 'workshop', ...workshop },
    { step: 'first follow-up', on: first, busy: [] },
    { step: 'second follow-up', on: second, busy: [] },
    { step: 'impact review', ...impact },
  ];
}

function workshopFrom(
  problem: CycleProblem,
  host: ReviewingAcademy,
  earliest: string | undefined,
): Meeting | undefined {
  if (earliest === undefined) return undefined;
  const champion = problem.champions.get(host.urn);
  const calendars = [host.calendar, ...(champion?.calendar === undefined ? [] : [champion.calendar])];
  const people = [host.email, ...(champion === undefined ? [] : [champion.email])];
  const open = (day: string) => calendars.every((calendar) => mayVisit(calendar, day));
  return bestDay(problem, daysFrom(earliest, open), afternoons.workshop, people);
}

/** The same weekday so many school weeks later, or a day near it; always after `after`. */
function dayAfterWeeks(calendar: SchoolCalendar, from: string, weeks: number, after: string): string | undefined {
  const monday = schoolWeekAfter(calendar, from, weeks);
  if (monday === undefined) return undefined;
  const wanted = addDays(monday, daysOfWeek.indexOf(weekdayOf(from)));
  const inWeek = eachDay(monday, addDays(monday, 4)).filter((day) => day > after && mayVisit(calendar, day));
  const day = inWeek.find((one) => one >= wanted) ?? inWeek.at(-1);
  const next = monday > after ? monday : addDays(after, 1);
  return day ?? seekDay(next, (one) => mayVisit(calendar, one));
}

/** Two school weeks after the last follow-up, or whenever everybody's academy is open before the term ends. */
function impactReview(
  problem: CycleProblem,
  { calendar }: ReviewingAcademy,
  lastFollowUp: string,
  end: string | undefined,
): Meeting | undefined {
  const soon = addDays(lastFollowUp, 1);
  const settled = schoolWeekAfter(calendar, lastFollowUp, 2) ?? soon;
  const open = (day: string) => problem.academies.every((one) => mayVisit(one.calendar, day));
  const hostOpen = (day: string) => mayVisit(calendar, day);
  const people = problem.academies.map(({ email }) => email);
  const meet = (days: readonly string[]) => bestDay(problem, days, afternoons['impact review'], people);
  const inTime = (from: string, holds: (day: string) => boolean) =>
    end === undefined || end < from ? [] : eachDay(from, end).filter(holds).slice(0, daysCompared);
  return (
    meet(inTime(settled, open)) ??
    meet(inTime(soon, open)) ??
    meet(inTime(soon, hostOpen)) ??
    meet(daysFrom(soon, hostOpen))
  );
}

/** The first possible days from a day on. */
function daysFrom(earliest: string, holds: (day: string) => boolean): readonly string[] {
  const days: string[] = [];
  let day = seekDay(earliest, holds);
  while (day !== undefined && days.length < daysCompared) {
    days.push(day);
    day = seekDay(addDays(day, 1), holds);
  }
  return days;
}

/** The first day on which everybody is free; where there is none, the one with the fewest who are not. */
function bestDay(
  problem: CycleProblem,
  days: readonly string[],
  times: readonly { readonly from: string; readonly until: string }[],
  people: readonly string[],
): Meeting | undefined {
  let best: Meeting | undefined;
  for (const day of days) {
    const found = meetingOn(problem, day, times, people);
    if (found === undefined) continue;
    if (found.busy.length === 0) return found;
    if (best === undefined || found.busy.length < best.busy.length) best = found;
  }
  return best;
}

function meetingOn(
  problem: CycleProblem,
  on: string,
  times: readonly { readonly from: string; readonly until: string }[],
  people: readonly string[],
): Meeting | undefined {
  const all = times.map(({ from, until }) => ({ on, from, until, busy: busyAt(problem, on, { from, until }, people) }));
  return all.sort((one, other) => one.busy.length - other.busy.length)[0];
}

function busyAt(
  { busy }: CycleProblem,
  on: string,
  { from, until }: { readonly from: string; readonly until: string },
  people: readonly string[],
): readonly string[] {
  const wanted = { from: `${on}T${from}`, until: `${on}T${until}` };
  return people.filter((email) => busy.some((one) => one.email === email && overlaps(one, wanted)));
}

function noDay({ name }: ReviewingAcademy, from: string): ReturnType<typeof refuse> {
  return refuse(
    'invalid',
    `From ${britishDate(from)} on there is no day for the review of ${name} on which all its academies are open. Look at their school years and closed days.`,
    { fields: [{ path: 'startOn', sentence: 'Choose another first day, or put the closed days right.' }] },
  );
}
