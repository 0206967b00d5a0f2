import { action } from '../../../shared/records/action';
import { type Meeting, meeting } from '../../../shared/records/meeting';
import { review } from '../../../shared/records/review';
import { type Stage, stage } from '../../../shared/records/stage';
import { validAction } from '../../make';
import { waitingMeeting } from '../reconcile/published-records';
import { head, host, hr, lead, office, outsider, reviewer, service } from '../service';

const seen = [{ date: '2027-01-21', from: '16:00', until: '17:00', place: 'Elmbank Primary' }];
const changedMeeting: Partial<Meeting> = {
  lead,
  members: [
    { academy: host, who: head, email: 'ben.beech@trust.example' },
    { academy: '900003', who: reviewer, email: 'cleo.cedar@trust.example' },
  ],
  outlook: 'changed in Outlook',
  outlookProblem: 'In Outlook it is on 21 January 2027, 16:00 to 17:00, Elmbank Primary.',
  eventId: 'event-1',
  seen,
};

function rig(more: Partial<Meeting> = {}) {
  const api = service();
  const put = api.ports.put(meeting, 'm', waitingMeeting({ ...changedMeeting, ...more }));
  const now = () => api.ports.all(meeting)[0]?.record;
  return { ...api, now, at: { kind: 'meeting', key: 'm', version: put.version } };
}

test('a meeting follows Outlook: its day, time and place, and the event is brought up to date', async () => {
  const { call, now, hints, at } = rig();
  const answered = await call('takeOver', office, at);
  expect(answered.status).toBe(200);
  expect(now()).toMatchObject({
    date: '2027-01-21',
    from: '16:00',
    until: '17:00',
    place: 'Elmbank Primary',
    outlook: 'waiting',
  });
  expect([now()?.seen, now()?.outlookProblem]).toEqual([undefined, undefined]);
  expect(hints).toHaveLength(1);
});

test('whoever leads a meeting may settle it; others may not, and nobody at an old version', async () => {
  const { call, at } = rig();
  expect((await call('takeOver', outsider, at)).status).toBe(403);
  expect((await call('putBack', outsider, at)).status).toBe(403);
  expect((await call('takeOver', office, { ...at, version: '"old"' })).status).toBe(412);
  expect((await call('takeOver', lead, at)).status).toBe(200);
  expect((await call('takeOver', lead, at)).status).toBe(412);
});

test('what is put back stays as it was here, and what is gone from Outlook is made anew', async () => {
  const back = rig();
  expect((await back.call('putBack', office, back.at)).status).toBe(200);
  expect(back.now()).toMatchObject({ date: '2027-01-14', outlook: 'waiting', generation: 1, eventId: 'event-1' });
  expect(back.now()?.seen).toBeUndefined();
  const gone = rig({ seen: undefined, eventId: undefined });
  await gone.call('putBack', office, gone.at);
  expect(gone.now()).toMatchObject({ outlook: 'waiting', wanted: 'event', generation: 2 });
});

test('a meeting that is gone from Outlook is cancelled when that is taken over', async () => {
  const { call, now, at } = rig({ seen: undefined, eventId: undefined });
  await call('takeOver', office, at);
  expect(now()).toMatchObject({ outlook: 'waiting', wanted: 'nothing' });
});

test('nothing is settled where Outlook holds what stands here', async () => {
  const { call, at } = rig({ outlook: 'sent', seen: undefined });
  expect([(await call('takeOver', office, at)).status, (await call('putBack', office, at)).status]).toEqual([409, 409]);
});

test('whom the invitation was forwarded to becomes a substitute of the own academy, and who was taken off is out', async () => {
  const { call, now, at, ports } = rig({
    seen: undefined,
    seenGuests: [
      { name: 'Per Pine', email: 'per.pine@trust.example', change: 'added', answer: 'accepted' },
      { name: 'Cleo Cedar', email: 'cleo.cedar@trust.example', change: 'taken off' },
    ],
  });
  ports.people.byEmail = async () =>
    new Map([['per.pine@trust.example', { id: outsider.id, name: outsider.name, email: 'per.pine@trust.example' }]]);
  expect((await call('takeOver', lead, at)).status).toBe(200);
  expect(now()?.members).toEqual([
    { academy: host, who: head, email: 'ben.beech@trust.example' },
    { academy: '900003', who: outsider, email: 'per.pine@trust.example', part: 'substitute' },
  ]);
});

test('somebody whom nobody knows is not taken over as a substitute', async () => {
  const { call, at } = rig({
    seenGuests: [{ name: 'A Stranger', email: 'stranger@elsewhere.example', change: 'added' }],
  });
  const answered = await call('takeOver', office, at);
  expect([answered.status, answered.body.detail]).toEqual([409, expect.stringContaining('A Stranger')]);
});

const cycleKey = 'review-2026-27.2.900001';

