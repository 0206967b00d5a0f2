import type { Role } from '../../../shared/caller';
import { type Finding, finding } from '../../../shared/records/finding';
import { person } from '../../../shared/records/person';
import { review } from '../../../shared/records/review';
import { validFinding, validReview } from '../../make';
import { head, hr, lead, office, outsider, reviewer, service, staff, tokenOf } from '../service';

const trustee = { id: '88888888-8888-4888-8888-888888888888', name: 'Tom Teak' };

function rig(more: Partial<Finding> = {}) {
  const api = service();
  api.ports.put(person, `person-${trustee.id}`, staff(trustee, undefined, { level: 'Trustee', post: 'Trustee' }));
  api.ports.put(review, 'review-1', {
    ...validReview,
    hostHead: head,
    lead,
    reviewers: [lead, reviewer],
    stage: 'confirmed by host',
  });
  api.ports.put(finding, 'finding-1', {
    ...validFinding,
    hostHead: head,
    lead,
    reviewers: [lead, reviewer],
    agreement: 'accurate',
    strengths: ['Ben Beech knows every pupil'],
    ...more,
  });
  const read = (roles: readonly Role[], who = trustee) =>
    api.send('boardSummaries', undefined, {
      method: 'GET',
      headers: { authorization: `Bearer ${tokenOf(who, api.ports, roles)}` },
    });
  const share = (who: typeof head, boardSummary: boolean) => {
    const held = api.ports.all(review)[0];
    const record = { ...held?.record, boardSummary };
    return api.call('changeRecord', who, { kind: 'review', key: 'review-1', version: held?.version, record });
  };
  return { ...api, read, share };
}

test('the board reads a summary once the host head has said so, without evidence, person or safeguarding', async () => {
  const { read, share } = rig();
  expect((await read(['Trustee'])).body).toEqual({ summaries: [] });
  expect((await share(head, true)).status).toBe(200);
  const { body } = await read(['Trustee']);
  expect(body.summaries).toEqual([
    {
      key: 'finding-1',
      academy: 'Millbrook Primary',
      focus: 'Reading in Key Stage 2',
      strengths: ['a colleague knows every pupil'],
      considerations: ['Reading at home'],
    },
  ]);
  expect((await share(head, false)).status).toBe(200);
  expect((await read(['Trustee'])).body).toEqual({ summaries: [] });
});

test('the host head alone says so, and what is not accurate counts for nobody', async () => {
  const { share, call } = rig();
  for (const who of [lead, office]) expect((await share(who, true)).status).toBe(403);
  const made = { ...validReview, hostHead: head, lead, reviewers: [lead], stage: 'planned', boardSummary: true };
  expect((await call('createRecord', lead, { kind: 'review', key: 'review-2', record: made })).status).toBe(400);
  const open = rig({ agreement: 'awaiting host', boardSummary: true });
  expect((await open.read(['Trustee'])).body).toEqual({ summaries: [] });
});

test('it is for trustees and executives, and never for HR, whatever else they hold', async () => {
  const { read } = rig({ boardSummary: true });
  expect((await read(['Executive'], outsider)).body.summaries).toHaveLength(1);
  for (const roles of [
    ['Principal'],
    ['TrustOffice'],
    ['Staff'],
    ['Champion'],
    ['HR'],
    ['HR', 'Trustee', 'Executive'],
  ] as const)
    expect([roles, (await read(roles, hr)).status]).toEqual([roles, 403]);
});

test('a summary for the board opens the findings themselves to nobody', async () => {
  const { call } = rig({ boardSummary: true });
  expect((await call('getRecord', outsider, { kind: 'finding', key: 'finding-1' })).status).toBe(404);
  expect((await call('sharedPractice', lead, {})).body.reviews).toBe(0);
});
