import { meeting } from '../../../shared/records/meeting';
import { network } from '../../../shared/records/network';
import { notPublished } from '../../../shared/records/outlook-event';
import { person } from '../../../shared/records/person';
import { review } from '../../../shared/records/review';
import { head, host, hr, lead, office, outsider, reviewer, service, staff } from '../service';

const draft = { owner: lead, about: 'review-outcome/review-7', body: { focus: 'Reading' } };
const draftKey = `draft-${lead.id}-1`;
const plannedReview = {
  year: '2026/27',
  triad: 'triad-1',
  host,
  hostHead: head,
  lead,
  reviewers: [reviewer],
  stage: 'planned',
  visitOn: '2026-12-01',
  visitFrom: '09:00',
  visitUntil: '15:00',
  sharing: 'none',
} as const;

test('a record is created, read, changed at its version and removed', async () => {
  const { call } = service();
  const created = await call('createRecord', lead, { kind: 'draft', key: draftKey, record: draft });
  expect(created.status).toBe(201);
  expect(created.headers.get('etag')).toBe(created.body.version);
  expect(created.body).toMatchObject({ key: draftKey, record: draft, actor: lead, at: '2026-11-23T12:00:00.000Z' });
  const at = { kind: 'draft', key: draftKey, version: created.body.version };
  const changed = await call('changeRecord', lead, { ...at, record: { ...draft, body: { focus: 'Writing' } } });
  expect(changed.body.record.body).toEqual({ focus: 'Writing' });
  const stale = await call('changeRecord', lead, { ...at, record: draft });
  expect(stale).toMatchObject({ status: 412, body: { current: { record: { body: { focus: 'Writing' } } } } });
  const history = await call('historyOfRecord', lead, { kind: 'draft', key: draftKey });
  expect(history.body.versions.map((one: { record: typeof draft }) => one.record.body.focus)).toEqual([
    'Writing',
    'Reading',
  ]);
  expect((await call('removeRecord', lead, at)).status).toBe(412);
  expect((await call('removeRecord', lead, { ...at, version: changed.body.version })).body).toEqual({});
  expect((await call('getRecord', lead, { kind: 'draft', key: draftKey })).status).toBe(404);
});

test('the same key and content again give the first answer, another content is refused', async () => {
  const { call } = service();
  const first = await call('createRecord', lead, { kind: 'draft', key: draftKey, record: draft });
  const again = await call('createRecord', lead, { kind: 'draft', key: draftKey, record: draft });
  expect(again.body).toEqual(first.body);
  const other = { kind: 'draft', key: draftKey, record: { ...draft, body: 'other' } };
  expect(await call('createRecord', lead, other)).toMatchObject({ status: 409, body: { code: 'not-now' } });
});

