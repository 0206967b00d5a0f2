import * as z from 'zod/mini';
import { pupilDaysFrom } from '../../shared/reviews/school-calendar';
import { britishDate } from '../../shared/time/british-date';
import { addDays } from '../../shared/time/calendar-date';
import { openStage, type Stage } from '../browser';
import { eventually, listItems } from '../in-graph';
import { atTheOffice, inOutlook } from './at-the-office';
import { calendarOf } from './review-story';
import { consult, english, findDates, importCalendar, nameDeputies, publish, year4 } from './year-in-panel';

jest.setTimeout(600_000);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.stop());

const begun = new Date().toISOString().slice(0, 10);
const meetingSchema = z.object({
  Key: z.string(),
  Name: z.string(),
  Network: z.string(),
  Date: z.string(),
  LeadId: z.string(),
  Members: z.string(),
  Outlook: z.string(),
  Answers: z.optional(z.string()),
});
type MeetingItem = z.infer<typeof meetingSchema>;
const membersSchema = z.array(
  z.object({ who: z.object({ id: z.string() }), email: z.string(), academy: z.optional(z.string()) }),
);
const answersSchema = z.array(z.object({ email: z.string(), answer: z.string() }));
type Member = z.infer<typeof membersSchema>[number];
const membersOf = ({ Members }: MeetingItem) => z.parse(membersSchema, JSON.parse(Members));
const nameOf = (urn: string) => stage.trust.academies.find((one) => one.urn === urn)?.name ?? urn;

/** Meetings of the two networks from today on, by date. */
async function planned(): Promise<readonly MeetingItem[]> {
  const all = (await listItems(stage, 'trust', 'Meetings')).map((item) => z.parse(meetingSchema, item));
  return all
    .filter((one) => one.Date > begun && [year4.key, english.key].includes(one.Network))
    .sort((one, other) => (one.Date < other.Date ? -1 : 1));
}

const datesOf = (all: readonly MeetingItem[]) => all.map((one) => [one.Key, one.Date]);
type Answer = 'accept' | 'decline';

/** As their own Outlook does it. */
async function answer(meeting: MeetingItem, { who, email }: Pick<Member, 'who' | 'email'>, word: Answer) {
  const [event] = await inOutlook(stage, meeting.Name, email, meeting.Date);
  const path = `/api/people/${who.id}/events/${encodeURIComponent(event?.id ?? '')}/answer`;
  const response = await fetch(`${stage.endpoints.workbench}${path}`, {
    method: 'POST',
    body: JSON.stringify({ answer: word }),
  });
  if (!response.ok) throw new Error(`${email} could not answer: ${await response.text()}`);
}

interface Silence {
  /** Where nobody answers the first meeting. */
  readonly silent: string;
  /** Where everybody declines it. */
  readonly declined: string;
}

/** With the button beside the invitation. */
async function accept(meeting: MeetingItem, { who }: Member): Promise<void> {
  const seat = await stage.seat(stage.person(({ id }) => id === who.id));
  await seat.openCalendar(meeting.Date);
  await seat.openEvent(meeting.Name);
  await seat.page.getByRole('button', { name: 'Accept', exact: true }).click();
  await seat.page.getByRole('button', { name: 'Accept', exact: true, pressed: true }).waitFor();
  await seat.leave();
}

/** Everybody comes to everything, but for two academies at one meeting. */
async function answersComeIn(all: readonly MeetingItem[], watched: MeetingItem, at: Silence): Promise<void> {
  const heard = membersOf(watched).filter(({ academy }) => academy !== at.silent);
  const [first, ...more] = heard.filter(({ academy }) => academy !== at.declined);
  if (first === undefined) throw new Error('Nobody else is invited.');
  await accept(watched, first);
  for (const member of more) await answer(watched, member, 'accept');
  for (const member of heard) if (member.academy === at.declined) await answer(watched, member, 'decline');
  for (const meeting of all.filter(({ Key }) => Key !== watched.Key))
    for (const member of membersOf(meeting)) await answer(meeting, member, 'accept');
  // The subscription of the new mailbox begins with its timer: until then the nightly look reads what was answered.
  await stage.moveClock(`${addDays(begun, 1)}T08:00`);
  await eventually(
    'the answers are known',
    async () => answersOf((await planned()).find(({ Key }) => Key === watched.Key)),
    (known) => known.length === heard.length,
  );
}

