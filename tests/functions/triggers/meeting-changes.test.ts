import { closure } from '../../../shared/records/closure';
import { type Meeting, meeting } from '../../../shared/records/meeting';
import { trust } from '../../../shared/records/trust';
import { head, host, lead, office, outsider, reviewer, service } from '../service';

const members = [
  { academy: '900002', who: lead, email: 'ada.alder@trust.example' },
  { academy: host, who: head, email: 'ben.beech@trust.example' },
  { academy: '900003', who: outsider, email: 'per.pine@trust.example' },
];
const planned: Meeting = {
  year: '2026/27',
  network: 'year-2',
  number: 1,
  name: 'Year 2',
  lead: office,
  date: '2027-01-12',
  from: '15:45',
  until: '16:45',
  host,
  place: 'Millbrook Primary',
  members,
  wanted: 'nothing',
  generation: 0,
  outlook: 'draft',
};
const sent = { wanted: 'event', outlook: 'sent', eventId: 'event-1' } as const;
/** The calendar was agreed on 10 July 2026; what was kept before is in it. */
const before = '2026-07-01T09:00:00.000Z';
const agreement = 'Agreed with the unions on 20 November';

function rig({ agreedOn }: { readonly agreedOn?: string } = {}) {
  const api = service();
  if (agreedOn !== undefined)
    api.ports.put(trust, 'trust', {
      name: 'T',
      organiserMailbox: 'meetings@trust.example',
      calendarAgreedOn: agreedOn,
    });
  const put = (key: string, more: Partial<Meeting> = {}, at?: string) =>
    api.ports.put(meeting, key, { ...planned, ...more }, at);
  const now = (key: string) =>
    api.ports.all(meeting).find((one) => one.key === key) as unknown as ReturnType<typeof put>;
  const close = (scope: string, day: string, label: string, what: 'INSET' | 'trust day' | 'keep clear') =>
    api.ports.put(closure, `${scope}-${day}`, { year: '2026/27', scope, from: day, until: day, what, label });
  return { ...api, put, now, close };
}
const at = (date: string, from = '15:45', until = '16:45') => ({ key: 'meeting-1', date, from, until });

test('a weekend, a day on which the trust is closed, and a day that has passed are refused with a sentence', async () => {
  const { call, put, close, now } = rig();
  put('meeting-1', sent);
  close('trust', '2027-01-14', 'Trust conference', 'trust day');
  const { version } = now('meeting-1');
  for (const [day, words] of [
    ['2027-01-16', 'This is a Saturday. Choose a school day.'],
    ['2027-01-14', 'All our academies are closed on this day (Trust conference). Choose another day.'],
    ['2026-12-25', 'All our academies are closed on this day (Christmas Day). Choose another day.'],
    ['2026-11-20', 'This day has passed. Nobody can be invited to it: choose a day to come.'],
  ] as const) {
    const problem = { status: 400, body: { fields: [{ path: 'date', sentence: words }] } };
    expect(await call('previewMove', office, at(day))).toMatchObject(problem);
    expect(await call('moveMeeting', office, { ...at(day), version })).toMatchObject(problem);
  }
  expect(now('meeting-1').version).toBe(version);
});

test('the preview says which academies are closed, who cannot come, and from where nobody could', async () => {
  const { call, put, close, ports } = rig();
  put('meeting-1', sent);
  close(host, '2027-01-11', 'INSET at Millbrook', 'INSET');
  close('900003', '2027-01-11', 'Phonics check', 'keep clear');
  const { status, body } = await call('previewMove', office, at('2027-01-11', '15:15', '16:15'));
  expect(status).toBe(200);
  expect(body).toEqual({
    closed: [
      { name: 'Millbrook Primary', because: 'INSET at Millbrook', isHost: true },
      { name: 'Elmbank Primary', because: 'To be kept clear: Phonics check', isHost: false },
    ],
    cannotCome: [
      { who: 'Ada Alder', because: 'Busy in Outlook' },
      { who: 'Ben Beech', because: 'INSET at Millbrook' },
      { who: 'Per Pine', because: 'To be kept clear: Phonics check' },
    ],
    nobodyFrom: ['Fernhill Primary', 'Millbrook Primary', 'Elmbank Primary'],
  });
  expect(ports.all(meeting)[0]?.record).toMatchObject({ date: '2027-01-12', outlook: 'sent' });
  expect((await call('previewMove', reviewer, at('2027-01-11'))).status).toBe(403);
});

test('the meeting that is moved is no hindrance to itself', async () => {
  const { call, put } = rig();
  // The hand calendar holds one busy time: 15:00 to 16:00 on 11 January, as this meeting.
  put('meeting-1', { ...sent, date: '2027-01-11', from: '15:00', until: '16:00' });
  expect((await call('previewMove', office, at('2027-01-11', '15:30', '16:30'))).body.cannotCome).toEqual([]);
});

