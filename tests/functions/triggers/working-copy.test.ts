import { review } from '../../../shared/records/review';
import { workingCopy } from '../../../shared/records/working-copy';
import { validReview } from '../../make';
import { head, lead, office, outsider, reviewer, service } from '../service';

const at = { kind: 'workingCopy', key: 'review-1' };
const writes = (focus: string) => ({ review: 'review-1', body: { focus } });

async function begun() {
  const api = service();
  api.ports.put(review, 'review-1', { ...validReview, hostHead: head, lead, reviewers: [lead, reviewer] });
  const created = await api.call('createRecord', lead, { ...at, record: writes('Reading') });
  expect(created.status).toBe(201);
  return { ...api, version: created.body.version as string };
}

test('the reviewers of a review write one outcome; who was slower gets what the other has written', async () => {
  const { call, version, ports } = await begun();
  const changed = await call('changeRecord', reviewer, { ...at, version, record: writes('Reading aloud') });
  expect(changed.status).toBe(200);
  const slower = await call('changeRecord', lead, { ...at, version, record: writes('Writing') });
  expect([slower.status, slower.body.current.record.body, slower.body.current.actor.name]).toEqual([
    412,
    { focus: 'Reading aloud' },
    reviewer.name,
  ]);
  expect(ports.all(workingCopy)[0]?.record).toMatchObject({ lead, reviewers: [lead, reviewer] });
});

test('nobody else sees it, the host and the trust office neither, and nobody names themselves', async () => {
  const { call, version } = await begun();
  for (const who of [head, office, outsider]) {
    expect((await call('getRecord', who, at)).status).toBe(404);
    expect((await call('listRecords', who, { kind: 'workingCopy' })).body).toEqual({ records: [] });
    expect((await call('reviewOverview', who, { key: 'review-1' })).body.writing).toBeUndefined();
    const own = { ...writes('Mine'), lead: who, reviewers: [who] };
    expect((await call('changeRecord', who, { ...at, version, record: own })).status).toBe(404);
    expect((await call('createRecord', who, { kind: 'workingCopy', key: 'review-9', record: own })).status).toBe(400);
  }
  const elsewhere = { kind: 'workingCopy', key: 'copy-2', record: writes('Twice') };
  expect((await call('createRecord', lead, elsewhere)).body.detail).toContain('review-1');
});

test('it waits for all who write it, in place of the outcome to begin, and the review says who wrote last', async () => {
  const { call } = await begun();
  const waits = async (who: typeof lead) =>
    (await call('waiting', who, {})).body.items.map(({ what, key }: { what: string; key: string }) => `${what} ${key}`);
  expect(await waits(lead)).toEqual(['finish outcome review-1']);
  expect(await waits(reviewer)).toEqual(['finish outcome review-1']);
  expect(await waits(head)).toEqual([]);
  const { body } = await call('reviewOverview', reviewer, { key: 'review-1' });
  expect(body.writing).toEqual({ by: lead, at: '2026-11-23T12:00:00.000Z' });
});

test('who is taken out of the review is out of what is being written', async () => {
  const { call, ports } = await begun();
  const held = ports.all(review)[0];
  const record = { ...held?.record, reviewers: [lead] };
  const changed = await call('changeRecord', office, {
    kind: 'review',
    key: 'review-1',
    version: held?.version,
    record,
  });
  expect(changed.status).toBe(200);
  expect((await call('getRecord', reviewer, at)).status).toBe(404);
  expect((await call('historyOfRecord', reviewer, at)).status).toBe(404);
  expect((await call('getRecord', lead, at)).status).toBe(200);
});

test('once the host has confirmed, nothing is begun any more', async () => {
  const api = service();
  api.ports.put(review, 'review-1', { ...validReview, hostHead: head, lead, stage: 'confirmed by host' });
  expect((await api.call('createRecord', lead, { ...at, record: writes('Late') })).status).toBe(409);
});
