import { type Call, ids, type Rig, startRig } from './harness';

let rig: Rig;
let graph: Call;
const mine = `/users/${ids.organiser}`;
const stamp = 'String {6f1d1c5e-3b53-4c55-9a43-0a7d1c0e5a11} Name OurAcademies';

beforeEach(async () => {
  rig = await startRig();
  graph = await rig.as(ids.everything);
});
afterEach(() => rig.stop());

const london = (dateTime: string) => ({ dateTime, timeZone: 'Europe/London' });
const attendee = (address: string) => ({ type: 'required', emailAddress: { address } });

const meeting = (more: object = {}) => ({
  subject: 'SENCo network',
  body: { contentType: 'html', content: '<p>Agenda <a href="http://localhost/open/meeting/m-1">here</a></p>' },
  start: london('2026-11-25T15:45:00'),
  end: london('2026-11-25T17:00:00'),
  attendees: [attendee('ash.ridley@beacon.example'), attendee('birch.okafor@beacon.example')],
  transactionId: 'b8f8d0f2-0000-4000-8000-000000000001',
  singleValueExtendedProperties: [{ id: stamp, value: 'meeting:m-1:1' }],
  ...more,
});

const viewOf = async (user: string) =>
  (
    await graph(
      'GET',
      `/users/${user}/calendarView?startDateTime=2026-11-01T00:00:00Z&endDateTime=2026-12-31T00:00:00Z`,
    )
  ).body.value;

test('an invited meeting lies in every attendee’s calendar with its body, without the stamp, under its own id', async () => {
  const { status, body } = await graph('POST', `${mine}/events`, meeting());
  expect(status).toBe(201);
  expect(body.singleValueExtendedProperties).toBeUndefined();
  const [copy] = await viewOf(ids.ash);
  expect(copy.id).not.toBe(body.id);
  expect(copy.iCalUId).toBe(body.iCalUId);
  expect(copy.isOrganizer).toBe(false);
  expect(copy.transactionId).toBeNull();
  expect(copy.body.content).toContain('/open/meeting/m-1');
  expect(copy.responseStatus.response).toBe('notResponded');
  const property = await graph(
    'GET',
    `/users/${ids.ash}/events/${copy.id}?$expand=singleValueExtendedProperties($filter=id eq '${stamp}')`,
  );
  expect(property.body.singleValueExtendedProperties).toBeUndefined();
});

test('the organiser’s event is found by its stamp, and shows it when asked', async () => {
  const { body } = await graph('POST', `${mine}/events`, meeting());
  const filter = encodeURIComponent(
    `singleValueExtendedProperties/Any(ep: ep/id eq '${stamp}' and ep/value eq 'meeting:m-1:1')`,
  );
  const expand = encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${stamp}')`);
  const found = await graph('GET', `${mine}/events?$filter=${filter}&$expand=${expand}&$select=id`);
  expect(found.body.value).toEqual([
    {
      '@odata.etag': body['@odata.etag'],
      id: body.id,
      singleValueExtendedProperties: [{ id: stamp, value: 'meeting:m-1:1' }],
    },
  ]);
  const none = await graph('GET', `${mine}/events?$filter=${filter.replace('m-1%3A1', 'm-1%3A2')}`);
  expect(none.body.value).toEqual([]);
});

test('a repeated POST with its transactionId makes nothing, another event with that id is refused', async () => {
  const first = await graph('POST', `${mine}/events`, meeting());
  const again = await graph('POST', `${mine}/events`, meeting());
  expect([again.status, again.body.id]).toEqual([201, first.body.id]);
  expect(await viewOf(ids.organiser)).toHaveLength(1);
  const other = await graph('POST', `${mine}/events`, meeting({ subject: 'Another' }));
  expect([other.status, other.body.error.code]).toEqual([409, 'ErrorDuplicateTransactionId']);
  const counters = await rig.control('GET', '/counters');
  expect(counters.body.invitations).toBe(2);
});

