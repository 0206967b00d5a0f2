import type { Frame } from 'playwright-core';
import * as z from 'zod/mini';
import { tidewell } from '../../infra/local/demonstration/academies';
import { addDays } from '../../shared/time/calendar-date';
import { schoolYearOf } from '../../shared/time/school-year';
import { openStage, type Stage } from '../browser';
import { eventually, listItems } from '../in-graph';
import { atTheOffice, home, importDays, inOutlook, upload } from './at-the-office';

jest.setTimeout(420_000);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.stop());

const membersSchema = z.array(z.object({ who: z.object({ id: z.string() }), email: z.string() }));
const meetingSchema = z.object({
  Key: z.string(),
  Name: z.string(),
  Network: z.string(),
  Date: z.string(),
  Members: z.string(),
  Outlook: z.string(),
  Wanted: z.string(),
});
type MeetingItem = z.infer<typeof meetingSchema>;

/** Those to come: the networks have met before. */
async function meetings(): Promise<readonly MeetingItem[]> {
  const today = new Date().toISOString().slice(0, 10);
  const all = (await listItems(stage, 'trust', 'Meetings')).map((item) => z.parse(meetingSchema, item));
  return all.filter(({ Date: date }) => date > today);
}

async function importEverything(panel: Frame, inset: string): Promise<void> {
  const lines = [
    `${tidewell},${inset},${inset},INSET,Trust INSET`,
    `990001,${inset},${addDays(inset, -1)},holiday,The wrong way round`,
  ];
  const days = { whose: 'The whole trust', year: schoolYearOf(inset), name: 'days.csv', lines };
  await importDays(panel, days, () => panel.getByText('Left out (1)').waitFor());

  await home(panel);
  await panel.getByRole('button', { name: /^Import/ }).click();
  const known = stage.person(({ post }) => post === 'Principal');
  await upload(panel, 'People', 'people.csv', [
    'name,email,urn,post,level',
    `${known.name},${known.email},${known.academy},Executive Principal,Principal`,
    'Nobody Known,nobody.known@beacon.example,990001,Teacher,Teacher',
  ]);
  await panel.getByText('Line 3: Nobody Known', { exact: false }).waitFor();
  await panel.getByRole('button', { name: 'Apply these people' }).click();
  await panel.getByRole('heading', { name: 'What was written' }).waitFor();
  const people = await listItems(stage, 'trust', 'People');
  expect(people.find(({ WhoId }) => WhoId === known.id)).toMatchObject({ Post: 'Executive Principal' });
  expect(people.filter(({ Email }) => Email === 'nobody.known@beacon.example')).toEqual([]);
}

async function plan(panel: Frame): Promise<void> {
  await home(panel);
  await panel.getByRole('button', { name: /^Plan the year/ }).click();
  // After the invitation to choose come the rest of the year, this half-term, and the next.
  await panel.getByRole('combobox', { name: 'What to plan' }).selectOption({ index: 3 });
  await panel.getByRole('button', { name: 'Find dates' }).click();
  await panel
    .getByText(/represented/)
    .first()
    .waitFor();
  await panel.getByRole('button', { name: 'Keep 13 meetings as drafts' }).click();
  await panel.getByText('13 meetings are kept as drafts').waitFor();
}

async function readyToPublish(panel: Frame): Promise<void> {
  await home(panel);
  await panel.getByRole('button', { name: /^Network meetings/ }).click();
  await panel.getByRole('button', { name: 'Select all (13)' }).click();
  await panel.getByRole('button', { name: 'Publish 13…' }).click();
  await panel.getByRole('heading', { name: 'Publish these 13 meetings?' }).waitFor();
}

const send = (panel: Frame) => panel.getByRole('button', { name: /^Send \d+ invitations$/ }).click();

/** The first day of the half-term that is planned. */
function nextHalfTerm(): string {
  const starts = stage.trust.calendar.schoolYears.flatMap(({ halfTerms }) => halfTerms.map(({ from }) => from)).sort();
  const today = new Date().toISOString().slice(0, 10);
  return starts.find((from) => from > today) ?? today;
}

/** The one to come is the last of that name. */
async function openMeeting(panel: Frame, name: string): Promise<void> {
  await home(panel);
  await panel.getByRole('button', { name: /^Network meetings/ }).click();
  await panel
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .last()
    .click();
  await panel.getByText('When, where').waitFor();
}

