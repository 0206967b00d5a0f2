import type { PersonReference } from '../../../shared/field';
import { closure } from '../../../shared/records/closure';
import { finding } from '../../../shared/records/finding';
import { person } from '../../../shared/records/person';
import { type Review, review } from '../../../shared/records/review';
import { type Stage, stage } from '../../../shared/records/stage';
import { triad } from '../../../shared/records/triad';
import { steps } from '../../../shared/reviews/steps';
import { validFinding } from '../../make';
import { head, host, hr, lead, office, outsider, reviewer, service, staff } from '../service';

/** The morning of 23 November 2026; no school years are imported, so the usual holidays are taken and said. */
const champion: PersonReference = { id: '77777777-7777-4777-8777-777777777777', name: 'Chi Cherry' };
const wanted = {
  year: '2026/27',
  round: 2,
  name: 'North',
  academies: [host, '900002', '900003'],
  startOn: '2026-11-23',
  apply: true,
};
const key = 'review-2026-27.2.900001';

function rig() {
  const api = service();
  api.ports.put(
    person,
    `person-${champion.id}`,
    staff(champion, '900004', { level: 'Teacher', responsibilities: ['Improvement Champion'] }),
  );
  const stageOf = (step: string) =>
    api.ports.all(stage).find(({ record }) => record.review === key && record.step === step) as {
      key: string;
      version: string;
      record: Stage;
    };
  const theReview = () =>
    api.ports.all(review).find((one) => one.key === key) as { key: string; version: string; record: Review };
  return { ...api, stageOf, theReview };
}

async function published() {
  const api = rig();
  const answer = await api.call('publishTriad', office, wanted);
  expect(answer.status).toBe(200);
  return api;
}

test('a triad is looked at before anything is kept', async () => {
  const api = rig();
  const { body } = await api.call('publishTriad', office, { ...wanted, apply: false });
  expect(body.applied).toBe(false);
  expect(body.assumed).toEqual(['2026/27']);
  expect(body.reviews.map((one: { host: string }) => one.host)).toEqual(wanted.academies);
  expect(api.ports.all(review)).toEqual([]);
  expect(api.hints).toEqual([]);
});

test('publishing makes every academy host once, with an owner for every step and events where people meet', async () => {
  const api = await published();
  const reviews = api.ports.all(review).map(({ record }) => record);
  expect(reviews.map((one) => one.host).sort()).toEqual([...wanted.academies].sort());
  expect(reviews.map((one) => one.lead.name).sort()).toEqual(['Ada Alder', 'Ben Beech', 'Cleo Cedar']);
  expect(reviews.every((one) => one.outlook === 'waiting' && one.champion?.id === champion.id)).toBe(true);
  const stages = api.ports.all(stage).map(({ record }) => record);
  expect(stages).toHaveLength(3 * (steps.length - 1));
  const withEvent = stages.filter((one) => one.wanted === 'event').map(({ step }) => step);
  expect([...new Set(withEvent)].sort()).toEqual(['data sharing', 'feedback', 'impact review', 'workshop']);
  expect(api.stageOf('workshop').record.owner).toEqual(champion);
  expect(api.stageOf('feedback').record.owner).toEqual(api.theReview().record.lead);
  expect(api.hints).toEqual(['meetings@trust.example']);
});

test('publishing again, also after half of it was lost, makes nothing twice and leaves what stands', async () => {
  const api = await published();
  const before = api.ports.all(stage).map(({ key: one, version }) => `${one} ${version}`);
  await api.call('publishTriad', office, wanted);
  expect(api.ports.all(stage).map(({ key: one, version }) => `${one} ${version}`)).toEqual(before);
  const lost = api.stageOf('workshop');
  await api.ports.records.remove(stage, lost);
  api.ports.setNow('2026-12-01T09:00:00Z');
  const again = await api.call('publishTriad', office, { ...wanted, name: 'Another name' });
  expect(again.status).toBe(200);
  expect(api.stageOf('workshop').record).toEqual(lost.record);
  expect(api.ports.all(review)).toHaveLength(3);
  expect(api.ports.all(triad)).toHaveLength(2);
});

test('an academy is in one triad of a round, and the trust office alone publishes', async () => {
  const api = await published();
  const twice = await api.call('publishTriad', office, { ...wanted, academies: [host, '900003'] });
  expect([twice.status, twice.body.detail]).toEqual([409, expect.stringContaining('another triad of this round')]);
  expect((await api.call('publishTriad', lead, wanted)).status).toBe(403);
});