test('the record form moves no published meeting, and takes no Teams link away', async () => {
  const { call, put, now } = rig();
  put('meeting-1', { ...sent, teams: true });
  put('draft', {});
  const change = (key: string, more: Partial<Meeting>) =>
    call('changeRecord', office, {
      kind: 'meeting',
      key,
      version: now(key).version,
      record: { ...now(key).record, ...more },
    });
  for (const more of [{ date: '2027-01-13' }, { from: '15:30' }, { until: '17:00' }])
    expect(await change('meeting-1', more)).toMatchObject({
      status: 400,
      body: { fields: [{ path: Object.keys(more)[0], sentence: expect.stringContaining('choose Move') }] },
    });
  expect((await change('meeting-1', { teams: false })).body.fields).toMatchObject([{ path: 'teams' }]);
  expect((await change('meeting-1', { bring: 'A book' })).body.record).toMatchObject({ outlook: 'waiting' });
  expect((await change('draft', { date: '2027-01-13' })).status).toBe(200);
});

test('what was planned when the calendar was agreed is published as it is; what came since needs an agreement', async () => {
  const { call, put, now, ports } = rig({ agreedOn: '2026-07-10' });
  put('as-agreed', {}, before);
  put('moved', {}, before);
  put('moved', { date: '2027-01-13' }, '2026-10-01T09:00:00.000Z');
  put('shorter', {}, before);
  put('shorter', { until: '16:30' }, '2026-10-01T09:00:00.000Z');
  put('added', {}, '2026-10-01T09:00:00.000Z');
  put('said', { agreement: 'With everybody, in September' }, '2026-10-01T09:00:00.000Z');
  put('leaders', { members: members.slice(0, 2) }, '2026-10-01T09:00:00.000Z');
  const keys = ['as-agreed', 'moved', 'shorter', 'added', 'said', 'leaders'];
  expect((await call('previewPublishing', office, { keys })).body).toEqual({
    agreedOn: '2026-07-10',
    later: [
      { key: 'moved', why: 'moved' },
      { key: 'added', why: 'added' },
    ],
  });
  const refused = await call('publishMeetings', office, { keys });
  expect(refused).toMatchObject({ status: 400, body: { fields: [{ path: 'agreement' }] } });
  expect(refused.body.sentence ?? refused.body.detail).toContain(
    '2 of these meetings are not in the calendar that was agreed on 10 July 2026',
  );
  expect(ports.all(meeting).every(({ record }) => record.outlook === 'draft')).toBe(true);
  expect((await call('publishMeetings', office, { keys, agreement })).body).toEqual({ waiting: 6 });
  expect(keys.map((key) => now(key).record.agreement)).toEqual([
    undefined,
    agreement,
    undefined,
    agreement,
    'With everybody, in September',
    undefined,
  ]);
  expect((await call('previewPublishing', lead, { keys })).status).toBe(403);
});

test('a published meeting moves within what was agreed without a word, and beyond it with an agreement', async () => {
  const { call, put, now } = rig({ agreedOn: '2026-07-10' });
  put('meeting-1', {}, before);
  put('meeting-1', sent, '2026-10-01T09:00:00.000Z');
  const move = (date: string, until: string, more = {}) =>
    call('moveMeeting', office, { ...at(date, '15:45', until), version: now('meeting-1').version, ...more });
  expect((await move('2027-01-12', '16:30')).status).toBe(200);
  expect((await move('2027-01-12', '16:45')).status).toBe(200);
  expect((await call('previewMove', office, at('2027-01-13'))).body).toMatchObject({
    later: 'moved',
    agreedOn: '2026-07-10',
  });
  expect(await move('2027-01-13', '16:45')).toMatchObject({ status: 400, body: { fields: [{ path: 'agreement' }] } });
  expect((await move('2027-01-13', '16:45', { agreement })).body.record).toMatchObject({
    agreement,
    outlook: 'waiting',
  });
  // Shorter on the day that was agreed since; longer is asked again; back to the first day was agreed in July.
  expect((await move('2027-01-13', '16:30')).body.record).toMatchObject({ agreement });
  expect((await call('previewMove', office, at('2027-01-13', '15:45', '17:00'))).body.later).toBe('longer');
  expect((await move('2027-01-12', '16:45')).status).toBe(200);
});

