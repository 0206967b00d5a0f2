import type { Actor } from '../../../functions/ports';
import { closure } from '../../../shared/records/closure';
import { review } from '../../../shared/records/review';
import { ada, ben, validReview } from '../../make';
import { organiser, type Rig, sites, startRig } from './rig';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());
beforeEach(() => rig.control('POST', 'counters/reset'));

const actor: Actor = ada;
const closedDay = {
  year: '2026/27',
  scope: "St Aidan's & friends #1",
  from: '2026-12-21',
  until: '2027-01-01',
  what: 'holiday',
  label: 'Christmas',
} as const;

async function allOf<T>(each: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const one of each) all.push(one);
  return all;
}

async function made(key: string, record: Record<string, unknown> = validReview) {
  const created = await rig.ports.records.create(review, key, record as never, actor);
  if (!created.ok) throw new Error(created.problem.sentence);
  return created.value;
}

test('a record is kept and read back as it was, with who and when', async () => {
  const stored = await made('kept-1');
  expect(stored).toMatchObject({ key: 'kept-1', record: validReview, actor });
  expect(await rig.ports.records.get(review, 'kept-1')).toEqual(stored);
});

test('a key that nobody used is undefined', async () => {
  expect(await rig.ports.records.get(review, "no'body")).toBeUndefined();
});

test('the same create again gives the first answer; another content under the key is refused', async () => {
  const stored = await made('twice-1');
  expect(await made('twice-1')).toEqual(stored);
  const other = await rig.ports.records.create(review, 'twice-1', { ...validReview, stage: 'planned' }, actor);
  expect(other).toMatchObject({ ok: false, problem: { code: 'not-now' } });
});

test('fifty creates of one key at once make one record and fifty equal answers', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => made('race-1')));
  expect(new Set(answers.map(({ version, at }) => `${version} ${at}`)).size).toBe(1);
});

test('a change keeps the record, its history, and empties what is absent', async () => {
  const first = await made('history-1');
  const { triad, ...rest } = validReview;
  const changed = await rig.ports.records.change(review, first, { ...rest, stage: 'fed back' }, ben);
  expect(triad).toBe('triad-1');
  expect(changed).toMatchObject({ ok: true, value: { record: { ...rest, stage: 'fed back' }, actor: ben } });
  expect(await rig.ports.records.get(review, 'history-1')).toEqual(changed.ok && changed.value);
  const history = await rig.ports.records.history(review, 'history-1');
  expect(history.map(({ record, actor: by }) => [record.stage, record.triad, by.name])).toEqual([
    ['fed back', undefined, 'Ben Beech'],
    ['visited', 'triad-1', 'Ada Alder'],
  ]);
});

test('a change of a version that is not the last is refused with the present one', async () => {
  const first = await made('stale-1');
  const second = await rig.ports.records.change(review, first, { ...validReview, stage: 'shared' }, ben);
  const stale = await rig.ports.records.change(review, first, { ...validReview, stage: 'planned' }, actor);
  expect(stale).toMatchObject({
    ok: false,
    problem: { code: 'changed-meanwhile', current: second.ok && second.value },
  });
});

test('a change that was lost on its way back and is sent again is a success', async () => {
  const first = await made('lost-1');
  const record = { ...validReview, stage: 'shared' } as const;
  const once = await rig.ports.records.change(review, first, record, ben);
  expect(await rig.ports.records.change(review, first, record, ben)).toEqual(once);
});

test('twenty people change one record at once: one is told yes, the others what it became', async () => {
  const first = await made('crowd-1');
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      rig.ports.records.change(review, first, { ...validReview, enquiryQuestion: `Question ${index}` }, ben),
    ),
  );
  const accepted = answers.filter((answer) => answer.ok);
  expect(accepted).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok && answer.problem.code === 'changed-meanwhile')).toHaveLength(19);
  expect(await rig.ports.records.get(review, 'crowd-1')).toEqual(accepted[0]?.ok && accepted[0].value);
});

test('a record that is not there is not changed, and removing it is no failure', async () => {
  const at = { key: 'nowhere-1', version: '"x,1"' };
  expect(await rig.ports.records.change(review, at, validReview, actor)).toMatchObject({
    problem: { code: 'not-found' },
  });
  expect(await rig.ports.records.remove(review as never, at)).toEqual({ ok: true, value: undefined });
});

test('a record is removed at the version that was read, and only then', async () => {
  const stored = await made('gone-1');
  const changed = await rig.ports.records.change(review, stored, { ...validReview, stage: 'shared' }, actor);
  expect(await rig.ports.records.remove(review as never, stored)).toMatchObject({
    problem: { code: 'changed-meanwhile' },
  });
  if (changed.ok) await rig.ports.records.remove(review as never, changed.value);
  expect(await rig.ports.records.get(review, 'gone-1')).toBeUndefined();
});

