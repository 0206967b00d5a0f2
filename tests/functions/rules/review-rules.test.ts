import { finding } from '../../../shared/records/finding';
import { notPublished } from '../../../shared/records/outlook-event';
import { person } from '../../../shared/records/person';
import { review } from '../../../shared/records/review';
import { validFinding } from '../../make';
import { head, host, lead, office, outsider, reviewer, service, staff } from '../service';

const planned = {
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
const people = { host, hostHead: head, lead, reviewers: [reviewer], review: 'review-1', triad: 'triad-1' };

function opened() {
  const rig = service();
  const { version } = rig.ports.put(review, 'review-1', { ...planned, ...notPublished });
  rig.ports.put(finding, 'finding-1', { ...validFinding, ...people });
  const change = (more: object, at = version) =>
    rig.call('changeRecord', office, {
      kind: 'review',
      key: 'review-1',
      version: at,
      record: { ...planned, ...more },
    });
  return { ...rig, change };
}

test('who changes the people of a review cannot become one of them and so read what was found', async () => {
  const { call, change } = opened();
  expect(await change({ reviewers: [reviewer, office] })).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  expect((await change({ lead: { ...office, id: office.id.toUpperCase() } })).status).toBe(403);
  expect((await call('getRecord', office, { kind: 'finding', key: 'finding-1' })).status).toBe(404);
});

test('reviewers are people who work for our academies, and none of them for the host', async () => {
  const { change, ports } = opened();
  const wrong = { status: 400, body: { fields: [{ path: 'reviewers' }] } };
  expect(await change({ reviewers: [{ ...outsider, id: '77777777-7777-4777-8777-777777777777' }] })).toMatchObject(
    wrong,
  );
  expect(await change({ reviewers: [head] })).toMatchObject(wrong);
  ports.put(person, `person-${outsider.id}`, staff(outsider, '900003', { active: false }));
  expect(await change({ reviewers: [outsider] })).toMatchObject(wrong);
});

test('who starts a review leads schools, and names the head of the host academy', async () => {
  const { call, ports } = service();
  const create = (who: typeof lead, more: object) =>
    call('createRecord', who, { kind: 'review', key: 'review-1', record: { ...planned, ...more } });
  expect((await create(outsider, { lead: outsider })).status).toBe(403);
  const teacher = { id: '77777777-7777-4777-8777-777777777777', name: 'Tess Teak' };
  ports.put(person, `person-${teacher.id}`, staff(teacher, host, { level: 'Teacher', post: 'Teacher' }));
  expect(await create(lead, { hostHead: teacher })).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'hostHead' }] },
  });
  expect((await create(office, { hostHead: teacher })).status).toBe(201);
});

test('a reviewer who was taken out loses the findings, also when that was interrupted and is saved again', async () => {
  const { call, change, ports } = opened();
  const { changeMany } = ports.records;
  ports.records.changeMany = async () => {
    throw new Error('The connection was lost.');
  };
  expect((await change({ reviewers: [] })).status).toBe(500);
  ports.records.changeMany = changeMany;
  const { body } = await call('getRecord', office, { kind: 'review', key: 'review-1' });
  expect((await change({ reviewers: [], focus: 'Reading' }, body.version)).status).toBe(200);
  expect((await call('getRecord', reviewer, { kind: 'finding', key: 'finding-1' })).status).toBe(404);
});

test('findings that are answered in the same moment follow the change of people all the same', async () => {
  const { call, change, ports } = opened();
  const { changeMany } = ports.records;
  ports.records.changeMany = async (kind, changes, actor) => {
    ports.records.changeMany = changeMany;
    ports.put(finding, 'finding-1', { ...validFinding, ...people, comment: 'Answered meanwhile.' });
    return changeMany(kind, changes, actor);
  };
  expect((await change({ reviewers: [] })).status).toBe(200);
  expect((await call('getRecord', reviewer, { kind: 'finding', key: 'finding-1' })).status).toBe(404);
  expect(ports.all(finding)[0]?.record).toMatchObject({ comment: 'Answered meanwhile.' });
});
