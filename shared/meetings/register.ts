import type { Attendance, RepresentedAs } from '../records/attendance';
import type { Meeting } from '../records/meeting';

type Member = Meeting['members'][number];
type Part = NonNullable<Member['part']>;
export type InvitedAnswer = NonNullable<Meeting['answers']>[number]['answer'];

/** Somebody who is invited for an academy, and what they have answered. */
export interface InvitedFor {
  readonly who: Member['who'];
  readonly part: Part;
  readonly answer?: InvitedAnswer;
}

/** What the register offers for an academy before anybody has said who came. */
export interface Suggestion {
  readonly represented: RepresentedAs;
  readonly by?: Member['who'];
}

/** A meeting that takes place, or took place: not cancelled, nor about to be. */
export function stands({ outlook, wanted }: Pick<Meeting, 'outlook' | 'wanted'>): boolean {
  return outlook !== 'cancelled' && !(outlook === 'waiting' && wanted === 'nothing');
}

/** Who came can be said from the day of the meeting on. */
export function registerIsOpen(meeting: Pick<Meeting, 'outlook' | 'wanted' | 'date'>, today: string): boolean {
  return stands(meeting) && meeting.date <= today;
}

/** The academies that should be represented: those of everybody who is invited or counted on. */
export function academiesOf({ members, representatives = [] }: Pick<Meeting, 'members' | 'representatives'>) {
  const urns = [...members, ...representatives].flatMap(({ academy }) => academy ?? []);
  return [...new Set(urns)];
}

/**
 * Those who are invited for an academy, with their answers.
 *
 * @example invitedFor(meeting, '900001') // [{ who, part: 'member', answer: 'accepted' }]
 */
export function invitedFor(meeting: Pick<Meeting, 'members' | 'answers'>, urn: string): readonly InvitedFor[] {
  const answers = new Map((meeting.answers ?? []).map(({ email, answer }) => [email.toLowerCase(), answer]));
  return meeting.members
    .filter(({ academy }) => academy === urn)
    .map(({ who, email, part = 'member' }) => {
      const answer = answers.get(email.toLowerCase());
      return { who, part, ...(answer === undefined ? {} : { answer }) };
    });
}

/**
 * What is likely: whoever has accepted comes, the member before anybody in their place; else whom the plan counts on,
 * unless they have declined; else nobody, where everybody has declined.
 */
export function suggestionFor(
  meeting: Pick<Meeting, 'members' | 'answers' | 'representatives'>,
  urn: string,
): Suggestion | undefined {
  const invited = invitedFor(meeting, urn);
  const accepted = invited.filter(({ answer }) => answer === 'accepted');
  const comes = accepted.find(({ part }) => part === 'member') ?? accepted[0];
  if (comes !== undefined) return suggest(comes);
  const planned = (meeting.representatives ?? []).find(({ academy }) => academy === urn);
  const answer = invited.find(({ who }) => who.id === planned?.who.id)?.answer;
  if (planned !== undefined && answer !== 'declined') return suggest(planned);
  const nobody = invited.length > 0 && invited.every((one) => one.answer === 'declined');
  return nobody ? { represented: 'no' } : undefined;
}

function suggest({ who, part }: Pick<InvitedFor, 'who' | 'part'>): Suggestion {
  return { represented: part === 'member' ? 'yes' : 'by a deputy', by: who };
}

/** What is said of an academy; who came is of no use where nobody did, and why not where somebody did. */
export function saidOf({
  represented,
  by,
  because,
}: Pick<Attendance, 'represented' | 'by' | 'because'>): Pick<Attendance, 'represented' | 'by' | 'because'> {
  if (represented === 'no') return because === undefined ? { represented } : { represented, because };
  return by === undefined ? { represented } : { represented, by };
}