test('fifty equal creates at once make one record and give fifty equal answers', async () => {
  const { call, ports } = service();
  const create = () => call('createRecord', lead, { kind: 'draft', key: draftKey, record: draft });
  const all = await Promise.all(Array.from({ length: 50 }, create));
  expect(new Set(all.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
  expect(await ports.records.history({ name: 'draft' } as never, draftKey)).toHaveLength(1);
});

test('a draft is for its owner alone: nobody else sees it, also not in a list', async () => {
  const { call } = service();
  await call('createRecord', lead, { kind: 'draft', key: draftKey, record: draft });
  for (const who of [head, hr, office]) {
    expect((await call('getRecord', who, { kind: 'draft', key: draftKey })).status).toBe(404);
    expect((await call('listRecords', who, { kind: 'draft', by: 'owner', is: lead.id })).body).toEqual({ records: [] });
  }
  expect((await call('createRecord', head, { kind: 'draft', key: `${draftKey}-2`, record: draft })).status).toBe(403);
});

test('a record cannot be given into other hands', async () => {
  const { call } = service();
  const { body } = await call('createRecord', lead, { kind: 'draft', key: draftKey, record: draft });
  const given = { kind: 'draft', key: draftKey, version: body.version, record: { ...draft, owner: head } };
  expect((await call('changeRecord', lead, given)).status).toBe(403);
});

test('a list is asked by one indexed field and read page by page', async () => {
  const { call } = service();
  const first = await call('listRecords', lead, { kind: 'academy', top: '2' });
  expect(first.body.records).toHaveLength(2);
  const rest = await call('listRecords', lead, { kind: 'academy', top: '2', cursor: first.body.next });
  expect([...first.body.records, ...rest.body.records].map((one: { key: string }) => one.key)).toEqual([
    'academy-900001',
    'academy-900002',
    'academy-900003',
  ]);
  const one = await call('listRecords', lead, { kind: 'person', by: 'who', is: head.id });
  expect(one.body.records).toHaveLength(1);
});

test.each([
  ['an unknown kind', { kind: 'secret' }, 404],
  ['a kind named like a method', { kind: 'constructor' }, 404],
  ['a field without an index', { kind: 'person', by: 'email', is: 'x' }, 400],
  ['a field that there is not', { kind: 'person', by: '__proto__', is: 'x' }, 400],
  ['a question without a value', { kind: 'person', by: 'who' }, 400],
  ['a value without a question', { kind: 'person', is: 'x' }, 400],
  ['no records', { kind: 'person', top: '0' }, 400],
  ['half a record', { kind: 'person', top: '1.5' }, 400],
  ['too many records', { kind: 'person', top: '1000' }, 400],
  ['a number in words', { kind: 'person', top: 'many' }, 400],
  ['a foreign cursor', { kind: 'person', cursor: 'https://evil.example' }, 400],
  ['an unknown name', { kind: 'person', filter: 'x' }, 400],
])('listing with %s is refused', async (_name, input, status) => {
  const { call } = service();
  expect(await call('listRecords', lead, input)).toMatchObject({
    status,
    body: { detail: expect.stringMatching(/\.$/) },
  });
});

test('what the product keeps may be left out or sent back, and nothing else', async () => {
  const { call, ports } = service();
  const created = await call('createRecord', office, { kind: 'review', key: 'review-1', record: plannedReview });
  expect(created.body.record).toMatchObject(notPublished);
  const forged = { kind: 'review', key: 'review-2', record: { ...plannedReview, outlook: 'sent' } };
  expect(await call('createRecord', office, forged)).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'outlook' }] },
  });
  const { version, record } = created.body;
  const at = { kind: 'review', key: 'review-1', version };
  expect((await call('changeRecord', office, { ...at, record: { ...record, enquiryQuestion: 'How?' } })).status).toBe(
    200,
  );
  expect(ports.all(review)[0]?.record).toMatchObject({ enquiryQuestion: 'How?', ...notPublished });
});

test('findings are not written through the generic surface', async () => {
  const { call } = service();
  expect((await call('createRecord', lead, { kind: 'finding', key: 'finding-1', record: {} })).status).toBe(409);
});

test('who takes part in a review is for the trust office, how far it is shared for the host head', async () => {
  const { call } = service();
  const { body } = await call('createRecord', office, { kind: 'review', key: 'review-1', record: plannedReview });
  const at = { kind: 'review', key: 'review-1', version: body.version };
  const change = (who: typeof lead, more: object) =>
    call('changeRecord', who, { ...at, record: { ...body.record, ...more } });
  expect((await change(lead, { hostHead: reviewer })).status).toBe(403);
  expect((await change(reviewer, { lead: reviewer })).status).toBe(403);
  expect((await change(lead, { sharing: 'trust' })).status).toBe(403);
  expect((await change(office, { sharing: 'trust' })).status).toBe(403);
  expect((await change(lead, { stage: 'confirmed by host' })).status).toBe(409);
  expect((await change(lead, { stage: 'fed back' })).status).toBe(409);
  expect((await change(head, { sharing: 'triad' })).status).toBe(200);
});

