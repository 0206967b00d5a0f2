import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventsOf as readIcs } from '../../../shared/imports/calendar/ics-lines';
import { calendarOfEvents } from '../../../shared/imports/calendar/read-events';
import { academy } from '../../../shared/records/academy';
import { type Meeting, meeting } from '../../../shared/records/meeting';
import { person } from '../../../shared/records/person';
import { review } from '../../../shared/records/review';
import { stage } from '../../../shared/records/stage';
import { trust } from '../../../shared/records/trust';
import { head, host, lead, office, outsider, reviewer, service } from '../service';
import { textsOf } from '../word/make-docx';

const year = '2026/27';
const base: Meeting = {
  year,
  network: 'network-year-2',
  number: 1,
  name: 'Year 2 network',
  lead: reviewer,
  date: '2027-07-01',
  from: '15:00',
  until: '16:30',
  place: 'Trust office; the long room, upstairs',
  members: [
    { academy: host, who: head, email: 'ben.beech@trust.example' },
    { academy: host, who: outsider, email: 'per.pine@trust.example', part: 'member' },
  ],
  wanted: 'nothing',
  generation: 0,
  outlook: 'draft',
};

function withMeetings(...more: readonly Partial<Meeting>[]) {
  const rig = service();
  for (const [at, one] of more.entries())
    rig.ports.put(meeting, `meeting-${at + 1}`, { ...base, number: at + 1, ...one });
  const known = rig.ports.all(academy).find(({ record }) => (record as { urn: string }).urn === host);
  rig.ports.put(academy, `academy-${host}`, {
    ...(known?.record as object),
    dayFrom: '08:45',
    dayUntil: '15:30',
  } as never);
  rig.ports.put(person, `person-${outsider.id}`, {
    who: outsider,
    email: 'per.pine@trust.example',
    academy: host,
    post: 'Teacher',
    level: 'Teacher',
    fullTimePercent: 60,
    active: true,
  });
  return rig;
}

const ask = (format: string, scope = 'academy', of = host) => ({ year, scope, of, format });

test('an academy sees its meetings, within and outside the school day, against pro rata directed time', async () => {
  const { call } = withMeetings({}, { date: '2027-05-04', name: 'Heads', members: [] }, { outlook: 'cancelled' });
  const { body } = await call('consultationDraft', office, ask('summary'));
  expect(body.meetings).toMatchObject([
    { name: 'Year 2 network', date: '2027-07-01', day: 'partly within the school day', later: false },
  ]);
  expect(body.meetings[0].who).toEqual([head.name, outsider.name]);
  expect(body.people.map(({ says }: { says: string }) => says)).toEqual([
    '1 h outside the school day; released from school for 0 h 30. Leadership range: directed time does not apply.',
    '1 h outside the school day, of 759 hours of directed time; released from school for 0 h 30.',
  ]);
});

test('where school hours are not known, all is counted and that is said', async () => {
  const rig = withMeetings({});
  const { record } = rig.ports.all(academy).find((one) => one.key === `academy-${host}`) ?? { record: {} };
  const { dayFrom: _from, dayUntil: _until, ...rest } = record as Record<string, unknown>;
  rig.ports.put(academy, `academy-${host}`, rest as never);
  const { body } = await rig.call('consultationDraft', office, ask('summary', 'person', outsider.id));
  expect(body.people).toMatchObject([{ withinMinutes: 0, outsideMinutes: 90, allowedHours: 759 }]);
  expect(body.notes[0]).toContain('are not known: all of a meeting is counted as outside');
});

test.each([
  ['a principal their academy', head, ask('summary'), 200],
  ['another principal', lead, ask('summary'), 403],
  ['a member of staff themselves', outsider, ask('summary', 'person', outsider.id), 200],
  ['a member of staff the academy', outsider, ask('summary'), 403],
  ['a principal somebody else', lead, ask('summary', 'person', outsider.id), 403],
  ['a principal the whole trust', lead, ask('summary', 'trust'), 403],
  ['the trust office the whole trust', office, ask('summary', 'trust'), 200],
  ['an academy that is not ours', office, ask('summary', 'academy', '999999'), 404],
  ['a year that is none', office, { ...ask('summary'), year: '2026' }, 400],
])('%s: %#', async (_what, who, input, status) => {
  const { call } = withMeetings({});
  expect((await call('consultationDraft', who, input)).status).toBe(status);
});