test('the trust office plans a half-term, publishes it once however often it is pressed, moves and cancels', async () => {
  const { panel } = await atTheOffice(stage, 'Trust Office Manager');
  const inset = addDays(nextHalfTerm(), 8);
  await importEverything(panel, inset);
  await plan(panel);
  const drafts = await meetings();
  expect(drafts.map(({ Outlook }) => Outlook)).toEqual(drafts.map(() => 'draft'));
  for (const { Name, Date: date } of drafts)
    expect(await inOutlook(stage, Name, stage.endpoints.organiserMailbox, date)).toEqual([]);

  // Two people press publish on the same drafts.
  const { panel: other } = await atTheOffice(stage, 'Trust Office Coordinator');
  await readyToPublish(other);
  await readyToPublish(panel);
  await send(panel);
  await send(other);
  await panel.getByText('Everything that was asked for is in Outlook.').waitFor({ timeout: 150_000 });
  const sent = await eventually('all are sent', meetings, (all) => all.every(({ Outlook }) => Outlook === 'sent'));
  expect(sent).toHaveLength(13);
  // The safeguarding leads' meeting is confidential: its subject does not name it.
  for (const { Name, Network, Date: date } of sent)
    expect(await inOutlook(stage, Name, stage.endpoints.organiserMailbox, date)).toHaveLength(
      Network === 'network-safeguarding' ? 0 : 1,
    );

  // A teacher finds it in her own calendar, and the panel knows it there.
  const year4 = sent.find(({ Network }) => Network === 'network-year-4');
  const [teacher] = z.parse(membersSchema, JSON.parse(year4?.Members ?? '[]'));
  const teachersSeat = await stage.seat(stage.person(({ id }) => id === teacher?.who.id));
  await teachersSeat.openCalendar(year4?.Date ?? '');
  await teachersSeat.openEvent(year4?.Name ?? '');
  const teachersPanel = await teachersSeat.openPanelSignedIn();
  await teachersPanel
    .getByRole('main')
    .getByText(year4?.Name ?? '')
    .first()
    .waitFor();

  await moveAndCancel(panel, sent);
});

async function moveAndCancel(panel: Frame, sent: readonly MeetingItem[]): Promise<void> {
  const moved = sent.find(({ Network }) => Network === 'network-principals');
  const cancelled = sent.find(({ Network }) => Network === 'network-senco');
  if (moved === undefined || cancelled === undefined) throw new Error('There are no such meetings.');
  const [guest] = z.parse(membersSchema, JSON.parse(moved.Members));
  const [senco] = z.parse(membersSchema, JSON.parse(cancelled.Members));
  const before = (await inOutlook(stage, moved.Name, guest?.email ?? '', moved.Date))[0];
  const later = addDays(moved.Date, 1);

  await openMeeting(panel, moved.Name);
  await panel.getByRole('button', { name: 'Move…' }).click();
  await panel.getByLabel('New date').fill(later);
  await panel.getByRole('button', { name: 'See who is told' }).click();
  await panel.getByRole('button', { name: 'Move this meeting' }).click();
  await panel.getByRole('button', { name: 'Back', exact: true }).click();
  await openMeeting(panel, cancelled.Name);
  await panel.getByRole('button', { name: 'Cancel…' }).click();
  await panel.getByRole('button', { name: 'Cancel this meeting' }).click();

  const there = await eventually(
    'it has moved in a guest’s calendar',
    () => inOutlook(stage, moved.Name, guest?.email ?? '', later),
    (found) => found.length > 0,
  );
  expect(there.map(({ id }) => id)).toEqual([before?.id]);
  expect(await inOutlook(stage, moved.Name, guest?.email ?? '', moved.Date)).toEqual([]);
  await eventually(
    'it is cancelled in a guest’s calendar',
    () => inOutlook(stage, cancelled.Name, senco?.email ?? '', cancelled.Date),
    (found) => found.length === 1 && found.every(({ isCancelled }) => isCancelled),
  );
  expect(await inOutlook(stage, cancelled.Name, stage.endpoints.organiserMailbox, cancelled.Date)).toEqual([]);
}
