import type { PersonReference } from '../../../shared/field';
import { action } from '../../../shared/records/action';
import { finding } from '../../../shared/records/finding';
import { person } from '../../../shared/records/person';
import { type Review, review } from '../../../shared/records/review';
import { type Stage, stage } from '../../../shared/records/stage';
import { triad } from '../../../shared/records/triad';
import { validAction, validFinding, validReview } from '../../make';
import { head, host, hr, lead, office, reviewer, service, staff } from '../service';

const people = { hostHead: head, lead, reviewers: [lead, reviewer] };
const stageOf = (step: Stage['step'], owner: PersonReference, on: string, more: Partial<Stage> = {}): Stage => ({
  year: '2026/27',
  review: 'review-1',
  host,
  step,
  owner,
  people: [head, lead, reviewer],
  lead,
  on,
  state: 'open',
  wanted: 'event',
  generation: 0,
  outlook: 'sent',
  ...more,
});

function rig(more: Partial<Review> = {}) {
  const api = service();
  api.ports.put(review, 'review-1', { ...validReview, ...people, ...more });
  const theStage = (step: string) => api.ports.all(stage).find(({ record }) => record.step === step);
  return { ...api, theStage };
}

test('reviewers see what they owe by day: stages, an outcome to revise, support that was promised', async () => {
  const { call, ports } = rig({ stage: 'fed back' });
  ports.put(stage, 's-1', stageOf('data sharing', lead, '2026-11-20', { review: 'review-2' }));
  ports.put(review, 'review-2', { ...validReview, ...people, host: '900002', stage: 'planned', visitOn: '2026-12-01' });
  ports.put(finding, 'finding-1', {
    ...validFinding,
    ...people,
    agreement: 'not accurate',
    comment: 'No',
    agreedAt: '2026-11-22T10:00:00Z',
  });
  ports.put(review, 'review-3', { ...validReview, ...people, stage: 'workshop' });
  ports.put(action, 'action-1', {
    ...validAction,
    review: 'review-3',
    owner: head,
    supporters: [lead, reviewer],
    supportFrom: '900002',
    support: 'Half a day of our English lead',
    state: 'agreed',
    dueOn: '2027-01-20',
  });
  const { body } = await call('myReviews', lead, {});
  expect(body.owed.map(({ what, on, late }: { what: string; on: string; late: boolean }) => [what, on, late])).toEqual([
    ['data sharing', '2026-11-20', true],
    ['revised outcome', '2026-11-22', false],
    ['feedback', '2026-12-01', false],
    ['promised support', '2027-01-20', false],
  ]);
  expect(body.owed.at(-1).title).toBe('Half a day of our English lead');
  expect((await call('myReviews', office, {})).body).toEqual({ reviews: [], owed: [], workshops: [] });
});

test('an Improvement Champion sees the workshops that they lead, past and to come', async () => {
  const { call, ports } = rig({ champion: office });
  ports.put(stage, 'w-1', stageOf('workshop', office, '2027-01-12', { from: '15:45', until: '17:00' }));
  ports.put(review, 'review-2', { ...validReview, ...people, champion: office, stage: 'follow-up' });
  const held = { review: 'review-2', state: 'done', doneOn: '2026-11-10' } as const;
  ports.put(stage, 'w-2', stageOf('workshop', office, '2026-11-10', held));
  const { body } = await call('myReviews', office, {});
  expect(body.workshops.map(({ on, state }: { on: string; state: string }) => [on, state])).toEqual([
    ['2026-11-10', 'past'],
    ['2027-01-12', 'to come'],
  ]);
});

