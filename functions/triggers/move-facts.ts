import { daysAwayBetween } from '../../shared/meetings/closed-days';
import type { When } from '../../shared/meetings/later-addition';
import { closure } from '../../shared/records/closure';
import type { Meeting } from '../../shared/records/meeting';
import { schoolYear } from '../../shared/records/school-year';
import { isPupilDay, schoolCalendar } from '../../shared/reviews/school-calendar';
import { schoolYearOf } from '../../shared/time/school-year';
import { allOf } from '../identity/directory';
import type { Asked } from '../request';

/** One day in the calendars of our academies. */
export interface DayFacts {
  /** What the whole trust is closed for. */
  readonly trustClosed: string | undefined;
  /** Why an academy cannot be there, or would rather not; undefined on an ordinary school day. */
  closedAt(urn: string): string | undefined;
}

export async function readDay(date: string, { records, directory }: Asked): Promise<DayFacts> {
  const year = schoolYearOf(date);
  const [academies, closures, years] = await Promise.all([
    directory.academies(),
    allOf(records.each(closure, { by: 'year', is: year })),
    allOf(records.each(schoolYear, { by: 'year', is: year })),
  ]);
  const known = {
    academies: [...academies.values()],
    closures: closures.map(({ record }) => record),
    schoolYears: years.map(({ record }) => record),
  };
  const away = daysAwayBetween(date, date, known);
  const labelFor = (scopes: readonly string[], clear: boolean) =>
    away.find(({ scope, what }) => scopes.includes(scope.toLowerCase()) && (what === 'keep clear') === clear)?.label;
  return {
    trustClosed: labelFor(['trust'], false),
    closedAt(urn) {
      const place = academies.get(urn);
      if (place === undefined) return undefined;
      const scopes = [urn, place.localAuthority.toLowerCase(), 'trust'];
      const closed = labelFor(scopes, false);
      if (closed !== undefined) return closed;
      // Where nobody has imported the dates, the usual holidays are taken.
      if (!isPupilDay(schoolCalendar({ academy: place, years: [year], ...known }), date)) return 'School holidays';
      const clear = labelFor(scopes, true);
      return clear === undefined ? undefined : `To be kept clear: ${clear}`;
    },
  };
}

/**
 * Addresses of invited people who are busy then. Their place in this very meeting, here or where somebody moved it in
 * Outlook, is no hindrance to moving it.
 */
export async function busyAt(when: When, meeting: Meeting, { calendar }: Asked): Promise<ReadonlySet<string>> {
  const emails = [...new Set(meeting.members.map(({ email }) => email.toLowerCase()))];
  if (emails.length === 0) return new Set();
  const { busy } = await calendar.busy(emails, when.date, when.date);
  const own = [meeting, ...(meeting.seen ?? [])].map((one) => ({
    from: `${one.date}T${one.from}`,
    until: `${one.date}T${one.until}`,
  }));
  const from = `${when.date}T${when.from}`;
  const until = `${when.date}T${when.until}`;
  const isOwn = (one: { readonly from: string; readonly until: string }) =>
    meeting.wanted === 'event' && own.some((time) => one.from === time.from && one.until === time.until);
  return new Set(
    busy.filter((one) => one.from < until && from < one.until && !isOwn(one)).map(({ email }) => email.toLowerCase()),
  );
}
