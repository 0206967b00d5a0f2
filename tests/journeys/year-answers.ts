import type { Stage } from '../browser';
import { eventually } from '../in-graph';
import { inOutlook } from './at-the-office';
import { answersOf, type MeetingItem, type Member, meetingNow, membersOf, type Watched } from './year-in-lists';

type Answer = 'accept' | 'decline';

/** As their own Outlook does it. */
async function answer(stage: Stage, meeting: MeetingItem, { who, email }: Member, word: Answer): Promise<void> {
  const [event] = await inOutlook(stage, meeting.Name, email, meeting.Date);
  const path = `/api/people/${who.id}/events/${encodeURIComponent(event?.id ?? '')}/answer`;
  const response = await fetch(`${stage.endpoints.workbench}${path}`, {
    method: 'POST',
    body: JSON.stringify({ answer: word }),
  });
  if (!response.ok) throw new Error(`${email} could not answer: ${await response.text()}`);
}

/** With the button beside the invitation. */
async function accept(stage: Stage, meeting: MeetingItem, { who }: Member): Promise<void> {
  const seat = await stage.seat(stage.person(({ id }) => id === who.id));
  await seat.openCalendar(meeting.Date);
  await seat.openEvent(meeting.Name);
  await seat.page.getByRole('button', { name: 'Accept', exact: true }).click();
  await seat.page.getByRole('button', { name: 'Accept', exact: true, pressed: true }).waitFor();
  await seat.leave();
}

/** Everybody comes to everything, but for two academies at the watched meeting. */
export async function answersComeIn(
  stage: Stage,
  all: readonly MeetingItem[],
  { watched, silent, declined }: Watched,
): Promise<void> {
  const heard = membersOf(watched).filter(({ academy }) => academy !== silent);
  const [first, ...more] = heard.filter(({ academy }) => academy !== declined);
  if (first === undefined) throw new Error('Nobody else is invited.');
  await accept(stage, watched, first);
  for (const member of more) await answer(stage, watched, member, 'accept');
  for (const member of heard) if (member.academy === declined) await answer(stage, watched, member, 'decline');
  for (const meeting of all.filter(({ Key }) => Key !== watched.Key)) await everybodyAccepts(stage, meeting);
}

export async function everybodyAccepts(stage: Stage, meeting: MeetingItem): Promise<void> {
  for (const member of membersOf(meeting)) await answer(stage, meeting, member, 'accept');
}

/** Until the list knows as many answers as were given. */
export async function answersAreKnown(stage: Stage, key: string, many: number): Promise<void> {
  await eventually(
    'the answers are known',
    async () => answersOf(await meetingNow(stage, key)),
    (known) => known.length === many,
  );
}