test('what was added after the calendar was agreed is marked', async () => {
  const rig = withMeetings({});
  const [known] = rig.ports.all(trust);
  rig.ports.put(trust, known?.key ?? 'trust', {
    ...(known?.record as object),
    calendarAgreedOn: '2026-07-10',
  } as never);
  const { body } = await rig.call('consultationDraft', office, ask('summary'));
  expect(body).toMatchObject({ agreedOn: '2026-07-10', meetings: [{ later: true }] });
  expect(body.notes).toContain('Later additions were not in the calendar as it was agreed with staff.');
});

test('the calendar file keeps its identity, says UTC, escapes, folds, and can be read again', async () => {
  const { call } = withMeetings(
    { purpose: `Moderation of writing, with ${'é'.repeat(60)}\nand more` },
    { date: '2026-12-02', from: '09:00', until: '10:00', confidential: true, purpose: 'secret' },
  );
  const { body } = await call('consultationDraft', office, ask('ics'));
  expect(body.file.name).toMatch(/^Meetings - .* - 2026-27\.ics$/);
  const text = Buffer.from(body.file.content, 'base64').toString('utf8');
  expect(text).toContain('METHOD:PUBLISH\r\n');
  expect(text).toContain('UID:meeting-1@our-academies\r\n');
  // British Summer Time in July, GMT in December.
  expect(text).toContain('DTSTART:20270701T140000Z\r\nDTEND:20270701T153000Z\r\n');
  expect(text).toContain('DTSTART:20261202T090000Z');
  expect(text).toContain('LOCATION:Trust office\\; the long room\\, upstairs');
  expect(text).not.toContain('secret');
  expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  const events = readIcs(text);
  expect(events.ok && events.value).toHaveLength(2);
  const again = calendarOfEvents(text, { year, answers: {} });
  expect(again.ok && again.value.entries.map(({ from }) => from)).toEqual(['2026-12-02', '2027-07-01']);
  const description = events.ok ? events.value[1]?.properties.find(({ name }) => name === 'DESCRIPTION')?.value : '';
  expect(description).toContain(`${'é'.repeat(60)}\\nand more`);
});

const ofEvent = { wanted: 'event', generation: 0, outlook: 'sent' } as const;

function withReview(more: object = {}) {
  const rig = withMeetings({});
  rig.ports.put(review, 'review-1', {
    year,
    host,
    hostHead: head,
    lead,
    reviewers: [lead, reviewer],
    focus: 'A focus that stays within the triad',
    stage: 'planned',
    visitOn: '2027-01-14',
    visitFrom: '09:00',
    visitUntil: '15:00',
    sharing: 'none',
    ...ofEvent,
    ...more,
  } as never);
  for (const [step, on] of [
    ['data sharing', '2027-01-07'],
    ['record confirmed', '2027-01-21'],
    ['workshop', '2027-02-04'],
  ] as const)
    rig.ports.put(stage, `review-1.${step.replace(' ', '-')}`, {
      year,
      review: 'review-1',
      host,
      step,
      owner: head,
      people: [outsider],
      on,
      ...(step === 'workshop' ? { from: '15:30', until: '17:00' } : {}),
      state: 'open',
      ...ofEvent,
    } as never);
  return rig;
}

test('peer reviews stand in it for an academy and a person: when, where, who leads, and their hours', async () => {
  const { call } = withReview();
  const { body } = await call('consultationDraft', head, ask('summary'));
  const place = body.meetings[0].where;
  expect(body.meetings).toMatchObject([
    {
      name: 'Peer review: data sharing',
      date: '2027-01-07',
      from: '08:15',
      until: '08:30',
      who: [`Led by ${head.name}`],
    },
    { name: 'Peer review: visit', date: '2027-01-14', where: place, who: [`Led by ${lead.name}`] },
    { name: 'Peer review: workshop', date: '2027-02-04', day: 'outside the school day' },
    { name: 'Year 2 network' },
  ]);
  const own = await call('consultationDraft', outsider, ask('summary', 'person', outsider.id));
  expect(own.body.meetings.map(({ date }: { readonly date: string }) => date)).toEqual([
    '2027-01-07',
    '2027-02-04',
    '2027-07-01',
  ]);
  // A quarter of an hour, an hour and a half, and an hour of the network's.
  expect(own.body.people).toMatchObject([{ outsideMinutes: 165 }]);
  const trusts = await call('consultationDraft', office, ask('summary', 'trust'));
  expect(trusts.body.meetings).toHaveLength(1);
});