test('the cycle is seen with its dates and whose turn it is, by those who may act and those who may not', async () => {
  const api = await published();
  const { body } = await api.call('reviewCycle', head, { key });
  expect(body.stages.map((one: { step: string }) => one.step)).toEqual(steps);
  expect(body.stages[0]).toMatchObject({ step: 'self-review', state: 'next', owner: head, may: { move: true } });
  expect(body.may).toEqual({ agreeScope: true, reviewImpact: false, share: false, cancel: false });
  const seen = await api.call('reviewCycle', outsider, { key });
  expect(seen.body.stages.filter((one: { may: { move: boolean } }) => one.may.move)).toEqual([]);
});

test('a stage is moved by those in it, its event follows, and the order is kept', async () => {
  const api = await published();
  const { on } = api.stageOf('workshop').record;
  const move = (who: PersonReference, day: string, step = 'workshop') =>
    api.call('moveStage', who, { key, step, version: api.stageOf(step).version, on: day });
  expect((await move(outsider, '2027-01-12')).status).toBe(403);
  const early = await move(head, '2026-11-24');
  expect([early.status, early.body.detail]).toEqual([400, expect.stringContaining('or move that first')]);
  expect((await move(head, '2027-01-09')).body.detail).toContain('closed');
  expect((await move(head, '2027-01-14')).status).toBe(200);
  expect(api.stageOf('workshop').record).toMatchObject({ on: '2027-01-14', outlook: 'waiting', generation: 0 });
  expect(on).not.toBe('2027-01-14');
  const stale = await api.call('moveStage', head, { key, step: 'workshop', version: '"old"', on: '2027-01-15' });
  expect(stale.status).toBe(412);
});

test('the visit takes feedback with it, and needs every academy of the triad open', async () => {
  const api = await published();
  const inset = {
    year: '2026/27',
    scope: '900003',
    from: '2026-12-16',
    until: '2026-12-16',
    what: 'INSET',
    label: 'INSET',
  };
  api.ports.put(closure, 'closure-1', { ...inset, what: 'INSET' as const });
  const move = (on: string) =>
    api.call('moveStage', lead, { key, step: 'visit', version: api.theReview().version, on });
  expect((await move('2026-12-16')).body.detail).toContain('Elmbank Primary cannot on Wednesday 16 December 2026');
  expect((await move('2026-12-17')).status).toBe(200);
  expect(api.theReview().record.visitOn).toBe('2026-12-17');
  expect(api.stageOf('feedback').record).toMatchObject({ on: '2026-12-17', outlook: 'waiting' });
});

test('the host head signs the scope before the visit, and nobody else does', async () => {
  const api = await published();
  const scope = { key, focus: 'Reading', enquiryQuestion: 'Do all pupils read daily?', improvementPlan: 'Priority 2' };
  const sign = (who: PersonReference, more: object = {}) =>
    api.call('agreeScope', who, { ...scope, version: api.theReview().version, sign: true, ...more });
  expect((await sign(lead)).status).toBe(403);
  expect((await sign(head, { focus: '' })).body.fields).toEqual([
    { path: 'focus', sentence: 'Say what the visit is about.' },
  ]);
  expect((await sign(head, { focus: '', sign: false })).status).toBe(200);
  expect(api.theReview().record.scopeAgreedOn).toBeUndefined();
  const { body } = await sign(head);
  expect(body.stages[0]).toMatchObject({ state: 'done', doneOn: '2026-11-23' });
  expect(api.theReview().record).toMatchObject({ scopeAgreedOn: '2026-11-23', improvementPlan: 'Priority 2' });
  expect(api.ports.letters.map(({ subject }) => subject)).toEqual(['The scope of a visit is agreed']);
  api.ports.setNow('2027-01-20T09:00:00Z');
  expect((await sign(head)).status).toBe(409);
});

