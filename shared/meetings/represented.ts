import type { Meeting } from '../records/meeting';
import type { Person } from '../records/person';

type Staff = Pick<Person, 'email' | 'academy'>;

/**
 * Academies that somebody has accepted for: a member, a deputy, a substitute, or whoever the invitation was forwarded
 * to, as long as they work there. Whoever leads the meeting comes, unless they declined.
 */
export function acceptedFor(
  { members, answers = [], lead }: Pick<Meeting, 'members' | 'answers' | 'lead'>,
  people: readonly (Staff & Pick<Person, 'who'>)[],
): ReadonlySet<string> {
  const at = new Map(people.map(({ email, academy }) => [email.toLowerCase(), academy]));
  for (const { email, academy } of members) if (academy !== undefined) at.set(email.toLowerCase(), academy);
  const accepted = answers
    .filter(({ answer }) => answer === 'accepted')
    .map(({ email }) => at.get(email.toLowerCase()));
  const leads = people.find(({ who }) => who.id.toLowerCase() === lead.id.toLowerCase());
  const leadComes = leads !== undefined && !hasDeclined(answers, leads.email);
  return new Set([...accepted, leadComes ? leads.academy : undefined].filter((urn) => urn !== undefined));
}

export function hasDeclined(answers: NonNullable<Meeting['answers']>, email: string): boolean {
  return answers.some((one) => one.answer === 'declined' && one.email.toLowerCase() === email.toLowerCase());
}
