import { readFileSync } from 'node:fs';
import type { Trust } from '../../../shared/records/trust';
import { ok } from '../../../shared/result';
import { axeProblems } from '../../axe';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
import { academies, answering, people, stored, trustOffice } from './trust-records';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
afterEach(() => expect(faults.splice(0)).toEqual([]));

const trust = stored<Trust>('trust', { name: 'Larkrise Learning Trust', organiserMailbox: 'meetings@trust.example' });
const names = people.map(({ record }) => record.who);
const meetings = Array.from({ length: 24 }, (_, at) => ({
  key: `meeting-${at + 1}`,
  date: `2027-0${1 + (at % 6)}-1${at % 7}`,
  from: '15:45',
  until: '17:00',
  name: at % 2 === 0 ? 'Year 2 network' : 'SENCo network',
  where: 'Millbrook Primary Academy',
  who: names.map(({ name }) => name),
  day: 'outside the school day',
  later: at === 3,
}));
const draft = {
  title: 'All academies',
  meetings,
  people: names.map((person, at) => ({
    person,
    counting: at === 0 ? ('leadership' as const) : ('counted' as const),
    withinMinutes: 0,
    outsideMinutes: 450,
    says:
      at === 0
        ? '7 h 30 outside the school day. Leadership range: directed time does not apply.'
        : '7 h 30 outside the school day, of 1,265 hours of directed time.',
  })),
  notes: [
    'The school hours of Cedar Lane Primary Academy are not known: all of a meeting is counted as outside the school day.',
  ],
};

const asked: Record<string, unknown>[] = [];
const changed: Record<string, unknown>[] = [];
const answer = answering(
  { academy: academies, person: people, trust: [trust] },
  {
    consultationDraft: (input) => {
      asked.push(input);
      const format = input['format'];
      if (input['year'] === '2027/28') return ok({ ...draft, meetings: [] });
      return ok(
        format === 'summary'
          ? draft
          : { ...draft, file: { name: `Meetings.${String(format)}`, content: btoa(`a ${String(format)} file`) } },
      );
    },
    changeRecord: (input) => {
      changed.push(input);
      return ok(trust);
    },
  },
);
beforeEach(() => {
  asked.splice(0);
  changed.splice(0);
});

test('the trust office sees the year, hands it round for Word and as a calendar, and marks it as agreed', async () => {
  const page = await stage.open({ screen: 'draftCalendar', me: trustOffice, answer, width: 500 });
  await page.getByText('24 meetings. A draft for consultation').waitFor();
  expect(await page.getByText('Later addition').count()).toBe(1);
  expect(await page.getByText('Leadership range: directed time does not apply.').isVisible()).toBe(true);
  for (const [button, format] of [
    ['Save for Word', 'docx'],
    ['Save as a calendar file', 'ics'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`Meetings.${format}`);
    expect(readFileSync(await download.path(), 'utf8')).toBe(`a ${format} file`);
  }
  await page.getByRole('button', { name: 'Mark as agreed…' }).click();
  await page.getByLabel('Agreed on').fill('10/07/2026');
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Mark as agreed', exact: true }).click();
  await page.getByRole('button', { name: 'Mark as agreed…' }).waitFor();
  expect(changed).toMatchObject([{ kind: 'trust', record: { calendarAgreedOn: '2026-07-10' } }]);
});

test('one academy or one person is chosen from a list', async () => {
  const page = await stage.open({ screen: 'draftCalendar', me: trustOffice, answer });
  await page.getByLabel('Whose calendar').selectOption('Ashdown Primary Academy');
  await page.getByText('24 meetings.').waitFor();
  expect(asked.at(-1)).toMatchObject({ scope: 'academy', of: '900002' });
  await page.getByLabel('Whose calendar').selectOption('One person');
  await page.getByText('Choose a person to see their calendar').waitFor();
  expect(await axeProblems(page)).toEqual([]);
});

test('a principal sees their academy, and may not say what was agreed', async () => {
  const { roles: _roles, ...who } = trustOffice;
  const me = { ...who, roles: ['Principal' as const], academy: { urn: '900001', name: 'Millbrook Primary Academy' } };
  const page = await stage.open({ screen: 'draftCalendar', me, answer });
  await page.getByText('24 meetings.').waitFor();
  expect(asked).toMatchObject([{ scope: 'academy', of: '900001' }]);
  expect(await page.getByText('Agreed with staff').count()).toBe(0);
});

test('a year without meetings says what will stand here', async () => {
  const page = await stage.open({ screen: 'draftCalendar', given: { year: '2027/28' }, me: trustOffice, answer });
  await page.getByText('No meetings in 2027/28 yet').waitFor();
  expect(await axeProblems(page)).toEqual([]);
});

test.each([
  [320, false],
  [320, true],
  [500, false],
])('at %i px (dark: %s) nothing scrolls sideways and axe finds nothing', async (width, dark) => {
  const page = await stage.open({ screen: 'draftCalendar', me: trustOffice, answer, width, dark });
  await page.getByText('24 meetings.').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  expect(await axeProblems(page)).toEqual([]);
  const shots = process.env['SHOTS'];
  if (shots !== undefined) {
    await page.setViewportSize({ width, height: 1800 });
    await page.screenshot({ path: `${shots}/draft-calendar-${width}-${dark ? 'dark' : 'light'}.png` });
  }
});
