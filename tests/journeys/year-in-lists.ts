import * as z from 'zod/mini';
import { pupilDaysFrom } from '../../shared/reviews/school-calendar';
import { britishDate } from '../../shared/time/british-date';
import { addDays } from '../../shared/time/calendar-date';
import type { Stage } from '../browser';
import { listItems } from '../in-graph';
import { calendarOf } from './review-story';
import { english, year4 } from './year-in-panel';

/** The day on which the story begins. */
export const begun = new Date().toISOString().slice(0, 10);

const personSchema = z.object({ id: z.string() });
const membersSchema = z.array(z.object({ who: personSchema, email: z.string(), academy: z.optional(z.string()) }));
const answersSchema = z.array(z.object({ email: z.string(), answer: z.string() }));
const meetingSchema = z.object({
  Key: z.string(),
  Year: z.string(),
  Name: z.string(),
  Network: z.string(),
  Date: z.string(),
  From: z.string(),
  Place: z.string(),
  LeadId: z.string(),
  Members: z.string(),
  Outlook: z.string(),
  Answers: z.optional(z.string()),
  Agreement: z.optional(z.string()),
});
export type MeetingItem = z.infer<typeof meetingSchema>;
export type Member = z.infer<typeof membersSchema>[number];

export const membersOf = ({ Members }: MeetingItem): readonly Member[] => z.parse(membersSchema, JSON.parse(Members));

async function allMeetings(stage: Stage): Promise<readonly MeetingItem[]> {
  const all = (await listItems(stage, 'trust', 'Meetings')).map((item) => z.parse(meetingSchema, item));
  return all.sort((one, other) => (one.Date < other.Date ? -1 : 1));
}

/** Meetings of the two networks after the day on which the story begins, by date. */
export async function planned(stage: Stage): Promise<readonly MeetingItem[]> {
  const all = await allMeetings(stage);
  return all.filter((one) => one.Date > begun && [year4.key, english.key].includes(one.Network));
}

/** Meetings of a network, those included that were before the story began. */
export async function heldInYear(stage: Stage, network: string): Promise<readonly MeetingItem[]> {
  const all = await allMeetings(stage);
  return all.filter(({ Network, Year }) => Network === network && Year === stage.trust.calendar.year);
}

/** One of them, as it is now. */
export async function meetingNow(stage: Stage, key: string): Promise<MeetingItem> {
  const found = (await planned(stage)).find(({ Key }) => Key === key);
  if (found === undefined) throw new Error(`There is no meeting ${key} any more.`);
  return found;
}

export const datesOf = (all: readonly MeetingItem[]) =>
  Object.fromEntries(all.map(({ Key, Date: date }) => [Key, date]));

/** Who has said yes or no, as the reconciler has read it. */
export function answersOf({ Answers = '[]' }: MeetingItem) {
  return z
    .parse(answersSchema, JSON.parse(Answers))
    .filter(({ answer }) => answer === 'accepted' || answer === 'declined');
}

const attendanceSchema = z.object({
  Meeting: z.string(),
  Academy: z.string(),
  Represented: z.string(),
  ById: z.optional(z.string()),
  Because: z.optional(z.string()),
});
export type AttendanceItem = z.infer<typeof attendanceSchema>;

/** The registers as they are kept. */
export async function attendances(stage: Stage, of: readonly string[]): Promise<readonly AttendanceItem[]> {
  const all = (await listItems(stage, 'trust', 'Attendances')).map((item) => z.parse(attendanceSchema, item));
  return all.filter(({ Meeting }) => of.includes(Meeting));
}

const mailsSchema = z.object({
  value: z.array(z.object({ subject: z.string(), body: z.object({ content: z.string() }) })),
});

export function nameOf({ trust }: Stage, urn: string): string {
  return trust.academies.find((one) => one.urn === urn)?.name ?? urn;
}

/** Letters to somebody that ask who comes from an academy on a day. */
export async function askedAbout(stage: Stage, mailbox: string, academy: string, date: string): Promise<number> {
  const { value } = z.parse(mailsSchema, await stage.graph(`/users/${mailbox}/messages?$top=200`));
  const letters = value.filter(({ subject }) => subject.startsWith('Who comes'));
  return letters.filter(
    ({ body }) => body.content.includes(nameOf(stage, academy)) && body.content.includes(britishDate(date)),
  ).length;
}

export interface Watched {
  readonly watched: MeetingItem;
  /** Where nobody answers. */
  readonly silent: string;
  /** Where everybody declines. */
  readonly declined: string;
  /** Ten school days before it. */
  readonly askOn: string;
}

/** The first meeting that lies far enough ahead, and two academies of it with one member who does nothing else there. */
export function toWatch(stage: Stage, sent: readonly MeetingItem[]): Watched {
  for (const watched of sent.filter(({ Network }) => Network === year4.key)) {
    const members = membersOf(watched);
    const lead = members.find(({ who }) => who.id === watched.LeadId)?.academy;
    const urns = members.flatMap(({ academy }) => academy ?? []);
    const [silent, declined] = urns.filter((urn) => urn !== lead && urns.filter((one) => one === urn).length === 1);
    if (silent === undefined || declined === undefined) continue;
    const askOn = pupilDaysFrom(calendarOf(stage, silent), watched.Date, -10);
    if (askOn !== undefined && askOn > addDays(begun, 1)) return { watched, silent, declined, askOn };
  }
  throw new Error('No meeting is far enough ahead.');
}
