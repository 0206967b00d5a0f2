import { addDays } from '../../shared/time/calendar-date';
import { openStage, type Stage } from '../browser';
import { eventually } from '../in-graph';
import { atTheOffice, inOutlook } from './at-the-office';
import { answersAreKnown, answersComeIn, everybodyAccepts } from './year-answers';
import {
  askedAbout,
  attendances,
  begun,
  datesOf,
  type MeetingItem,
  membersOf,
  planned,
  toWatch,
  type Watched,
} from './year-in-lists';
import { consult, findDates, importCalendar, nameDeputies, publish } from './year-in-panel';
import { checkMatrix } from './year-matrix';
import { excuse, leadOnAPhone, sendSubstitute, takeRegister, takeRegisterAsAnswered } from './year-on-the-day';
import { closeForADay, keepReplanned, toChange } from './year-replanned';

jest.setTimeout(900_000);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.stop());

type Office = Awaited<ReturnType<typeof atTheOffice>>;

test('a year of networks: planned, agreed, published, answered, chased, attended, changed in March, seen whole', async () => {
  const office = await atTheOffice(stage, 'Trust Office Manager');
  const sent = await fromCalendarsToOutlook(office);
  const story = toWatch(stage, sent);
  await answersComeIn(stage, sent, story);
  // The subscription of the new mailbox begins with its timer: until then the nightly look reads what was answered.
  await stage.moveClock(`${addDays(begun, 1)}T08:00`);
  await answersAreKnown(stage, story.watched.Key, membersOf(story.watched).length - 1);
  await whoIsSilentIsAsked(story);
  await theRegisterOfTheDay(story);
  const after = await aChangeInMarch(office, story);
  await stage.moveClock(`${addDays(after.at(-1)?.Date ?? '', 1)}T08:00`, 'once');
  await checkMatrix(stage, office);
});

async function fromCalendarsToOutlook({ panel }: Office): Promise<readonly MeetingItem[]> {
  await importCalendar(stage, panel);
  await nameDeputies(panel);
  await findDates(panel, /^The (rest of the|whole) year$/, /^Keep \d+ meetings as drafts$/);
  await panel.getByRole('button', { name: /^Keep \d+ meetings as drafts$/ }).click();
  await panel.getByText(/^\d+ meetings are kept as drafts/).waitFor();
  const drafts = await planned(stage);
  await consult(panel);
  await publish(panel, drafts.length);
  const sent = await allAreSent();
  expect(datesOf(sent)).toEqual(datesOf(drafts));
  return sent;
}

function allAreSent(): Promise<readonly MeetingItem[]> {
  return eventually(
    'all are sent',
    () => planned(stage),
    (all) => all.every(({ Outlook }) => Outlook === 'sent'),
  );
}

/** Ten school days before, the member is asked; who has accepted is left alone. */
async function whoIsSilentIsAsked({ watched, silent, declined, askOn }: Watched): Promise<void> {
  const members = membersOf(watched);
  const quiet = members.find(({ academy }) => academy === silent);
  const loud = members.find(({ academy }) => academy !== silent && academy !== declined);
  expect(await askedAbout(stage, quiet?.email ?? '', silent, watched.Date)).toBe(0);
  await stage.moveClock(`${askOn}T08:00`);
  expect(await askedAbout(stage, quiet?.email ?? '', silent, watched.Date)).toBe(1);
  expect(await askedAbout(stage, loud?.email ?? '', loud?.academy ?? '', watched.Date)).toBe(0);
}

/** By the day the principal was asked too, and names a colleague; the lead says who came, on a narrow pane. */
async function theRegisterOfTheDay(story: Watched): Promise<void> {
  const { watched, silent, declined } = story;
  await stage.moveClock(`${watched.Date}T08:00`);
  const colleague = await sendSubstitute(stage, story);
  const { seat, panel } = await leadOnAPhone(stage, watched);
  await takeRegister(stage, panel, story);
  await seat.leave();
  const kept = await attendances(stage, [watched.Key]);
  const of = (urn: string) => kept.find(({ Academy }) => Academy === urn);
  expect(of(silent)).toMatchObject({ Represented: 'by a deputy', ById: colleague.id });
  expect(of(declined)).toMatchObject({ Represented: 'no', Because: excuse });
  const others = kept.filter(({ Academy }) => Academy !== silent && Academy !== declined);
  expect(others.map(({ Represented }) => Represented)).toEqual(others.map(() => 'yes'));
  expect(new Set(kept.map(({ Academy }) => Academy))).toEqual(
    new Set(membersOf(watched).map(({ academy }) => academy)),
  );
}

/** The schools of one authority close on the day of a meeting: that one moves, nothing else does, and is held. */
async function aChangeInMarch({ panel }: Office, story: Watched): Promise<readonly MeetingItem[]> {
  const { change, on } = toChange(stage, await planned(stage), story);
  await stage.moveClock(`${on}T08:00`, 'once');
  const before = await planned(stage);
  const [guest] = membersOf(change);
  const [event] = await inOutlook(stage, change.Name, guest?.email ?? '', change.Date);
  await closeForADay(panel, change.Date);
  await findDates(panel, /^From a day on/, /^Keep this plan of \d+ meetings?…$/, addDays(on, 1));
  await keepReplanned(panel, change);
  const after = await allAreSent();
  const moved = after.find(({ Key }) => Key === change.Key);
  if (moved === undefined) throw new Error('The meeting is gone.');
  expect(moved.Date).not.toBe(change.Date);
  const others = (all: readonly MeetingItem[]) => all.filter(({ Key }) => Key !== change.Key);
  expect(others(after)).toEqual(others(before));
  for (const { email } of membersOf(moved)) {
    expect(await inOutlook(stage, change.Name, email, change.Date)).toEqual([]);
    expect(await inOutlook(stage, change.Name, email, moved.Date)).toHaveLength(1);
  }
  expect((await inOutlook(stage, change.Name, guest?.email ?? '', moved.Date)).map(({ id }) => id)).toEqual([
    event?.id,
  ]);
  await everybodyAccepts(stage, moved);
  await stage.moveClock(`${moved.Date}T08:00`, 'once');
  await answersAreKnown(stage, moved.Key, membersOf(moved).length);
  await takeRegisterAsAnswered(stage, moved);
  return after;
}