test('a review names a head of the host academy and a lead from another one', async () => {
  const { call } = service();
  const create = (more: object) =>
    call('createRecord', office, { kind: 'review', key: 'review-1', record: { ...plannedReview, ...more } });
  expect(await create({ hostHead: outsider })).toMatchObject({ status: 400, body: { fields: [{ path: 'hostHead' }] } });
  expect(await create({ host: '900002', hostHead: lead, lead: { ...lead, id: lead.id } })).toMatchObject({
    status: 400,
  });
  expect(await create({ stage: 'confirmed by host' })).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'stage' }] },
  });
});

test('a published visit that moves is brought to Outlook again', async () => {
  const { call, ports, hints } = service();
  const sent = { ...plannedReview, wanted: 'event', generation: 0, outlook: 'sent' } as const;
  const { version } = ports.put(review, 'review-1', sent);
  await call('changeRecord', lead, {
    kind: 'review',
    key: 'review-1',
    version,
    record: { ...sent, visitOn: '2026-12-02' },
  });
  expect(ports.all(review)[0]?.record).toMatchObject({ visitOn: '2026-12-02', outlook: 'waiting' });
  expect(hints).toEqual(['meetings@trust.example']);
});

test('records that others find by their key belong under that key', async () => {
  const { call } = service();
  const record = staff({ ...outsider, id: '77777777-7777-4777-8777-777777777771' }, host);
  expect(await call('createRecord', office, { kind: 'person', key: 'person-x', record })).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'key' }] },
  });
});

test('attendance names the one who leads the meeting, so that nobody names themselves', async () => {
  const { call, ports } = service();
  ports.put(meeting, 'meeting-1', {
    year: '2026/27',
    network: 'reception',
    number: 1,
    name: 'Reception',
    lead: reviewer,
    date: '2026-11-10',
    from: '15:45',
    until: '16:45',
    place: 'Teams',
    members: [],
    ...notPublished,
  });
  const record = { meeting: 'meeting-1', academy: host, lead: outsider, represented: 'yes' };
  const sent = { kind: 'attendance', key: `attendance-meeting-1-${host}`, record };
  expect(await call('createRecord', outsider, sent)).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'lead' }] },
  });
  expect((await call('createRecord', reviewer, { ...sent, record: { ...record, lead: reviewer } })).status).toBe(201);
});

test('a network for nobody is refused by field', async () => {
  const { call, ports } = service();
  const record = {
    name: 'Reception',
    lead,
    minutes: 60,
    rhythm: 'every half-term',
    times: 1,
    days: [],
    windows: [],
    where: 'in Teams',
    active: true,
  };
  expect(await call('createRecord', office, { kind: 'network', key: 'reception', record })).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'yearGroup' }] },
  });
  expect(ports.all(network)).toHaveLength(0);
});

test('who has left is out with the next request', async () => {
  const { call, ports } = service();
  expect((await call('me', outsider, {})).status).toBe(200);
  ports.put(person, `person-${outsider.id}`, staff(outsider, '900003', { active: false }));
  expect(await call('me', outsider, {})).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
});

test('a request reads its caller and its record, and not the trust each time', async () => {
  const { call, ports } = service();
  await call('getRecord', lead, { kind: 'academy', key: 'academy-900001' });
  ports.asked = 0;
  await call('getRecord', lead, { kind: 'academy', key: 'academy-900001' });
  expect(ports.asked).toBe(2);
});

test('who is signed in is told with academy and trust', async () => {
  const { call } = service();
  expect((await call('me', lead, {})).body).toEqual({
    id: lead.id,
    name: 'Ada Alder',
    email: 'ada.alder@trust.example',
    roles: ['Principal'],
    academy: { urn: '900002', name: 'Fernhill Primary' },
    trust: { name: 'Larkrise Trust' },
  });
});
