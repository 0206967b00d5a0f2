import { toEvent, toEvents, toMail } from '../../../../infra/local/workbench/outlook-codec';

const event = {
  id: 'A1',
  subject: 'Our Academies visit',
  start: { dateTime: '2026-11-18T09:00:00.0000000', timeZone: 'UTC' },
  end: { dateTime: '2026-11-18T15:00:00.0000000', timeZone: 'UTC' },
  isOrganizer: false,
  location: { displayName: 'Glassworks Primary Academy' },
  responseStatus: { response: 'tentativelyAccepted' },
};

test('an event of Graph becomes one of Outlook’s week', () => {
  expect(toEvents({ value: [event] })).toEqual([
    {
      id: 'A1',
      subject: 'Our Academies visit',
      start: '2026-11-18T09:00:00Z',
      end: '2026-11-18T15:00:00Z',
      place: 'Glassworks Primary Academy',
      allDay: false,
      cancelled: false,
      organises: false,
      showAs: 'busy',
      confidential: false,
      response: 'tentative',
    },
  ]);
});

test('attendees come with their answers, and an optional one is told apart', () => {
  const opened = toEvent({
    ...event,
    organizer: { emailAddress: { name: 'Meetings', address: 'meetings@beacon.example' } },
    attendees: [
      {
        emailAddress: { name: 'Ada', address: 'ada@beacon.example' },
        type: 'required',
        status: { response: 'accepted' },
      },
      { emailAddress: { address: 'ben@beacon.example' }, type: 'optional' },
    ],
  });
  expect(opened.attendees).toEqual([
    { name: 'Ada', email: 'ada@beacon.example', required: true, response: 'accepted' },
    { name: 'ben@beacon.example', email: 'ben@beacon.example', required: false, response: 'none' },
  ]);
});

test('a mail of plain text is escaped, and its addresses become links', () => {
  const mail = toMail({
    id: 'M1',
    subject: 'Hello',
    body: { contentType: 'text', content: '<b> & https://beacon.example/open/review/1' },
  });
  expect(mail.body).toBe(
    '<div style="white-space: pre-wrap">&lt;b&gt; &amp; <a href="https://beacon.example/open/review/1">https://beacon.example/open/review/1</a></div>',
  );
});

test('an answer that is no event is refused instead of shown', () => {
  expect(() => toEvents({ value: [{ id: 1 }] })).toThrow();
});
