import { counted } from '../counted';
import { invitationsOf, type StoredMeeting, wasSent } from './meeting-list';

export function peopleOf(meeting: StoredMeeting): string {
  const { people } = invitationsOf([meeting]);
  return counted(people, 'person', 'people');
}

/** Who gets which mail when a meeting is moved. */
export function mailsOfMove(meeting: StoredMeeting): string {
  if (meeting.record.wanted === 'nothing') return 'This is a draft: nobody was invited, so nobody gets mail.';
  return wasSent(meeting)
    ? `Outlook moves the meeting in the calendars of ${peopleOf(meeting)} and sends each an update. They answer again.`
    : `The invitation is still on its way: ${peopleOf(meeting)} will be invited to the new time.`;
}

/** Who gets which mail when the agenda, the purpose or what to bring of a published meeting is another. */
export function mailsOfAgenda(meeting: StoredMeeting, what: readonly string[]): string {
  return `Outlook sends ${peopleOf(meeting)} an update with the new ${listed(what)}. Their answers stay.`;
}

/** Who gets which mail when a meeting is cancelled. */
export function mailsOfCancelling(meeting: StoredMeeting): string {
  if (meeting.record.wanted === 'nothing') return 'This is a draft: nobody was invited, so nobody gets mail.';
  return wasSent(meeting)
    ? `Outlook takes the meeting out of the calendars of ${peopleOf(meeting)} and sends each a cancellation.`
    : 'The invitation is still on its way. Whoever has it already gets a cancellation.';
}

/**
 * @example listed(['agenda', 'purpose']) // 'agenda and purpose'
 */
export function listed(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '');
}