test('many are made in batches of twenty, and asked by one indexed field whatever its value holds', async () => {
  const records = Array.from({ length: 45 }, (_, index) => ({
    key: `closure-${index}`,
    record: { ...closedDay, year: index < 30 ? '2026/27' : "2'&#+?" },
  }));
  const answers = await rig.ports.records.createMany(closure, records, actor);
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect((await rig.counters()).requests).toBe(3);
  const some = await allOf(rig.ports.records.each(closure, { by: 'year', is: "2'&#+?" }));
  expect(some.map(({ key }) => key)).toEqual(records.slice(30).map(({ key }) => key));
});

test('many are changed in batches without looking for them again', async () => {
  const all = await allOf(rig.ports.records.each(closure));
  await rig.control('POST', 'counters/reset');
  const changes = all.map((at) => ({ at, record: { ...at.record, label: 'Easter' } }));
  const answers = await rig.ports.records.changeMany(closure, changes, actor);
  expect(answers.map((answer) => answer.ok && answer.value.record.label)).toEqual(all.map(() => 'Easter'));
  expect((await rig.counters()).requests).toBe(Math.ceil(all.length / 20));
});

test('pages follow each other to the end, and a cursor that is not ours is refused', async () => {
  const question = { by: 'year', is: '2026/27' };
  const first = await rig.ports.records.page(closure, question, { top: 20 });
  if (!first.ok) throw new Error(first.problem.sentence);
  const second = await rig.ports.records.page(closure, question, { top: 20, cursor: first.value.next });
  expect(second).toMatchObject({ ok: true, value: { records: { length: 10 } } });
  expect(second.ok && second.value.next).toBeUndefined();
  for (const cursor of ['https://elsewhere.example/', '', 'bm9wZQ', '../x'])
    expect(await rig.ports.records.page(closure, question, { cursor })).toMatchObject({ problem: { code: 'invalid' } });
  expect(await rig.ports.records.page(closure, { by: 'label', is: 'x' })).toMatchObject({
    problem: { code: 'invalid' },
  });
});

test('an item that somebody broke by hand is left out and reported by its key', async () => {
  await rig.ports.records.create(closure, 'broken-1', { ...closedDay, year: '2099/00' }, actor);
  const path = `/sites/${sites.trust}/lists/Closures/items`;
  const { body } = await rig.graph.ask({
    method: 'GET',
    path: `${path}?$expand=fields&$filter=fields/Key eq 'broken-1'`,
    needs: 'read lists',
    place: 'site',
  });
  const [item] = (body as { value: { id: string }[] }).value;
  await rig.graph.ask({
    method: 'PATCH',
    path: `${path}/${item?.id}/fields`,
    body: { From: 'some day' },
    needs: 'write lists',
    place: 'site',
  });
  expect(await rig.ports.records.get(closure, 'broken-1')).toBeUndefined();
  expect(await allOf(rig.ports.records.each(closure, { by: 'year', is: '2099/00' }))).toEqual([]);
  expect(rig.log.lines.at(-1)).toMatchObject({
    level: 'warn',
    facts: { kind: 'closure', key: 'broken-1', because: 'from' },
  });
  expect(JSON.stringify(rig.log.lines)).not.toContain('some day');
});

test('under thirty per cent faults twenty records are made once each and changed once each', async () => {
  await rig.control('POST', 'faults', {
    seed: 11,
    rate: 0.3,
    kinds: ['429', '500', '502', '503', '504', '409', 'reset-before', 'reset-after'],
  });
  const records = Array.from({ length: 20 }, (_, index) => ({
    key: `storm-${index}`,
    record: { ...closedDay, year: 'storm', label: `Day ${index}` },
  }));
  const created = await rig.ports.records.createMany(closure, records, actor);
  const changes = created.flatMap((answer) =>
    answer.ok ? [{ at: answer.value, record: { ...answer.value.record, what: 'INSET' as const } }] : [],
  );
  const changed = await rig.ports.records.changeMany(closure, changes, actor);
  await rig.control('DELETE', 'faults');
  expect(changed.filter(({ ok }) => ok)).toHaveLength(20);
  const stored = await allOf(rig.ports.records.each(closure, { by: 'year', is: 'storm' }));
  expect(stored.map(({ key, record }) => `${key} ${record.what}`).sort()).toEqual(
    records.map(({ key }) => `${key} INSET`).sort(),
  );
  expect((await rig.counters()).early).toBe(0);
}, 120_000);

test('nobody is told an address: only the mailbox of the trust is named in any call', () => {
  expect(organiser).toBe('meetings@birch.example');
  expect(JSON.stringify(rig.log.lines)).not.toContain('@');
});
