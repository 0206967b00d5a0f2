import { action } from '../../../shared/records/action';
import { notPublished } from '../../../shared/records/outlook-event';
import { review } from '../../../shared/records/review';
import { head, host, lead, outsider, reviewer, service } from '../service';

const visited = {
  year: '2026/27',
  host,
  hostHead: head,
  lead,
  reviewers: [reviewer],
  stage: 'visited',
  visitOn: '2026-11-20',
  visitFrom: '09:00',
  visitUntil: '15:00',
  sharing: 'none',
  ...notPublished,
} as const;
const typed = { review: 'review-1', what: 'Send books home', owner: head, dueOn: '2027-01-20', state: 'proposed' };

function opened() {
  const rig = service();
  rig.ports.put(review, 'review-1', visited);
  const create = (who: typeof lead, more: object) =>
    rig.call('createRecord', who, { kind: 'action', key: 'action-1', record: { ...typed, ...more } });
  return { ...rig, create };
}

test('an action is owned by somebody of the host academy, since its owner may read it', async () => {
  const { call, create } = opened();
  const ownedOutside = { status: 400, body: { fields: [{ path: 'owner' }] } };
  expect(await create(lead, { owner: outsider })).toMatchObject(ownedOutside);
  const { body } = await create(lead, {});
  const given = { kind: 'action', key: 'action-1', version: body.version, record: { ...body.record, owner: outsider } };
  expect(await call('changeRecord', lead, given)).toMatchObject(ownedOutside);
});

test('reviewers propose: the host alone agrees, and nothing comes into a calendar before', async () => {
  const { call, create, hints } = opened();
  expect(await create(lead, { state: 'agreed' })).toMatchObject({ status: 409, body: { fields: [{ path: 'state' }] } });
  const { body } = await create(reviewer, {});
  const at = { kind: 'action', key: 'action-1', version: body.version };
  const agreed = { ...at, record: { ...body.record, state: 'agreed' } };
  expect(await call('changeRecord', lead, agreed)).toMatchObject({
    status: 409,
    body: { fields: [{ path: 'state' }] },
  });
  expect(hints).toEqual([]);
  expect((await call('changeRecord', head, agreed)).body.record).toMatchObject({ state: 'agreed', outlook: 'waiting' });
});

test('reviewers may drop what they proposed, and help to finish what was agreed', async () => {
  const { call, create, ports } = opened();
  const { body } = await create(lead, {});
  const to = (state: string, version: string) =>
    call('changeRecord', lead, { kind: 'action', key: 'action-1', version, record: { ...body.record, state } });
  expect((await to('dropped', body.version)).status).toBe(200);
  const { version } = ports.put(action, 'action-1', { ...body.record, state: 'agreed' });
  expect((await to('done', version)).status).toBe(200);
});
