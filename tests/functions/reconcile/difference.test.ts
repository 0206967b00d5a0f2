import type { ActualEvent, WantedEvent } from '../../../functions/ports';
import { difference } from '../../../functions/reconcile/difference';

const event: WantedEvent = {
  subject: 'SENCo network',
  paragraphs: [],
  link: 'https://our.example/open/meeting/a',
  date: '2027-01-14',
  from: '15:45',
  until: '16:45',
  place: '',
  invited: [],
  confidential: false,
};
const wanted = { stamp: 'meeting:a:2', event, digest: 'now' };
const today = '2026-11-23';

function actual(more: Partial<ActualEvent> = {}): ActualEvent {
  const { subject, date, from, until, place } = event;
  return {
    id: 'e1',
    stamp: 'meeting:a:2',
    digest: 'now',
    subject,
    date,
    from,
    until,
    place,
    cancelled: false,
    invited: [],
    ...more,
  };
}

test('what is not there is made', () => {
  expect(difference(wanted, [actual({ stamp: 'meeting:ab:2' })], today)).toEqual({
    steps: [{ does: 'make', stamp: 'meeting:a:2', digest: 'now', event }],
    eventId: undefined,
  });
});

test('what agrees is left alone', () => {
  expect(difference(wanted, [actual()], today)).toEqual({ steps: [], eventId: 'e1' });
});

test('what says something else is changed, and so is what somebody moved in Outlook', () => {
  const step = { does: 'change', id: 'e1', stamp: 'meeting:a:2', digest: 'now', event };
  expect(difference(wanted, [actual({ digest: 'before' })], today).steps).toEqual([step]);
  expect(difference(wanted, [actual({ from: '16:00' })], today).steps).toEqual([step]);
});

test('an older generation and a double are cancelled', () => {
  const events = [actual({ id: 'old', stamp: 'meeting:a:1' }), actual(), actual({ id: 'double' })];
  expect(difference(wanted, events, today).steps.map((step) => step.does === 'cancel' && step.id)).toEqual([
    'old',
    'double',
  ]);
});

test('what is wanted no more is cancelled, whatever its generation, and nothing else is', () => {
  const events = [
    actual({ id: 'other', stamp: 'meeting:b:2' }),
    actual({ stamp: 'meeting:a:1' }),
    actual({ id: 'gone', cancelled: true }),
  ];
  const { steps } = difference({ ...wanted, event: undefined }, events, today);
  expect(steps.map((step) => step.does === 'cancel' && step.id)).toEqual(['e1']);
});

test('nobody is invited to a day that has passed, but what stands on it stays sent', () => {
  expect(difference(wanted, [], '2027-01-15')).toMatchObject({ steps: [], refused: expect.stringContaining('passed') });
  expect(difference(wanted, [actual()], '2027-01-15')).toEqual({ steps: [], eventId: 'e1' });
});
