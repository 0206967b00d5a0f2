import type { Meeting } from '../records/meeting';
import { weekdayOf } from '../time/calendar-date';
import type { When } from './later-addition';
import { follow } from './publishing';

/**
 * A meeting at another time. People answer again and are asked again, and what was agreed for the old time does not hold
 * for the new one.
 */
export function movedTo(meeting: Meeting, when: When, agreement: string | undefined): Meeting {
  const isNew = meeting.date !== when.date || meeting.from !== when.from || meeting.until !== when.until;
  const { date, from, until } = when;
  const again = { answers: undefined, chased: undefined, agreement };
  return follow(isNew ? { ...meeting, date, from, until, ...again } : meeting);
}

/** Why nobody can meet on a day at all, as a sentence that says what to do. */
export function noMeetingOn(date: string, trustClosed: string | undefined): string | undefined {
  const day = weekdayOf(date);
  if (day === 'Saturday' || day === 'Sunday') return `This is a ${day}. Choose a school day.`;
  return trustClosed === undefined
    ? undefined
    : `All our academies are closed on this day (${trustClosed}). Choose another day.`;
}