test('the files tell of a peer review no more than that, and nothing of one that is cancelled', async () => {
  const { call } = withReview();
  const ics = await call('consultationDraft', office, ask('ics'));
  const calendar = Buffer.from(ics.body.file.content, 'base64').toString('utf8');
  expect(calendar).toContain('UID:review-1@our-academies');
  expect(calendar).toContain(`DESCRIPTION:Led by ${lead.name}.`);
  const docx = await call('consultationDraft', office, ask('docx'));
  const words = textsOf(new Uint8Array(Buffer.from(docx.body.file.content, 'base64'))).join('\n');
  expect(words).toContain('Peer review: visit');
  expect(words).toContain(`Led by ${lead.name}`);
  for (const text of [calendar, words]) expect(text).not.toContain('A focus that stays');
  const cancelled = withReview({ wanted: 'nothing', outlook: 'cancelled' });
  const left = await cancelled.call('consultationDraft', office, ask('summary'));
  expect(left.body.meetings).toMatchObject([{ name: 'Year 2 network' }]);
});

test('the same draft twice is the same file', async () => {
  const { call } = withMeetings({});
  for (const format of ['ics', 'docx']) {
    const [one, other] = await Promise.all([1, 2].map(() => call('consultationDraft', office, ask(format))));
    expect(one?.body.file.content).toBe(other?.body.file.content);
  }
});

const many = Array.from({ length: 40 }, (_, at) => ({
  name: `${['Year 2', 'SENCo', 'Mathematics', 'Heads'][at % 4]} network`,
  date: `2027-0${(at % 6) + 1}-${String((at % 27) + 1).padStart(2, '0')}`,
  ...(at === 7 ? { agreement: 'agreed with the staff committee on 2 December 2026', wanted: 'event' as const } : {}),
}));

test('the Word document holds the meetings in British dates, in a table with a head on each page', async () => {
  const { call } = withMeetings(...many);
  const { body } = await call('consultationDraft', office, ask('docx'));
  const texts = textsOf(new Uint8Array(Buffer.from(body.file.content, 'base64'))).join('\n');
  expect(texts).toContain('Meetings of 2026/27');
  expect(texts).toContain('Friday 1 January 2027');
  expect(texts).toContain('Later addition, agreed with the staff committee');
});

const soffice = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find((one) => existsSync(one));
(soffice === undefined ? test.skip : test)(
  'LibreOffice prints it on several pages across (skips where LibreOffice is not here)',
  async () => {
    const { call } = withMeetings(...many);
    const { body } = await call('consultationDraft', office, ask('docx'));
    const folder = mkdtempSync(path.join(tmpdir(), 'draft-calendar-'));
    try {
      writeFileSync(path.join(folder, 'draft.docx'), Buffer.from(body.file.content, 'base64'));
      execFileSync(
        soffice ?? '',
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          path.join(folder, 'draft.docx'),
        ],
        { stdio: 'ignore' },
      );
      const text = execFileSync('pdftotext', ['-layout', path.join(folder, 'draft.pdf'), '-']).toString();
      const pages = text.split('\f').filter((page) => page.trim() !== '');
      expect(pages.length).toBeGreaterThan(2);
      expect(pages[1]).toMatch(/Date\s+Time\s+Meeting\s+Where\s+Who/);
      expect(pages[1]).toContain(`Page 2 of ${pages.length}`);
      const shots = process.env['SHOTS'];
      if (shots !== undefined) {
        mkdirSync(shots, { recursive: true });
        execFileSync('pdftoppm', ['-r', '60', '-png', path.join(folder, 'draft.pdf'), path.join(shots, 'draft')]);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  90_000,
);