test('moving a meeting moves the copies and asks everybody again', async () => {
  const { body } = await graph('POST', `${mine}/events`, meeting());
  const [copy] = await viewOf(ids.ash);
  await graph('POST', `/users/${ids.ash}/events/${copy.id}/accept`, { sendResponse: true });
  const accepted = await graph('GET', `${mine}/events/${body.id}`);
  expect(accepted.body.attendees[0].status.response).toBe('accepted');
  const patch = await graph('PATCH', `${mine}/events/${body.id}`, {
    start: london('2026-12-02T15:45:00'),
    end: london('2026-12-02T17:00:00'),
  });
  expect(patch.body.attendees[0].status.response).toBe('none');
  const [moved] = await viewOf(ids.ash);
  expect([moved.id, moved.start.dateTime, moved.responseStatus.response]).toEqual([
    copy.id,
    '2026-12-02T15:45:00.0000000',
    'notResponded',
  ]);
});

test('who is no longer asked and who is newly asked find that in their calendars', async () => {
  const { body } = await graph(
    'POST',
    `${mine}/events`,
    meeting({ attendees: [attendee('ash.ridley@beacon.example')] }),
  );
  await graph('PATCH', `${mine}/events/${body.id}`, { attendees: [attendee('birch.okafor@beacon.example')] });
  expect(
    (await viewOf(ids.ash)).map((one: { isCancelled: boolean; showAs: string }) => [one.isCancelled, one.showAs]),
  ).toEqual([[true, 'free']]);
  expect((await viewOf(ids.birch)).map((one: { isCancelled: boolean }) => one.isCancelled)).toEqual([false]);
});

test('a cancelled meeting is gone from the organiser and marked in the attendees’ calendars', async () => {
  const { body } = await graph('POST', `${mine}/events`, meeting());
  const cancel = await graph('POST', `${mine}/events/${body.id}/cancel`, { comment: 'Snow' });
  expect(cancel.status).toBe(202);
  expect(await viewOf(ids.organiser)).toEqual([]);
  const [copy] = await viewOf(ids.birch);
  expect([copy.subject, copy.isCancelled]).toEqual(['Canceled: SENCo network', true]);
});

test('declining removes the copy and tells the organiser', async () => {
  const { body } = await graph('POST', `${mine}/events`, meeting());
  const [copy] = await viewOf(ids.birch);
  const decline = await graph('POST', `/users/${ids.birch}/events/${copy.id}/decline`, { comment: 'Ofsted' });
  expect(decline.status).toBe(202);
  expect(await viewOf(ids.birch)).toEqual([]);
  const event = await graph('GET', `${mine}/events/${body.id}`);
  expect(event.body.attendees.map((one: { status: { response: string } }) => one.status.response)).toEqual([
    'none',
    'declined',
  ]);
});

test('an attendee cannot move the meeting', async () => {
  await graph('POST', `${mine}/events`, meeting());
  const [copy] = await viewOf(ids.ash);
  const patch = await graph('PATCH', `/users/${ids.ash}/events/${copy.id}`, { start: london('2026-12-02T15:45:00') });
  expect([patch.status, patch.body.error.code]).toEqual([403, 'ErrorAccessDenied']);
});

test('times come in the zone that is preferred, summer time and all', async () => {
  const { body } = await graph(
    'POST',
    `${mine}/events`,
    meeting({ start: london('2027-06-10T09:00:00'), end: london('2027-06-10T10:00:00') }),
  );
  expect(body.start).toEqual({ dateTime: '2027-06-10T08:00:00.0000000', timeZone: 'UTC' });
  const british = await graph('GET', `${mine}/events/${body.id}?$select=start`, undefined, {
    Prefer: 'outlook.timezone="GMT Standard Time"',
  });
  expect(british.body.start).toEqual({ dateTime: '2027-06-10T09:00:00.0000000', timeZone: 'GMT Standard Time' });
  const strange = await graph('GET', `${mine}/events/${body.id}`, undefined, { Prefer: 'outlook.timezone="Mars"' });
  expect(strange.status).toBe(400);
});

test('immutable ids and usual ids both find the event', async () => {
  const { body, headers } = await graph('POST', `${mine}/events`, meeting(), { Prefer: 'IdType="ImmutableId"' });
  expect(headers.get('preference-applied')).toBe('IdType="ImmutableId"');
  const usual = await graph('GET', `${mine}/events/${body.id}?$select=id`);
  expect(usual.status).toBe(200);
  expect(usual.body.id).not.toBe(body.id);
});

