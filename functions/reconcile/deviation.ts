import type { GuestInOutlook, SeenInOutlook } from '../../shared/records/outlook-event';
import type { ActualEvent, Invited, WantedEvent } from '../ports';

/** Where an event is another one than it was asked to be. Of `seen` and `seenGuests` one at least is there. */
export interface Deviation {
  readonly seen?: SeenInOutlook;
  readonly seenGuests?: readonly GuestInOutlook[];
}

const mostGuests = 60;

/**
 * What somebody changed of an event in Outlook: its time, its place, who is invited. Undefined where it is as wanted.
 * The time of day of an action's follow-up is its owner's to choose: only its day is kept.
 */
export function deviationOf(actual: ActualEvent, wanted: WantedEvent): Deviation | undefined {
  const dayAlone = actual.stamp.startsWith('action:');
  const moved = dayAlone ? actual.date !== wanted.date : !sameTime(actual, wanted);
  const { date, from, until } = actual;
  const place = plain(actual.place);
  // Where we ask for no place, Outlook writes one of its own, such as that of a Teams meeting.
  const elsewhere = wanted.place !== '' && place !== plain(wanted.place);
  const seenGuests = guestsOf(actual, wanted);
  if (!moved && !elsewhere && seenGuests.length === 0) return undefined;
  return {
    ...(moved || elsewhere ? { seen: { date, from, until, ...(place === '' ? {} : { place }) } } : {}),
    ...(seenGuests.length === 0 ? {} : { seenGuests }),
  };
}

type Time = Pick<ActualEvent, 'date' | 'from' | 'until'>;

function sameTime(one: Time, other: Time): boolean {
  return one.date === other.date && one.from === other.from && one.until === other.until;
}

function plain(place: string): string {
  return place.replaceAll(/\s+/g, ' ').trim().slice(0, 255);
}

function guestsOf({ invited }: ActualEvent, wanted: WantedEvent): readonly GuestInOutlook[] {
  const here = addressesOf(wanted.invited);
  const there = addressesOf(invited);
  const added = invited.filter(({ email }) => email !== '' && !here.has(email.toLowerCase()));
  const takenOff = wanted.invited.filter(({ email }) => !there.has(email.toLowerCase()));
  // Outlook may answer with another address of the same person: that is nobody new.
  const bothHere = namesIn(takenOff);
  const bothThere = namesIn(added);
  return [
    ...added
      .filter(({ name }) => !bothHere.has(nameIn(name)))
      .map(({ name, email, answer }) => ({
        ...lineOf(name, email),
        change: 'added' as const,
        ...(answer === 'none' ? {} : { answer }),
      })),
    ...takenOff
      .filter(({ name }) => !bothThere.has(nameIn(name)))
      .map(({ name, email }) => ({ ...lineOf(name, email), change: 'taken off' as const })),
  ].slice(0, mostGuests);
}

function lineOf(name: string, email: string): { readonly name: string; readonly email: string } {
  const address = email.toLowerCase().slice(0, 255);
  const said = plain(name);
  return { name: said === '' ? address : said, email: address };
}

function addressesOf(people: readonly Invited[]): ReadonlySet<string> {
  return new Set(people.map(({ email }) => email.toLowerCase()));
}

function nameIn(name: string): string {
  return plain(name).toLowerCase();
}

function namesIn(people: readonly Invited[]): ReadonlySet<string> {
  return new Set(people.map(({ name }) => nameIn(name)).filter((name) => name !== ''));
}