test('a review runs from shared data to its impact, each step by those whose step it is', async () => {
  const api = await published();
  const finish = (who: PersonReference, step: string) =>
    api.call('finishStage', who, { key, step, version: api.stageOf(step).version });
  expect((await finish(reviewer, 'data sharing')).status).toBe(403);
  expect((await finish(head, 'data sharing')).status).toBe(200);
  expect(api.theReview().record).toMatchObject({ stage: 'data shared', dataSharedOn: '2026-11-23' });
  expect((await finish(head, 'workshop')).status).toBe(409);
  expect((await finish(head, 'feedback')).status).toBe(409);
  const { record } = api.theReview();
  const people = { host, hostHead: head, lead: record.lead, reviewers: record.reviewers };
  api.ports.put(finding, 'finding-1', { ...validFinding, ...people, review: key, agreement: 'accurate' });
  api.ports.put(review, key, { ...record, stage: 'confirmed by host' });
  expect((await finish(champion, 'workshop')).status).toBe(200);
  for (const step of ['first follow-up', 'second follow-up']) expect((await finish(head, step)).status).toBe(200);
  expect(api.theReview().record.stage).toBe('follow-up');
  const impact = (who: PersonReference) =>
    api.call('reviewImpact', who, { key, statement: 'Every pupil reads every day.' });
  expect((await impact(outsider)).status).toBe(403);
  const closed = await impact(head);
  expect(closed.body.stages.at(-1)).toMatchObject({ step: 'impact review', state: 'done' });
  expect(api.theReview().record).toMatchObject({ stage: 'impact reviewed', impactReviewOn: '2026-11-23' });
  expect(api.ports.all(finding)[0]?.record).toMatchObject({ impact: 'Every pupil reads every day.' });
  expect((await api.call('reviewCycle', hr, { key })).body).not.toMatchObject({
    review: { record: { impact: expect.anything() } },
  });
});

test('a cancelled review takes every open stage and its event with it', async () => {
  const api = await published();
  expect((await api.call('cancelReview', head, { key, version: api.theReview().version })).status).toBe(403);
  const { body } = await api.call('cancelReview', office, { key, version: api.theReview().version });
  expect(body.stages.map((one: { state: string }) => one.state)).toEqual(steps.map(() => 'cancelled'));
  expect(api.stageOf('workshop').record).toMatchObject({ wanted: 'nothing', outlook: 'waiting', state: 'cancelled' });
  expect(api.theReview().record).toMatchObject({ wanted: 'nothing', outlook: 'waiting' });
});

test('visits take the days that the year’s plan proposes, by the rules of moving them, and are looked at first', async () => {
  const api = rig();
  const visits = [
    { host, on: '2027-01-19' },
    { host: '900002', on: '2027-01-12' },
  ];
  const visitsOf = (body: { reviews: { host: string; stages: { step: string; on: string }[] }[] }) =>
    body.reviews.map((one) => [one.host, one.stages.find(({ step }) => step === 'visit')?.on]);
  const looked = await api.call('publishTriad', office, { ...wanted, visits, apply: false });
  expect(visitsOf(looked.body).slice(0, 2)).toEqual([
    [host, '2027-01-19'],
    ['900002', '2027-01-12'],
  ]);
  expect(api.ports.all(review)).toEqual([]);
  expect((await api.call('publishTriad', office, { ...wanted, visits })).status).toBe(200);
  expect(api.theReview().record).toMatchObject({ visitOn: '2027-01-19', visitFrom: '09:00', wanted: 'event' });
  expect(api.stageOf('feedback').record.on).toBe('2027-01-19');
  expect(api.stageOf('self-review').record.on < '2027-01-19').toBe(true);
  // Once it stands, another proposal moves nothing: that is what moving a stage is for.
  const other = [{ host, on: '2027-01-26' }];
  expect((await api.call('publishTriad', office, { ...wanted, visits: other })).status).toBe(200);
  expect(api.theReview().record.visitOn).toBe('2027-01-19');
});

test.each([
  ['a closed day', { host, on: '2026-12-25' }, 'is closed or keeps clear'],
  ['a day without time to prepare', { host, on: '2026-11-30' }, 'leaves no 15 school days to prepare'],
  ['a day that is over', { host, on: '2026-11-20' }, 'Choose a day from today on'],
  ['an academy of another triad', { host: '900004', on: '2027-01-19' }, 'A visit is to an academy of the triad'],
])('a proposed visit on %s is refused, and nothing is made', async (_name, visit, sentence) => {
  const api = rig();
  const answer = await api.call('publishTriad', office, { ...wanted, visits: [visit] });
  expect([answer.status, answer.body.detail]).toEqual([400, expect.stringContaining(sentence)]);
  expect(api.ports.all(review)).toEqual([]);
});