test('ten events a page, by next-links that lead to all', async () => {
  for (let number = 0; number < 23; number += 1)
    await graph('POST', `${mine}/events`, meeting({ transactionId: `t-${number}`, attendees: [] }));
  const seen = new Set<string>();
  let path: string | undefined = '/users/meetings@beacon.example/events?$select=id';
  const sizes: number[] = [];
  while (path !== undefined) {
    const { body } = await graph('GET', path);
    for (const { id } of body.value) seen.add(id);
    sizes.push(body.value.length);
    path = body['@odata.nextLink']?.replace('https://graph.microsoft.com/v1.0', '');
  }
  expect([seen.size, sizes]).toEqual([23, [10, 10, 3]]);
});

const schedule = (more: object = {}) => ({
  schedules: ['ash.ridley@beacon.example', 'nobody@beacon.example'],
  startTime: london('2026-11-25T15:00:00'),
  endTime: london('2026-11-25T18:00:00'),
  availabilityViewInterval: 60,
  ...more,
});

test('getSchedule shows who is busy, and an error for an address that nobody has', async () => {
  await graph('POST', `${mine}/events`, meeting());
  const { status, body } = await graph('POST', `${mine}/calendar/getSchedule`, schedule());
  expect(status).toBe(200);
  const [ash, nobody] = body.value;
  expect(ash.availabilityView).toBe('110');
  expect(ash.scheduleItems).toHaveLength(1);
  expect(nobody.error.responseCode).toBe('ErrorMailRecipientNotFound');
  const { startTime, endTime, ...rest } = schedule();
  const capitals = { Schedules: rest.schedules, StartTime: startTime, EndTime: endTime, AvailabilityViewInterval: 60 };
  expect((await graph('POST', `${mine}/calendar/getSchedule`, capitals)).body.value[0].availabilityView).toBe('110');
});

test.each([
  ['21 schedules', { schedules: Array.from({ length: 21 }, (_, index) => `p${index}@beacon.example`) }, 400],
  ['62 days', { endTime: london('2027-01-26T15:00:00') }, 400],
  ['an interval longer than the window', { availabilityViewInterval: 200 }, 400],
  ['an interval of null', { availabilityViewInterval: null }, 500],
])('getSchedule refuses %s', async (_what, more, status) => {
  expect((await graph('POST', `${mine}/calendar/getSchedule`, schedule(more))).status).toBe(status);
});

test('what the tenant does not know about events it says', async () => {
  const { status, body } = await graph('POST', `${mine}/events`, meeting({ recurrence: { pattern: {} } }));
  expect([status, body.error.code]).toEqual([501, 'notImplemented']);
});

test('a mail lands in the inbox of its recipient and in the sender’s sent items', async () => {
  const sent = await graph('POST', `${mine}/sendMail`, {
    message: {
      subject: 'Findings to read',
      body: { contentType: 'Text', content: 'Please open the panel.' },
      toRecipients: [{ emailAddress: { address: 'Ash.Ridley@beacon.example' } }],
    },
  });
  expect(sent.status).toBe(202);
  const inbox = await graph('GET', `/users/${ids.ash}/mailFolders/inbox/messages?$select=subject,isRead`);
  expect(inbox.body.value).toEqual([expect.objectContaining({ subject: 'Findings to read', isRead: false })]);
  const box = await graph('GET', `${mine}/messages`);
  expect(box.body.value).toHaveLength(1);
});

test('more than thirty messages a minute are counted, and refused where the options say so', async () => {
  await rig.control('POST', '/options', { sendingLimit: 'refuse' });
  const statuses = [];
  for (let number = 0; number < 31; number += 1)
    statuses.push((await graph('POST', `${mine}/events`, meeting({ transactionId: `t-${number}` }))).status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(30);
  expect(statuses.at(-1)).toBe(429);
  expect((await rig.control('GET', '/counters')).body).toMatchObject({
    messages: 30,
    messagesOverLimit: 1,
    invitations: 60,
  });
});