test('whoever is added to an agreed meeting by hand is named in an agreement, leaders are not', async () => {
  const { call, put, now } = rig({ agreedOn: '2026-07-10' });
  put('meeting-1', { ...sent, members: members.slice(0, 1) }, before);
  const change = (more: Partial<Meeting>) => {
    const { version, record } = now('meeting-1');
    return call('changeRecord', office, { kind: 'meeting', key: 'meeting-1', version, record: { ...record, ...more } });
  };
  expect((await change({ members: members.slice(0, 2) })).status).toBe(200);
  expect(await change({ members })).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'agreement', sentence: expect.stringContaining('Per Pine') }] },
  });
  expect((await change({ members, agreement })).body.record).toMatchObject({ agreement, outlook: 'waiting' });
});

test('a network’s year is withdrawn from today on: drafts at once, the rest by Outlook, others stay', async () => {
  const { call, put, now, hints } = rig();
  put('past', { ...sent, date: '2026-10-06' });
  put('sent', sent);
  put('draft', { number: 2 });
  put('gone', { outlook: 'cancelled' });
  put('other', { ...sent, network: 'year-6' });
  put('next-year', { ...sent, year: '2027/28', date: '2027-10-06' });
  const input = { network: 'year-2', year: '2026/27' };
  for (const who of [lead, head, outsider]) expect((await call('withdrawNetwork', who, input)).status).toBe(403);
  expect((await call('withdrawNetwork', office, input)).body).toEqual({ withdrawn: 2 });
  const states = ['past', 'sent', 'draft', 'gone', 'other', 'next-year'].map((key) => {
    const { wanted, outlook } = now(key).record;
    return `${key}: ${wanted}, ${outlook}`;
  });
  expect(states).toEqual([
    'past: event, sent',
    'sent: nothing, waiting',
    'draft: nothing, cancelled',
    'gone: nothing, cancelled',
    'other: event, sent',
    'next-year: event, sent',
  ]);
  expect((await call('withdrawNetwork', office, input)).body).toEqual({ withdrawn: 0 });
  expect(hints.length).toBeGreaterThan(0);
});

test('240 meetings are published in one call, with the lists asked a handful of times', async () => {
  const { call, put, ports } = rig({ agreedOn: '2026-07-10' });
  const keys = Array.from({ length: 240 }, (_, index) => `meeting-${index}`);
  keys.forEach((key, index) => void put(key, { number: (index % 60) + 1 }, before));
  ports.asked = 0;
  expect((await call('publishMeetings', office, { keys })).body).toEqual({ waiting: 240 });
  expect(ports.asked).toBeLessThan(12);
});

const takeOver = (key: string, version: string, more = {}) => ({ kind: 'meeting', key, version, ...more });
const movedInOutlook = (date: string) =>
  ({
    ...sent,
    outlook: 'changed in Outlook',
    seen: [{ date, from: '15:45', until: '16:45', place: 'Millbrook Primary' }],
  }) as const;

test('a move in Outlook is taken over by the rules of a move here: no weekend, no closed day, no day that has passed', async () => {
  const { call, put, close, now } = rig();
  close('trust', '2027-01-14', 'Trust conference', 'trust day');
  for (const [day, words] of [
    ['2027-01-16', 'This is a Saturday. Choose a school day.'],
    ['2027-01-14', 'All our academies are closed on this day (Trust conference). Choose another day.'],
    ['2026-11-20', 'This day has passed. Nobody can be invited to it: choose a day to come.'],
  ] as const) {
    const { version } = put('meeting-1', movedInOutlook(day));
    expect(await call('takeOver', office, takeOver('meeting-1', version))).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'date', sentence: words }] },
    });
    expect(now('meeting-1').record).toMatchObject({ date: '2027-01-12', outlook: 'changed in Outlook' });
  }
});

test('a move in Outlook that is a later addition is taken over with its agreement alone', async () => {
  const { call, put, now } = rig({ agreedOn: '2026-07-10' });
  put('meeting-1', {}, before);
  const { version } = put('meeting-1', movedInOutlook('2027-01-13'), '2026-10-01T09:00:00.000Z');
  expect((await call('previewMove', office, at('2027-01-13'))).body).toMatchObject({ later: 'moved' });
  expect(await call('takeOver', office, takeOver('meeting-1', version))).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'agreement' }] },
  });
  expect((await call('takeOver', office, takeOver('meeting-1', version, { agreement }))).status).toBe(200);
  expect(now('meeting-1').record).toMatchObject({ date: '2027-01-13', agreement, outlook: 'waiting' });
});

test('who is asked to a meeting that was moved in Outlook is not busy with that very meeting', async () => {
  const { call, put } = rig();
  // The hand calendar holds one busy time: 15:00 to 16:00 on 11 January, as Outlook holds this meeting.
  put('meeting-1', { ...movedInOutlook('2027-01-11'), seen: [{ date: '2027-01-11', from: '15:00', until: '16:00' }] });
  expect((await call('previewMove', office, at('2027-01-11', '15:00', '16:00'))).body.cannotCome).toEqual([]);
});