function answersOf(meeting: MeetingItem | undefined) {
  const all = z.parse(answersSchema, JSON.parse(meeting?.Answers ?? '[]'));
  return all.filter((one) => one.answer === 'accepted' || one.answer === 'declined');
}

const mailsSchema = z.object({
  value: z.array(z.object({ subject: z.string(), body: z.object({ content: z.string() }) })),
});

/** Letters to somebody that ask who comes from an academy on a day. */
async function askedAbout(mailbox: string, academy: string, date: string): Promise<number> {
  const { value } = z.parse(mailsSchema, await stage.graph(`/users/${mailbox}/messages?$top=200`));
  const letters = value.filter(({ subject }) => subject.startsWith('Who comes'));
  return letters.filter(
    ({ body }) => body.content.includes(nameOf(academy)) && body.content.includes(britishDate(date)),
  ).length;
}

test('the trust office plans a year, agrees and publishes it, reads the answers and chases who is silent', async () => {
  const { panel } = await atTheOffice(stage, 'Trust Office Manager');
  await importCalendar(stage, panel);
  await nameDeputies(panel);
  await findDates(panel, /^The (rest of the|whole) year$/, /^Keep \d+ meetings as drafts$/);
  await panel.getByRole('button', { name: /^Keep \d+ meetings as drafts$/ }).click();
  await panel.getByText(/^\d+ meetings are kept as drafts/).waitFor();
  const drafts = await planned();
  await consult(panel);
  await publish(panel, drafts.length);
  const sent = await eventually('all are sent', planned, (all) => all.every(({ Outlook }) => Outlook === 'sent'));
  expect(datesOf(sent)).toEqual(datesOf(drafts));

  const { watched, at, askOn } = toWatch(sent);
  await answersComeIn(sent, watched, at);

  // Ten school days before, the member is asked; who has accepted is left alone.
  const members = membersOf(watched);
  const quiet = members.find(({ academy }) => academy === at.silent);
  const loud = members.find(({ academy }) => academy !== at.silent && academy !== at.declined);
  expect(await askedAbout(quiet?.email ?? '', at.silent, watched.Date)).toBe(0);
  await stage.moveClock(`${askOn}T08:00`);
  expect(await askedAbout(quiet?.email ?? '', at.silent, watched.Date)).toBe(1);
  expect(await askedAbout(loud?.email ?? '', loud?.academy ?? '', watched.Date)).toBe(0);
});

/** The first meeting that lies far enough ahead, and two academies of it with one member who does nothing else there. */
function toWatch(sent: readonly MeetingItem[]): {
  readonly watched: MeetingItem;
  readonly at: Silence;
  readonly askOn: string;
} {
  for (const watched of sent.filter(({ Network }) => Network === year4.key)) {
    const members = membersOf(watched);
    const lead = members.find(({ who }) => who.id === watched.LeadId)?.academy;
    const urns = members.flatMap(({ academy }) => academy ?? []);
    const [silent, declined] = urns.filter((urn) => urn !== lead && urns.filter((one) => one === urn).length === 1);
    if (silent === undefined || declined === undefined) continue;
    const askOn = pupilDaysFrom(calendarOf(stage, silent), watched.Date, -10);
    if (askOn !== undefined && askOn > addDays(begun, 1)) return { watched, at: { silent, declined }, askOn };
  }
  throw new Error('No meeting is far enough ahead.');
}