async function cycle() {
  const api = service();
  const published = await api.call('publishTriad', office, {
    year: '2026/27',
    round: 2,
    name: 'North',
    academies: [host, '900002', '900003'],
    startOn: '2026-11-23',
    apply: true,
  });
  expect(published.status).toBe(200);
  const stageOf = (step: Stage['step']) =>
    api.ports.all(stage).find(({ record }) => record.review === cycleKey && record.step === step);
  const theReview = () => api.ports.all(review).find(({ key }) => key === cycleKey);
  return { ...api, stageOf, theReview };
}

const schoolWeek = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

test('a visit that was moved in Outlook is taken over by the rules of the cycle, feedback with it', async () => {
  const { call, ports, theReview, stageOf } = await cycle();
  const before = theReview();
  if (before === undefined) throw new Error('The review was published.');
  const day = schoolWeek(before.record.visitOn, 1);
  const changed = ports.put(review, cycleKey, {
    ...before.record,
    outlook: 'changed in Outlook',
    eventId: 'e',
    seen: [{ date: day, from: '10:00', until: '12:00' }],
  });
  const at = { kind: 'review', key: cycleKey, version: changed.version };
  expect((await call('takeOver', outsider, at)).status).toBe(403);
  const shown = await call('reviewCycle', lead, { key: cycleKey });
  expect(shown.body.stages.find((one: { step: string }) => one.step === 'visit').changed).toEqual({
    seen: [{ date: day, from: '10:00', until: '12:00' }],
    gone: false,
  });
  const taken = await call('takeOver', head, at);
  expect([taken.status, taken.body.detail]).toEqual([200, undefined]);
  expect(theReview()?.record).toMatchObject({
    visitOn: day,
    visitFrom: '10:00',
    visitUntil: '12:00',
    outlook: 'waiting',
  });
  expect(stageOf('feedback')?.record.on).toBe(day);
});

test('a stage that was moved in Outlook to where it cannot be is refused, and can be put back', async () => {
  const { call, ports, stageOf } = await cycle();
  const before = stageOf('workshop');
  if (before === undefined) throw new Error('The workshop was published.');
  const changed = ports.put(stage, before.key, {
    ...before.record,
    outlook: 'changed in Outlook',
    eventId: 'e',
    seen: [{ date: '2026-11-28', from: '10:00', until: '12:00' }],
  });
  const at = { kind: 'stage', key: before.key, version: changed.version };
  expect((await call('takeOver', lead, at)).status).toBe(400);
  expect((await call('putBack', lead, at)).status).toBe(200);
  expect(stageOf('workshop')?.record).toMatchObject({ on: before.record.on, outlook: 'waiting' });
});

test('who takes part in a review is not changed through Outlook: it asks', async () => {
  const { call, ports, theReview } = await cycle();
  const before = theReview();
  if (before === undefined) throw new Error('The review was published.');
  const changed = ports.put(review, cycleKey, {
    ...before.record,
    outlook: 'changed in Outlook',
    eventId: 'e',
    seenGuests: [{ name: 'Per Pine', email: 'per.pine@trust.example', change: 'added' }],
  });
  const at = { kind: 'review', key: cycleKey, version: changed.version };
  expect((await call('takeOver', office, at)).status).toBe(409);
  const waiting = await call('waiting', head, {});
  expect(waiting.body.items).toContainEqual(
    expect.objectContaining({ what: 'changed in Outlook', kind: 'review', key: cycleKey }),
  );
  expect((await call('waiting', outsider, {})).body.items).not.toContainEqual(
    expect.objectContaining({ what: 'changed in Outlook' }),
  );
});

test('an action follows with its day, for those who may change it; behind the wall it is not there', async () => {
  const api = service();
  const put = api.ports.put(action, 'a', {
    ...validAction,
    host,
    owner: head,
    supporters: [lead],
    state: 'agreed',
    wanted: 'event',
    generation: 0,
    outlook: 'changed in Outlook',
    eventId: 'e',
    seen: [{ date: '2027-02-03', from: '09:00', until: '09:15' }],
  });
  const at = { kind: 'action', key: 'a', version: put.version };
  expect((await api.call('takeOver', hr, at)).status).toBe(403);
  expect((await api.call('takeOver', office, at)).status).toBe(404);
  expect((await api.call('takeOver', head, at)).status).toBe(200);
  expect(api.ports.all(action)[0]?.record).toMatchObject({ dueOn: '2027-02-03', outlook: 'waiting' });
});

test('the exceptions of the trust office are what Outlook refused and what it holds otherwise', async () => {
  const { call, ports } = rig();
  ports.put(meeting, 'failed', waitingMeeting({ outlook: 'failed', lead, date: '2027-01-28' }));
  ports.put(meeting, 'long ago', waitingMeeting({ ...changedMeeting, date: '2026-09-10' }));
  const items = (await call('waiting', office, {})).body.items.map((one: { what: string; key: string }) => [
    one.what,
    one.key,
  ]);
  expect(items.sort()).toEqual([
    ['changed in Outlook', 'm'],
    ['meeting failed', 'failed'],
  ]);
});
