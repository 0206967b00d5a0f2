import { aboveDirectedTime } from '../../../shared/meetings/above-directed-time';
import { hoursAndMinutes } from '../../../shared/meetings/directed-time';
import { publishedWithoutDate } from '../../../shared/meetings/locked';
import type { MeetingPlan } from '../../../shared/meetings/plan-schema';
import type { MeetingProblem } from '../../../shared/meetings/problem';
import { britishDate } from '../../../shared/time/british-date';
import { weekdayOf } from '../../../shared/time/calendar-date';

/** Published meetings that the plan has no date for, in words. */
export function leftInOutlook(plan: MeetingPlan, problem: MeetingProblem): readonly string[] {
  const names = new Map(problem.networks.map(({ key, name }) => [key, name]));
  return publishedWithoutDate(problem, plan).map(
    ({ network, number, date, from, until }) =>
      `${names.get(network) ?? network}, meeting ${number}: ${weekdayOf(date)} ${britishDate(date)}, ${from} to ${until}`,
  );
}

/** Whom the plan asks for more time after school than their academy's calendar leaves, in words. */
export function overworked(plan: MeetingPlan, problem: MeetingProblem): readonly string[] {
  return aboveDirectedTime(problem, plan).map(
    ({ name, academy, askedMinutes, allowedMinutes }) =>
      `${name}, ${academy}: ${hoursAndMinutes(askedMinutes)} after school in the year, of ${hoursAndMinutes(allowedMinutes)} that the calendar leaves`,
  );
}
