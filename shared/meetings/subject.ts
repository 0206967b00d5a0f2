import type { Meeting } from '../records/meeting';

/** What Outlook, mails and lists call a meeting: delegates, rooms and notifications show subjects. */
export function subjectOf({ name, confidential }: Pick<Meeting, 'name' | 'confidential'>): string {
  return confidential === true ? 'Our Academies meeting' : name;
}
