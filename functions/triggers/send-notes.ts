import { agendaFrom, hasNotes, notesLetter, unknownAfterMinutes } from '../../shared/meetings/notes';
import { follow } from '../../shared/meetings/publishing';
import { stands } from '../../shared/meetings/register';
import type { Kind, Stored } from '../../shared/record';
import { type Meeting, meeting } from '../../shared/records/meeting';
import { type InputOf, requests } from '../../shared/requests';
import { ok, type Result, refuse } from '../../shared/result';
import { allOf } from '../identity/directory';
import { Busy, type Invited } from '../ports';
import { type Asked, trigger } from '../request';
import { hintAt } from '../rules/outlook';
import { today } from '../today';
import { readableFor, withReadableCurrent } from './records';
import { neighboursOf } from './register-parts';

type Input = InputOf<typeof requests.sendNotes>;

/**
 * The mail is noted before it goes, and noted again once it went: pressed twice it goes once. If it went is unknown
 * only when we were cut off between the two; then somebody decides, after ten minutes.
 */
export const sendNotes = trigger(requests.sendNotes, {
  permit: 'everyone signed in',
  async act(input, asked) {
    const held = await readableFor('update', meeting, input.key, asked);
    if (!held.ok) return held;
    const { record } = held.value;
    if (!stands(record) || today(asked.clock) < record.date)
      return refuse('not-now', 'Notes are sent from the day of the meeting on.');
    if (!hasNotes(record)) return refuse('not-now', 'There are no notes, open points or files yet. Write them first.');
    const others = await allOf(asked.records.each(meeting, { by: 'network', is: record.network }));
    const { next } = neighboursOf(held.value, others);
    if (record.notesMail !== 'sent') {
      const sent = await sendOnce(held.value, next?.record, input, asked);
      return sent.ok ? finished(sent.value, next, input, asked) : sent;
    }
    return finished(held.value, next, input, asked);
  },
});

async function sendOnce(
  held: Stored<Meeting>,
  next: Meeting | undefined,
  { version, again }: Input,
  asked: Asked,
): Promise<Result<Stored<Meeting>>> {
  const { records, caller, clock, mail, publicOrigin } = asked;
  const now = clock.now();
  const begun = held.record.notesMail === 'on its way' ? held.record.notesMailAt : undefined;
  if (begun !== undefined && (!again || now.getTime() - Date.parse(begun) < unknownAfterMinutes * 60_000))
    return refuse(
      'not-now',
      `The mail is on its way. If nobody has it in ${unknownAfterMinutes} minutes, send it again.`,
    );
  const noted: Meeting = { ...held.record, notesMail: 'on its way', notesMailAt: now.toISOString() };
  const begin = await records.change(meeting, { key: held.key, version }, noted, caller);
  if (!begin.ok) return withReadableCurrent(begin, meeting as Kind, caller);
  const to = await addressees(held.record, asked);
  try {
    await mail.send({ to, ...notesLetter(held.record, next), link: `${publicOrigin}/open/meeting/${held.key}` });
  } catch (error) {
    // Asked to wait, nobody has it; after any other fault it may have gone.
    if (error instanceof Busy) await records.change(meeting, begin.value, held.record, caller);
    throw error;
  }
  const ended = await records.change(meeting, begin.value, { ...noted, notesMail: 'sent' }, caller);
  return ended.ok ? ended : sentMeanwhile(held.key, asked);
}

/** The reconciler wrote to the same record: the mail has gone, so this must be kept. */
async function sentMeanwhile(key: string, { records, caller }: Asked): Promise<Result<Stored<Meeting>>> {
  const now = await records.get(meeting, key);
  if (now === undefined) return refuse('not-found', 'This meeting is not here any more.');
  return records.change(meeting, now, { ...now.record, notesMail: 'sent' }, caller);
}

/** Everybody who was invited and whoever leads; those who could not come above all. */
async function addressees({ members, lead }: Meeting, { people }: Asked): Promise<readonly Invited[]> {
  const account = (await people.byId([lead.id])).get(lead.id.toLowerCase());
  const all = [
    ...members.map(({ who, email }) => ({ name: who.name, email: email.toLowerCase() })),
    ...(account === undefined ? [] : [{ name: lead.name, email: account.email.toLowerCase() }]),
  ];
  return [...new Map(all.map((one) => [one.email, one])).values()];
}

/** Last, the next meeting's agenda: it begins with what is open, unless somebody has begun it. */
async function finished(
  held: Stored<Meeting>,
  next: Stored<Meeting> | undefined,
  { beginNext }: Input,
  asked: Asked,
): Promise<Result<{ sentTo: number; meeting: Stored<Meeting> & { actor: { id: string; name: string } } }>> {
  const points = held.record.openPoints ?? [];
  if (beginNext && next !== undefined && next.record.agenda === undefined && points.length > 0) {
    const begun = await asked.records.change(
      meeting,
      next,
      follow({ ...next.record, agenda: agendaFrom(points) }),
      asked.caller,
    );
    if (begun.ok) hintAt(asked, begun.value.record);
    else return withReadableCurrent(begun, meeting as Kind, asked.caller);
  }
  const sentTo = (await addressees(held.record, asked)).length;
  return ok({ sentTo, meeting: { ...held, actor: { ...held.actor } } });
}
