import { product } from '../../../functions/ports';
import { compareWithOutlook } from '../../../functions/reconcile/compare-with-outlook';
import { reconcileMailbox } from '../../../functions/reconcile/reconcile-mailbox';
import { publish } from '../../../shared/meetings/publishing';
import { meeting } from '../../../shared/records/meeting';
import { keptLog } from '../graph/rig';
import { steppedClock } from '../graph/stepped-clock';
import { portsByHand, togetherOver } from '../ports-by-hand';
import { calendarByHand } from './calendar-by-hand';
import { waitingMeeting } from './published-records';

const mailbox = 'meetings@trust.example';
const settings = { publicOrigin: 'https://our.example' } as const;

async function sentMeetings() {
  const hand = portsByHand();
  const calendar = calendarByHand();
  const together = togetherOver({ ...hand, calendar });
  const ports = { ...hand, calendar, together, clock: steppedClock(), log: keptLog() };
  for (const key of ['a', 'b', 'c']) hand.put(meeting, key, waitingMeeting());
  await reconcileMailbox(mailbox, ports, settings);
  const state = () => hand.all(meeting).map(({ record }) => [record.outlook, record.outlookProblem]);
  const versions = () => hand.all(meeting).map(({ version }) => version);
  return { hand, calendar, ports, state, versions };
}

test('when nothing was touched nothing is written', async () => {
  const { ports, versions } = await sentMeetings();
  const before = versions();
  expect(await compareWithOutlook(mailbox, ports, settings)).toEqual({
    compared: 3,
    changedInOutlook: 0,
    waiting: 0,
    left: 0,
  });
  expect(versions()).toEqual(before);
});

test('what people moved or deleted in Outlook is shown, and not overwritten', async () => {
  const { calendar, ports, state } = await sentMeetings();
  const [a, b, c] = calendar.events;
  if (!a || !b || !c) throw new Error('Three events were sent.');
  const events = calendar.events as unknown[];
  events.splice(0, 3, { ...a, date: '2027-01-21', from: '09:00', until: '10:00' }, b);
  expect(await compareWithOutlook(mailbox, ports, settings)).toEqual({
    compared: 3,
    changedInOutlook: 2,
    waiting: 0,
    left: 0,
  });
  expect(state()).toEqual([
    ['changed in Outlook', 'In Outlook it is on 21 January 2027, 09:00 to 10:00, Beech Academy.'],
    ['sent', undefined],
    ['changed in Outlook', 'Its event was cancelled or deleted in Outlook.'],
  ]);
  expect(calendar.took).toHaveLength(3);
  expect(await compareWithOutlook(mailbox, ports, settings)).toMatchObject({ changedInOutlook: 0 });
});

test('what was moved back in Outlook is sent again without a step, and what was deleted is made anew when published', async () => {
  const { hand, calendar, ports, state } = await sentMeetings();
  const events = calendar.events as unknown[];
  const [a, b] = calendar.events;
  events.splice(0, 3, { ...a, from: '09:00' }, b);
  await compareWithOutlook(mailbox, ports, settings);
  events.splice(0, 1, a);
  await compareWithOutlook(mailbox, ports, settings);
  expect(state()[0]).toEqual(['sent', undefined]);
  const deleted = hand.all(meeting)[2];
  if (deleted === undefined) throw new Error('Three meetings are kept.');
  await hand.records.change(meeting, deleted, publish(deleted.record), product);
  await reconcileMailbox(mailbox, ports, settings);
  expect(calendar.events.map(({ stamp }) => stamp).sort()).toEqual(['meeting:a:1', 'meeting:b:1', 'meeting:c:2']);
});

test('a record that says something else than what was sent goes to Outlook', async () => {
  const { hand, ports, state } = await sentMeetings();
  const [first] = hand.all(meeting);
  if (first === undefined) throw new Error('Three meetings are kept.');
  await hand.records.change(meeting, first, { ...first.record, agenda: 'Dyslexia' }, product);
  expect(await compareWithOutlook(mailbox, ports, settings)).toMatchObject({ waiting: 1 });
  expect(state()[0]).toEqual(['waiting', undefined]);
});

test('answers of members are kept once, and those of others are not', async () => {
  const { hand, calendar, ports, versions } = await sentMeetings();
  const [a, b, c] = calendar.events;
  if (!a || !b || !c) throw new Error('Three events were sent.');
  const answered = a.invited.map((one) => ({
    ...one,
    answer: one.email.startsWith('cleo') ? ('accepted' as const) : ('none' as const),
  }));
  const events = calendar.events as unknown[];
  events.splice(0, 3, { ...a, invited: answered }, b, c);
  await compareWithOutlook(mailbox, ports, settings);
  expect(hand.all(meeting)[0]?.record).toMatchObject({
    outlook: 'sent',
    answers: [{ email: 'cleo.cedar@trust.example', answer: 'accepted' }],
  });
  const before = versions();
  await compareWithOutlook(mailbox, ports, settings);
  expect(versions()).toEqual(before);
});

test('what was put back is moved back in Outlook, and its guests with it', async () => {
  const { hand, calendar, ports, state } = await sentMeetings();
  const [a, b, c] = calendar.events;
  if (!a || !b || !c) throw new Error('Three events were sent.');
  const events = calendar.events as unknown[];
  const stranger = { name: 'Dora Dale', email: 'dora@trust.example', answer: 'none' };
  events.splice(0, 3, { ...a, place: 'Elsewhere', invited: [...a.invited, stranger] }, b, c);
  await compareWithOutlook(mailbox, ports, settings);
  const [moved] = hand.all(meeting);
  expect(moved?.record).toMatchObject({
    outlook: 'changed in Outlook',
    seen: [{ place: 'Elsewhere' }],
    seenGuests: [{ name: 'Dora Dale', change: 'added' }],
  });
  if (moved === undefined) throw new Error('Three meetings are kept.');
  await hand.records.change(meeting, moved, publish(moved.record), product);
  await reconcileMailbox(mailbox, ports, settings);
  expect(state()[0]).toEqual(['sent', undefined]);
  expect(calendar.events.find(({ stamp }) => stamp === a.stamp)).toMatchObject({
    place: a.place,
    invited: a.invited,
  });
  expect(await compareWithOutlook(mailbox, ports, settings)).toMatchObject({ changedInOutlook: 0 });
});
