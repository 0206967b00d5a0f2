import { action } from '../../../shared/records/action';
import { finding } from '../../../shared/records/finding';
import { notPublished } from '../../../shared/records/outlook-event';
import { review } from '../../../shared/records/review';
import { head, host, hr, lead, office, outsider, reviewer, service } from '../service';

const plannedReview = {
  year: '2026/27',
  triad: 'triad-1',
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

const typedFinding = {
  focus: 'Reading in Key Stage 2',
  activities: [{ what: 'learning walk', withColleague: 'English lead', observation: 'Pupils talk about books.' }],
  strengths: ['Books are everywhere'],
  considerations: ['Reading at home'],
  safeguardingRaised: false,
} as const;

const typedAction = { what: 'Send books home', owner: head, dueOn: '2027-01-20', supportFrom: '900002' } as const;
const outcome = {
  key: 'review-1',
  findingKey: 'finding-1',
  finding: typedFinding,
  actions: [{ key: 'action-1', action: typedAction }],
};

function opened() {
  const rig = service();
  rig.ports.put(review, 'review-1', plannedReview);
  return rig;
}

test('an outcome goes from the lead to the host and stands once it is marked accurate', async () => {
  const { call, ports, hints } = opened();
  const sent = await call('sendOutcome', lead, outcome);
  expect(sent.status).toBe(200);
  expect(sent.body).toMatchObject({
    title: 'Peer review of Millbrook Primary, 20 November 2026',
    review: { record: { stage: 'fed back', feedbackOn: '2026-11-23' } },
    finding: { key: 'finding-1', record: { agreement: 'awaiting host', hostHead: head, lead } },
    actions: [{ key: 'action-1', record: { state: 'proposed', wanted: 'nothing' } }],
    may: { logOutcome: false, answerOutcome: false },
  });
  expect(ports.letters).toEqual([
    expect.objectContaining({
      to: [{ name: 'Ben Beech', email: 'ben.beech@trust.example' }],
      link: 'https://our-academies.example/open/review/review-1',
    }),
  ]);
  const seen = await call('reviewOverview', head, { key: 'review-1' });
  expect(seen.body.may).toMatchObject({ answerOutcome: true });
  const answered = await call('answerOutcome', head, {
    key: 'finding-1',
    version: seen.body.finding.version,
    accurate: true,
  });
  expect(answered.body).toMatchObject({
    review: { record: { stage: 'confirmed by host', confirmedOn: '2026-11-23' } },
    finding: { record: { agreement: 'accurate', agreedAt: '2026-11-23T12:00:00.000Z' } },
    actions: [{ record: { state: 'agreed', wanted: 'event', outlook: 'waiting' } }],
  });
  expect(hints).toEqual(['meetings@trust.example']);
  expect(ports.letters).toHaveLength(2);
});

test('sending the same outcome again gives the same answer and makes nothing twice', async () => {
  const { call, ports } = opened();
  const first = await call('sendOutcome', lead, outcome);
  const again = await call('sendOutcome', lead, outcome);
  expect(again).toMatchObject({ status: 200, body: first.body });
  expect(ports.all(finding)).toHaveLength(1);
  expect(ports.all(action)).toHaveLength(1);
});

test('another text while the host is checking is refused, and so is a second set of findings', async () => {
  const { call } = opened();
  await call('sendOutcome', lead, outcome);
  const changed = { ...outcome, finding: { ...typedFinding, focus: 'Writing' } };
  expect(await call('sendOutcome', lead, changed)).toMatchObject({ status: 409, body: { code: 'not-now' } });
  const second = { ...outcome, findingKey: 'finding-2' };
  expect(await call('sendOutcome', reviewer, second)).toMatchObject({ status: 409, body: { code: 'not-now' } });
});

test('of two outcomes sent in the same moment one stands and the other steps back', async () => {
  const { call, ports } = opened();
  const both = await Promise.all([
    call('sendOutcome', lead, { ...outcome, actions: [] }),
    call('sendOutcome', reviewer, { ...outcome, findingKey: 'finding-2', actions: [] }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(ports.all(finding)).toHaveLength(1);
});

test('not accurate needs a comment, goes back to the lead and can be revised', async () => {
  const { call, ports } = opened();
  const sent = await call('sendOutcome', lead, outcome);
  const { version } = sent.body.finding;
  const bare = await call('answerOutcome', head, { key: 'finding-1', version, accurate: false });
  expect(bare).toMatchObject({ status: 400, body: { fields: [{ path: 'comment' }] } });
  await call('answerOutcome', head, { key: 'finding-1', version, accurate: false, comment: 'It was Year 4.' });
  const waiting = await call('waiting', lead, {});
  expect(waiting.body.items).toEqual([expect.objectContaining({ what: 'revise outcome', key: 'review-1' })]);
  const revised = await call('sendOutcome', lead, {
    ...outcome,
    finding: { ...typedFinding, focus: 'Reading in Year 4' },
    actions: [{ key: 'action-2', action: typedAction }],
  });
  expect(revised.body.finding.record).toMatchObject({
    agreement: 'awaiting host',
    focus: 'Reading in Year 4',
    comment: 'It was Year 4.',
  });
  expect(Object.fromEntries(ports.all(action).map(({ key, record }) => [key, record.state]))).toEqual({
    'action-1': 'dropped',
    'action-2': 'proposed',
  });
});

test('a reviewer who is taken out while the outcome is being sent does not read it', async () => {
  const { call, ports } = opened();
  const { create } = ports.records;
  ports.records.create = async (kind, key, record, actor) => {
    ports.put(review, 'review-1', { ...plannedReview, reviewers: [] });
    return create(kind, key, record, actor);
  };
  expect((await call('sendOutcome', lead, outcome)).status).toBe(200);
  expect((await call('getRecord', reviewer, { kind: 'finding', key: 'finding-1' })).status).toBe(404);
  expect((await call('getRecord', reviewer, { kind: 'action', key: 'action-1' })).status).toBe(404);
  expect((await call('getRecord', lead, { kind: 'finding', key: 'finding-1' })).status).toBe(200);
});

test('a stale answer is refused with what is stored now, and the same answer again is not', async () => {
  const { call } = opened();
  const sent = await call('sendOutcome', lead, outcome);
  const { version } = sent.body.finding;
  await call('answerOutcome', head, { key: 'finding-1', version, accurate: false, comment: 'Year 4' });
  await call('sendOutcome', lead, { ...outcome, finding: { ...typedFinding, focus: 'Year 4' } });
  const stale = await call('answerOutcome', head, { key: 'finding-1', version, accurate: true });
  expect(stale).toMatchObject({
    status: 412,
    body: { code: 'changed-meanwhile', current: { record: { focus: 'Year 4' } } },
  });
  const now = stale.body.current.version;
  expect(await call('answerOutcome', head, { key: 'finding-1', version: now, accurate: true })).toMatchObject({
    status: 200,
  });
  expect(await call('answerOutcome', head, { key: 'finding-1', version: now, accurate: true })).toMatchObject({
    status: 200,
  });
  const back = { key: 'finding-1', version: now, accurate: false, comment: 'No' };
  expect(await call('answerOutcome', head, back)).toMatchObject({ status: 409, body: { code: 'not-now' } });
});

test('only the host head answers, only lead and reviewers send', async () => {
  const { call } = opened();
  for (const who of [head, office, hr, outsider])
    expect(await call('sendOutcome', who, outcome)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  const { body } = await call('sendOutcome', lead, outcome);
  const answer = { key: 'finding-1', version: body.finding.version, accurate: true };
  expect((await call('answerOutcome', lead, answer)).status).toBe(403);
  for (const who of [office, outsider]) expect((await call('answerOutcome', who, answer)).status).toBe(404);
  expect((await call('answerOutcome', hr, answer)).status).toBe(403);
});

test('HR sees that a review took place and nothing of what was found', async () => {
  const { call } = opened();
  await call('sendOutcome', lead, outcome);
  const seen = await call('reviewOverview', hr, { key: 'review-1' });
  expect(seen.status).toBe(200);
  expect(seen.body).not.toHaveProperty('finding');
  expect(seen.body.actions).toEqual([]);
  expect((await call('listRecords', hr, { kind: 'finding' })).status).toBe(403);
  expect((await call('getRecord', hr, { kind: 'finding', key: 'finding-1' })).status).toBe(403);
});

test('an action is owned by somebody of the host academy, and the refusal names the field', async () => {
  const { call, ports } = opened();
  const wrong = { ...outcome, actions: [{ key: 'action-1', action: { ...typedAction, owner: outsider } }] };
  expect(await call('sendOutcome', lead, wrong)).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'actions.0.action.owner' }] },
  });
  expect(ports.all(finding)).toHaveLength(0);
});

