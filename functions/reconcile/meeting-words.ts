import type { Meeting } from '../../shared/records/meeting';
import type { Surroundings } from './wanted-event';

const pleaseCome = 'If you cannot come, please send somebody from your academy, so that every academy is represented.';

/**
 * What the invitation says: what the meeting is for, where, what to bring, the agenda. Of a confidential one only that
 * there is a meeting: bodies go into notifications and to assistants, and the link leads to the rest.
 */
export function meetingParagraphs(meeting: Meeting, { academyNames }: Surroundings): readonly string[] {
  const where = meeting.teams === true ? ['We meet in Teams: the link is in this invitation.'] : [];
  if (meeting.confidential === true)
    return [
      'Colleagues from our academies meet. What it is about is in Our Academies.',
      ...where,
      ...said('Please bring', meeting.bring),
      pleaseCome,
    ];
  const host = meeting.host === undefined ? undefined : academyNames.get(meeting.host);
  return [
    `${meeting.name}: colleagues from all our academies meet, led by ${meeting.lead.name}.`,
    ...said('What it is for', meeting.purpose),
    ...(host === undefined ? [] : [`${host} is our host.`]),
    ...where,
    ...(host === meeting.place || meeting.teams === true ? [] : said('Where', meeting.place)),
    ...said('Please bring', meeting.bring),
    ...(meeting.agenda === undefined ? [] : [`Agenda:\n${meeting.agenda}`]),
    pleaseCome,
  ];
}

function said(what: string, text: string | undefined): readonly string[] {
  return text === undefined ? [] : [`${what}: ${text}`];
}
