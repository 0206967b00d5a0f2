import { type Published, stampOf } from '../../../functions/reconcile/published';
import { digestOf, type Surroundings, wantedEvent } from '../../../functions/reconcile/wanted-event';
import type { Action } from '../../../shared/records/action';
import { datedSteps, type Stage } from '../../../shared/records/stage';
import { ada, ben, cleo, validReview } from '../../make';
import { waitingMeeting } from './published-records';

const around: Surroundings = {
  publicOrigin: 'https://our.example',
  accounts: new Map(
    [ada, ben, cleo].map((one) => [one.id, { ...one, email: `${one.name.replace(' ', '.')}@Trust.example` }]),
  ),
  academyNames: new Map([['900001', 'Ash Academy']]),
};
const kept = { key: 'key-1', version: '"a,1"', actor: ada, at: '2026-11-23T12:00:00Z' } as const;

test('a meeting invites its members and its lead, each once, with purpose, place and link', () => {
  const record = waitingMeeting({
    host: '900001',
    agenda: 'Dyslexia',
    purpose: 'Plan what we do for dyslexic pupils',
    bring: 'One piece of writing',
    members: [...waitingMeeting().members, { who: ben, email: 'ben.beech@trust.example' }],
  });
  expect(wantedEvent({ kind: 'meeting', stored: { ...kept, record } }, around)).toEqual({
    subject: 'SENCo network',
    paragraphs: [
      'SENCo network: colleagues from all our academies meet, led by Ada Alder.',
      'What it is for: Plan what we do for dyslexic pupils',
      'Ash Academy is our host.',
      'Where: Beech Academy',
      'Please bring: One piece of writing',
      'Agenda:\nDyslexia',
      'If you cannot come, please send somebody from your academy, so that every academy is represented.',
    ],
    link: 'https://our.example/open/meeting/key-1',
    date: '2027-01-14',
    from: '15:45',
    until: '16:45',
    place: 'Beech Academy',
    invited: [
      { name: 'Ben Beech', email: 'ben.beech@trust.example' },
      { name: 'Cleo Cedar', email: 'cleo.cedar@trust.example' },
      { name: 'Ada Alder', email: 'ada.alder@trust.example' },
    ],
    confidential: false,
  });
});

test('a confidential meeting says only that there is one, to its guests alone', () => {
  const record = waitingMeeting({ confidential: true, purpose: 'Restructuring', agenda: 'Names', bring: 'Your diary' });
  const wanted = wantedEvent({ kind: 'meeting', stored: { ...kept, record } }, around);
  expect(wanted).toMatchObject({ subject: 'Our Academies meeting', confidential: true });
  expect(wanted.paragraphs).toContain('Please bring: Your diary');
  expect(JSON.stringify([wanted.subject, wanted.paragraphs])).not.toMatch(/SENCo|Restructuring|Names|Alder/);
});

test('a meeting in Teams says where its link is, and its digest is another one', () => {
  const said = (more: Partial<ReturnType<typeof waitingMeeting>>) =>
    wantedEvent({ kind: 'meeting', stored: { ...kept, record: waitingMeeting(more) } }, around);
  expect(said({ teams: true })).toMatchObject({ teams: true });
  expect(said({ teams: true }).paragraphs).toContain('We meet in Teams: the link is in this invitation.');
  expect(said({}).teams).toBeUndefined();
  expect(said({ teams: false })).toEqual(said({}));
});

test('a visit and a follow-up say nothing that a delegate or a room should not see', () => {
  const secrets = ['Reading in Key Stage 2', 'Phonics', 'Peer review', 'peer review', 'finding'];
  const review: Published = { kind: 'review', stored: { ...kept, record: { ...validReview, focus: 'Phonics' } } };
  const record: Action = {
    review: 'review-1',
    host: '900001',
    what: 'Reading in Key Stage 2',
    owner: ben,
    supporters: [ada, cleo],
    dueOn: '2027-02-01',
    state: 'agreed',
    wanted: 'event',
    generation: 1,
    outlook: 'waiting',
  };
  const action: Published = { kind: 'action', stored: { ...kept, record } };
  for (const published of [review, action]) {
    const { link, ...said } = wantedEvent(published, around);
    expect(link).toBe(`https://our.example/open/${published.kind}/key-1`);
    expect(secrets.filter((secret) => JSON.stringify(said).includes(secret))).toEqual([]);
  }
  expect(wantedEvent(action, around)).toMatchObject({ confidential: true, date: '2027-02-01', invited: { length: 3 } });
  expect(wantedEvent(review, around)).toMatchObject({ confidential: false, place: 'Ash Academy', date: '2026-11-16' });
});

test('each stage has an event of its own under the link of its review, and says nothing of what it is about', () => {
  const record: Stage = {
    year: '2026/27',
    review: 'review-1',
    host: '900001',
    step: 'workshop',
    owner: cleo,
    people: [ben, cleo],
    on: '2027-01-12',
    from: '15:45',
    until: '17:00',
    state: 'open',
    wanted: 'event',
    generation: 2,
    outlook: 'waiting',
  };
  const published: Published = { kind: 'stage', stored: { ...kept, key: 'review-1.workshop', record } };
  expect(stampOf(published)).toBe('stage:review-1.workshop:2');
  expect(wantedEvent(published, around)).toMatchObject({
    subject: 'Our Academies workshop',
    link: 'https://our.example/open/review/review-1',
    date: '2027-01-12',
    from: '15:45',
    place: 'Ash Academy',
    invited: [{ name: 'Cleo Cedar' }, { name: 'Ben Beech' }],
  });
  const said = datedSteps.map((step) =>
    wantedEvent({ kind: 'stage', stored: { ...published.stored, record: { ...record, step } } }, around),
  );
  expect(JSON.stringify(said.map(({ subject, paragraphs }) => [subject, paragraphs]))).not.toMatch(/review|finding/i);
  // Handing over has no time of its own: a quarter of an hour before school.
  const { from: _from, until: _until, ...allDay } = record;
  expect(wantedEvent({ kind: 'stage', stored: { ...published.stored, record: allDay } }, around)).toMatchObject({
    from: '08:15',
    until: '08:30',
  });
});

test('the digest changes with everything that is said, and not with the order of guests', () => {
  const event = wantedEvent({ kind: 'meeting', stored: { ...kept, record: waitingMeeting() } }, around);
  expect(digestOf({ ...event, invited: [...event.invited].reverse() })).toBe(digestOf(event));
  const others = [
    { subject: 'x' },
    { paragraphs: [] },
    { link: 'x' },
    { date: '2027-01-15' },
    { from: '15:46' },
    { until: '16:46' },
    { place: 'x' },
    { invited: [] },
    { confidential: true },
    { teams: true },
  ].map((change) => digestOf({ ...event, ...change }));
  expect(new Set([digestOf(event), ...others]).size).toBe(others.length + 1);
});
