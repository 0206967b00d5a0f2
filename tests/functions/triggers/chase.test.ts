import type { Log } from '../../../functions/ports';
import { chaseStages, isChasingHour } from '../../../functions/triggers/chase-stages';
import { academy } from '../../../shared/records/academy';
import { review } from '../../../shared/records/review';
import { type Stage, stage } from '../../../shared/records/stage';
import { validReview } from '../../make';
import { portsByHand } from '../ports-by-hand';
import { head, host, lead, office, reviewer, service } from '../service';

const settings = { organiserMailbox: 'meetings@trust.example', publicOrigin: 'https://our-academies.example' };
const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Sharing data was due on Monday 11 January 2027. */
const late: Stage = {
  year: '2026/27',
  review: 'review-1',
  host,
  step: 'data sharing',
  owner: head,
  people: [head, lead, reviewer],
  lead,
  on: '2027-01-11',
  state: 'open',
  wanted: 'event',
  generation: 0,
  outlook: 'sent',
};

function rig(more: Partial<Stage> = {}, stageOfReview: 'planned' | 'confirmed by host' = 'planned') {
  const hand = portsByHand();
  const byId = async () =>
    new Map([head, lead, reviewer].map((one) => [one.id, { ...one, email: `${one.name}@trust.example` }]));
  const ports = { ...hand, log: silent, people: { ...hand.people, byId } };
  hand.put(academy, `academy-${host}`, { urn: host, name: 'Millbrook Primary', localAuthority: 'Northshire' });
  hand.put(review, 'review-1', { ...validReview, hostHead: head, lead, stage: stageOfReview, visitOn: '2027-01-18' });
  hand.put(stage, 'review-1.data-sharing', { ...late, ...more });
  const morning = async (day: string) => {
    hand.setNow(`${day}T07:30:00Z`);
    await chaseStages(ports, settings);
    return hand.letters.map(({ to }) => to[0]?.email);
  };
  return { hand, morning, theStage: () => hand.all(stage)[0]?.record as unknown as Stage };
}

test('the owner is asked first, then who keeps the dates, then the trust office, each once', async () => {
  const { morning, hand } = rig();
  expect(await morning('2027-01-11')).toEqual([]);
  expect(await morning('2027-01-12')).toEqual(['Ben Beech@trust.example']);
  expect(await morning('2027-01-14')).toHaveLength(1);
  expect(await morning('2027-01-15')).toEqual(['Ben Beech@trust.example', 'Ada Alder@trust.example']);
  // A weekend in between does not count.
  expect(await morning('2027-01-19')).toHaveLength(2);
  expect(await morning('2027-01-20')).toHaveLength(3);
  expect(await morning('2027-02-03')).toEqual([
    'Ben Beech@trust.example',
    'Ada Alder@trust.example',
    'meetings@trust.example',
  ]);
  expect(hand.letters.map(({ subject }) => subject)).toEqual([
    'A reminder: sharing data before the visit at Millbrook Primary',
    'May we ask for your help: sharing data before the visit at Millbrook Primary',
    'Still open: sharing data before the visit at Millbrook Primary',
  ]);
  expect(hand.letters[0]?.link).toBe('https://our-academies.example/open/review/review-1');
});

test('the same morning run twice asks once, and a moved stage begins anew', async () => {
  const { morning, theStage, hand } = rig();
  await morning('2027-01-12');
  expect(await morning('2027-01-12')).toHaveLength(1);
  hand.put(stage, 'review-1.data-sharing', { ...theStage(), on: '2027-01-14' });
  expect(await morning('2027-01-14')).toHaveLength(1);
  expect(await morning('2027-01-18')).toEqual(['Ben Beech@trust.example', 'Ben Beech@trust.example']);
});

test('nobody is asked on a weekend or in the holidays, nor about what is done or cancelled', async () => {
  expect(await rig().morning('2027-01-16')).toEqual([]);
  expect(await rig({ on: '2026-12-18' }).morning('2026-12-22')).toEqual([]);
  expect(await rig({ state: 'done' }).morning('2027-01-12')).toEqual([]);
});

test('who owns a stage and keeps the dates too is not asked twice', async () => {
  const { morning } = rig({ lead: head });
  await morning('2027-01-12');
  expect(await morning('2027-01-15')).toEqual(['Ben Beech@trust.example', 'meetings@trust.example']);
  expect(await morning('2027-02-03')).toHaveLength(2);
});

test('a stage that the outcome has ended is closed, and nobody is asked about it', async () => {
  const { morning, theStage } = rig({ step: 'feedback' }, 'confirmed by host');
  expect(await morning('2027-01-12')).toEqual([]);
  expect(theStage()).toMatchObject({ state: 'done' });
});

test('it is half past seven in London, in winter and in summer', () => {
  const hours = ['2027-01-12T07:30:00Z', '2027-01-12T06:30:00Z', '2027-06-15T06:30:00Z', '2027-06-15T07:30:00Z'];
  expect(hours.map((one) => isChasingHour(new Date(one)))).toEqual([true, false, true, false]);
});

test('what is due comes up for its owner two weeks before, and goes when it is done', async () => {
  const api = service();
  api.ports.put(review, 'review-1', { ...validReview, hostHead: head, lead, stage: 'planned', visitOn: '2027-01-18' });
  const held = api.ports.put(stage, 'review-1.data-sharing', late);
  const items = async (who: typeof head) => (await api.call('waiting', who, {})).body.items;
  expect(await items(head)).toEqual([]);
  api.ports.setNow('2026-12-28T09:00:00Z');
  expect(await items(head)).toMatchObject([{ what: 'share data', key: 'review-1', on: '2027-01-11' }]);
  expect(await items(reviewer)).toEqual([]);
  const { version } = held;
  await api.call('finishStage', head, { key: 'review-1', step: 'data sharing', version });
  expect(await items(head)).toEqual([]);
});

test('whoever takes over a part takes its open stages over, and nobody writes a stage by hand', async () => {
  const api = service();
  const held = api.ports.put(review, 'review-1', {
    ...validReview,
    hostHead: head,
    lead,
    reviewers: [lead],
    stage: 'planned',
    visitOn: '2027-01-18',
  });
  api.ports.put(stage, 'review-1.feedback', { ...late, step: 'feedback', owner: lead });
  const changed = await api.call('changeRecord', office, {
    kind: 'review',
    key: 'review-1',
    version: held.version,
    record: { ...held.record, lead: reviewer, reviewers: [reviewer] },
  });
  expect(changed.status).toBe(200);
  expect(api.ports.all(stage)[0]?.record).toMatchObject({
    owner: reviewer,
    people: [head, reviewer],
    outlook: 'waiting',
  });
  const made = api.ports.all(stage)[0] as unknown as { key: string; version: string; record: Stage };
  const typed = { kind: 'stage', key: made.key, version: made.version, record: { ...made.record, on: '2027-01-12' } };
  expect((await api.call('changeRecord', office, typed)).status).toBe(409);
});