test('a letter that cannot be sent does not undo the outcome, and the log names nobody', async () => {
  const rig = opened();
  const { send } = rig.ports.mail;
  rig.ports.mail.send = async () => {
    throw new Error('no mailbox for ben.beech@trust.example');
  };
  expect((await rig.call('sendOutcome', lead, outcome)).status).toBe(200);
  rig.ports.mail.send = send;
  expect(rig.lines.join('\n')).toContain('A letter could not be sent.');
  expect(rig.lines.join('\n')).not.toContain('ben.beech');
});

test('what waits is shown to whom it waits for', async () => {
  const { call } = opened();
  expect((await call('waiting', lead, {})).body.items).toEqual([
    {
      what: 'log outcome',
      kind: 'review',
      key: 'review-1',
      title: 'Peer review of Millbrook Primary, 20 November 2026',
      on: '2026-11-20',
    },
  ]);
  await call('sendOutcome', lead, outcome);
  expect((await call('waiting', lead, {})).body.items).toEqual([]);
  expect((await call('waiting', head, {})).body.items).toEqual([expect.objectContaining({ what: 'answer outcome' })]);
  expect((await call('waiting', outsider, {})).body.items).toEqual([]);
});

test('my reviews are those that I host, lead or take part in', async () => {
  const { call } = opened();
  const partOf = async (who: typeof lead) =>
    (await call('myReviews', who, {})).body.reviews.map((one: { part: string }) => one.part);
  expect(await partOf(lead)).toEqual(['lead']);
  expect(await partOf(head)).toEqual(['host']);
  expect(await partOf(reviewer)).toEqual(['reviewer']);
  expect(await partOf(outsider)).toEqual([]);
});

test('the key in an event opens what the caller may see of it', async () => {
  const { call } = opened();
  await call('sendOutcome', lead, outcome);
  expect((await call('open', outsider, { key: 'review-1' })).body).toMatchObject({ kind: 'review' });
  expect((await call('open', head, { key: 'action-1' })).body).toMatchObject({ kind: 'action' });
  expect((await call('open', outsider, { key: 'action-1' })).status).toBe(404);
  expect((await call('open', lead, { key: 'nothing' })).status).toBe(404);
});
