import { meeting } from '../../../shared/records/meeting';
import { notPublished } from '../../../shared/records/outlook-event';
import { review } from '../../../shared/records/review';
import { head, host, lead, outsider, reviewer, service } from '../service';

test('nobody takes the key under which somebody else will look for their draft', async () => {
  const { call } = service();
  const key = `draft-${head.id}-review-outcome.review-7`;
  const record = { owner: outsider, about: 'anything', body: {} };
  expect(await call('createRecord', outsider, { kind: 'draft', key, record })).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'key' }] },
  });
  expect((await call('createRecord', head, { kind: 'draft', key, record: { ...record, owner: head } })).status).toBe(
    201,
  );
});

test('the link in an event opens what it names, also where another kind of record has that key', async () => {
  const { call, ports } = service();
  const planned = {
    year: '2026/27',
    network: 'reception',
    number: 1,
    name: 'Reception',
    lead,
    date: '2027-01-12',
    from: '15:45',
    until: '16:45',
    place: 'Teams',
    members: [],
    ...notPublished,
  } as const;
  ports.put(meeting, 'meeting-1', planned);
  ports.put(review, 'meeting-1', {
    year: '2026/27',
    host,
    hostHead: head,
    lead,
    reviewers: [reviewer],
    stage: 'planned',
    visitOn: '2026-12-01',
    visitFrom: '09:00',
    visitUntil: '15:00',
    sharing: 'none',
    ...notPublished,
  });
  expect((await call('open', outsider, { key: 'meeting-1', kind: 'meeting' })).body).toMatchObject({ kind: 'meeting' });
  expect((await call('open', outsider, { key: 'meeting-1', kind: 'action' })).status).toBe(404);
  expect((await call('open', outsider, { key: 'meeting-1', kind: 'draft' })).status).toBe(400);
});
