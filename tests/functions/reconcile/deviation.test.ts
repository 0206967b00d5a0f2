import type { ActualEvent, WantedEvent } from '../../../functions/ports';
import { deviationOf } from '../../../functions/reconcile/deviation';

const wanted: WantedEvent = {
  subject: 'SENCo network',
  paragraphs: [],
  link: 'https://our.example/open/meeting/m',
  date: '2027-03-28',
  from: '09:00',
  until: '10:00',
  place: 'Beech Academy',
  invited: [
    { name: 'Ben Beech', email: 'ben@trust.example' },
    { name: 'Cleo Cedar', email: 'cleo@trust.example' },
  ],
  confidential: false,
};

function actual(more: Partial<ActualEvent> = {}): ActualEvent {
  const { subject, date, from, until, place } = wanted;
  const invited = wanted.invited.map((one) => ({ ...one, answer: 'none' as const }));
  return {
    id: 'e',
    stamp: 'meeting:m:0',
    digest: 'd',
    cancelled: false,
    subject,
    date,
    from,
    until,
    place,
    invited,
    ...more,
  };
}

const [ben, cleo] = actual().invited;
if (ben === undefined || cleo === undefined) throw new Error('Two are invited.');

test('an event as it was asked for is no deviation, whatever people answered and however Outlook spaces its place', () => {
  expect(deviationOf(actual(), wanted)).toBeUndefined();
  expect(deviationOf(actual({ invited: [{ ...cleo, answer: 'declined' }, ben] }), wanted)).toBeUndefined();
  expect(deviationOf(actual({ place: ' Beech  Academy ' }), wanted)).toBeUndefined();
});

test('another day, time or place is what Outlook holds now, also over a change of clocks', () => {
  expect(deviationOf(actual({ date: '2027-03-29' }), wanted)).toEqual({
    seen: { date: '2027-03-29', from: '09:00', until: '10:00', place: 'Beech Academy' },
  });
  expect(deviationOf(actual({ place: 'Oak Academy' }), wanted)).toMatchObject({ seen: { place: 'Oak Academy' } });
  expect(deviationOf(actual({ place: '' }), wanted)).toEqual({
    seen: { date: '2027-03-28', from: '09:00', until: '10:00' },
  });
});

test('a place that Outlook writes by itself, where we asked for none, is no change', () => {
  expect(deviationOf(actual({ place: 'Microsoft Teams Meeting' }), { ...wanted, place: '' })).toBeUndefined();
});

test('whom somebody forwarded an invitation to, and whom somebody took off, is told by name', () => {
  const dora = { name: 'Dora Dale', email: 'dora@trust.example', answer: 'accepted' } as const;
  expect(deviationOf(actual({ invited: [ben, dora] }), wanted)).toEqual({
    seenGuests: [
      { name: 'Dora Dale', email: 'dora@trust.example', change: 'added', answer: 'accepted' },
      { name: 'Cleo Cedar', email: 'cleo@trust.example', change: 'taken off' },
    ],
  });
});

test('another address of the same person is nobody new', () => {
  const alias = { ...cleo, email: 'c.cedar@trust.example' };
  expect(deviationOf(actual({ invited: [ben, alias] }), wanted)).toBeUndefined();
});

test('of a follow-up the day alone counts', () => {
  expect(deviationOf(actual({ stamp: 'action:a:0', from: '08:00' }), wanted)).toBeUndefined();
  expect(deviationOf(actual({ stamp: 'action:a:0', date: '2027-03-30' }), wanted)).toMatchObject({
    seen: { date: '2027-03-30' },
  });
});