test('a stage that stays late after everybody was asked waits for the trust office', async () => {
  const { call, ports } = rig({ stage: 'confirmed by host' });
  const asked = (...to: readonly ('owner' | 'triad lead' | 'trust office')[]) => ({
    reminders: to.map((one) => ({ to: one, on: '2026-11-19', due: '2026-11-12' })),
  });
  ports.put(stage, 'w-1', stageOf('workshop', head, '2026-11-12', asked('owner', 'triad lead')));
  const waits = async (who: PersonReference) =>
    (await call('waiting', who, {})).body.items.filter(({ what }: { what: string }) => what === 'late stage');
  expect(await waits(office)).toEqual([]);
  ports.put(stage, 'w-1', stageOf('workshop', head, '2026-11-12', asked('owner', 'triad lead', 'trust office')));
  expect(await waits(office)).toEqual([
    {
      what: 'late stage',
      kind: 'review',
      key: 'review-1',
      title: 'Workshop at Millbrook Primary, with Ben Beech',
      on: '2026-11-12',
    },
  ]);
  expect(await waits(head)).toEqual([]);
});

test('who has left is replaced by the trust office: open stages, their events and the findings follow', async () => {
  const { call, ports, theStage, hints } = rig({ stage: 'confirmed by host' });
  const fern = { id: '99999999-1111-4111-8111-111111111111', name: 'Fern Fir' };
  ports.put(stage, 's-1', stageOf('impact review', head, '2027-04-20'));
  ports.put(stage, 's-2', stageOf('data sharing', head, '2026-10-20', { state: 'done', doneOn: '2026-10-19' }));
  ports.put(finding, 'finding-1', { ...validFinding, ...people, agreement: 'accurate' });
  ports.put(person, `person-${head.id}`, staff(head, host, { active: false }));
  ports.put(person, `person-${fern.id}`, staff(fern, host));
  const waits = async () =>
    (await call('waiting', office, {})).body.items.filter(({ what }: { what: string }) => what === 'replace person');
  expect((await waits())[0].title).toBe('Peer review of Millbrook Primary, 16 November 2026: Ben Beech');
  const held = ports.all(review)[0];
  const record = { ...held?.record, hostHead: fern };
  const changed = await call('changeRecord', office, {
    kind: 'review',
    key: 'review-1',
    version: held?.version,
    record,
  });
  expect(changed.status).toBe(200);
  expect(theStage('impact review')?.record).toMatchObject({ owner: fern, outlook: 'waiting' });
  expect(theStage('data sharing')?.record).toMatchObject({ owner: head, state: 'done' });
  expect(ports.all(finding)[0]?.record).toMatchObject({ hostHead: fern });
  expect(hints).toContain('meetings@trust.example');
  expect(await waits()).toEqual([]);
});

test('when another keeps the dates of a triad, reminders go to them from then on', async () => {
  const { call, ports, theStage } = rig();
  ports.put(stage, 's-1', stageOf('impact review', head, '2027-04-20'));
  const held = ports.all(triad)[0];
  const record = { ...held?.record, lead: reviewer };
  const changed = await call('changeRecord', office, { kind: 'triad', key: 'triad-1', version: held?.version, record });
  expect(changed.status).toBe(200);
  expect(theStage('impact review')?.record).toMatchObject({ lead: reviewer, owner: head });
});

test('feedback is agreed by the lead reviewer and the host head, on the day or after, and its day is kept', async () => {
  const { call, ports, theStage } = rig();
  ports.put(stage, 's-1', stageOf('feedback', lead, '2026-11-23'));
  const agree = (who: PersonReference) =>
    call('agreeFeedback', who, { key: 'review-1', version: theStage('feedback')?.version });
  expect((await agree(reviewer)).status).toBe(403);
  expect((await agree(hr)).status).toBe(403);
  expect((await agree(lead)).status).toBe(200);
  expect(ports.all(review)[0]?.record).not.toHaveProperty('feedbackOn');
  const { body } = await agree(head);
  expect(body.stages.find(({ step }: { step: string }) => step === 'feedback')).toMatchObject({
    agreedBy: [lead, head],
    may: { agree: false },
  });
  expect(ports.all(review)[0]?.record).toMatchObject({ feedbackOn: '2026-11-23', stage: 'visited' });
  expect((await agree(head)).status).toBe(200);
  ports.put(stage, 's-1', stageOf('feedback', lead, '2026-11-24'));
  expect((await agree(head)).status).toBe(409);
});
