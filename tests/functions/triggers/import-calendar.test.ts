import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readCalendar } from '../../../functions/imports/read-calendar';
import type { CalendarEntry } from '../../../shared/imports/calendar/entry';
import { academy } from '../../../shared/records/academy';
import { closure } from '../../../shared/records/closure';
import { schoolYear } from '../../../shared/records/school-year';
import { allDay, ics } from '../../shared/imports/calendar/calendars';
import { lead, office, service } from '../service';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const year = '2026/27';

/** A year of an authority with a two-week autumn half-term, of 195 days. */
const holidays = [
  '01/09/2026,02/09/2026,holiday,Summer holidays',
  '19/10/2026,30/10/2026,holiday,Autumn half-term',
  '19/12/2026,03/01/2027,holiday,Christmas',
  '15/02/2027,19/02/2027,holiday,February half-term',
  '26/03/2027,09/04/2027,holiday,Easter',
  '31/05/2027,04/06/2027,holiday,May half-term',
  '24/07/2027,31/08/2027,holiday,Summer holidays',
];
const inset = ['03/09/2026', '04/01/2027', '12/02/2027', '28/05/2027', '23/07/2027'].map((day) => `${day},,INSET,`);
const csv = (...lines: readonly string[]) => base64(['start,end,kind,label', ...lines].join('\r\n'));

function authorityOf(ports: ReturnType<typeof service>['ports']): string {
  return (ports.all(academy)[0] as { record: { localAuthority: string } }).record.localAuthority;
}

async function look(file: string, scope: string, { call }: ReturnType<typeof service>) {
  const read = await call('readCalendar', office, { file, year, answers: {} });
  const entries: readonly CalendarEntry[] = read.body.entries;
  const looked = await call('importCalendar', office, { year, scope, entries, remove: false, apply: false });
  return { read: read.body, entries, looked: looked.body };
}

test("an authority's year is read, looked at, kept, and the same calendar again changes nothing", async () => {
  const rig = service();
  const scope = authorityOf(rig.ports);
  const before = rig.ports.all(closure).length;
  const { entries, looked } = await look(csv(...holidays, ...inset), scope.toUpperCase(), rig);
  expect(looked.halfTerms[0].scope).toBe(scope);
  expect(looked.halfTerms[0].halfTerms).toEqual([
    { name: 'Autumn 1', from: '2026-09-03', until: '2026-10-16' },
    { name: 'Autumn 2', from: '2026-11-02', until: '2026-12-18' },
    { name: 'Spring 1', from: '2027-01-04', until: '2027-02-12' },
    { name: 'Spring 2', from: '2027-02-22', until: '2027-03-25' },
    { name: 'Summer 1', from: '2027-04-12', until: '2027-05-28' },
    { name: 'Summer 2', from: '2027-06-07', until: '2027-07-23' },
  ]);
  expect(looked.warnings).toEqual([expect.stringMatching(/^The year has \d+ days for pupils and 5 INSET days/)]);
  expect(rig.ports.all(closure)).toHaveLength(before);
  const given = { year, scope, entries, remove: false };
  const kept = await rig.call('importCalendar', office, { ...given, apply: true });
  expect(kept.body).toMatchObject({ applied: true, changed: [], refused: [] });
  const again = await rig.call('importCalendar', office, { ...given, apply: true });
  expect(again.body).toMatchObject({ added: [], changed: [], same: 13, dropped: [] });
  expect(rig.ports.all(schoolYear).filter(({ record }) => (record as { scope: string }).scope === scope)).toHaveLength(
    1,
  );
});

test('a moved INSET day shows the old one, and takes it away where that is asked for', async () => {
  const rig = service();
  const scope = authorityOf(rig.ports);
  const first = await look(csv(...holidays, ...inset), scope, rig);
  await rig.call('importCalendar', office, { year, scope, entries: first.entries, remove: false, apply: true });
  const moved = await look(csv(...holidays, ...inset.slice(0, 4), '22/07/2027,,INSET,'), scope, rig);
  expect(moved.looked.dropped).toEqual([{ label: 'INSET', scope, from: '2027-07-23', until: '2027-07-23' }]);
  await rig.call('importCalendar', office, { year, scope, entries: moved.entries, remove: true, apply: true });
  const days = rig.ports.all(closure).map(({ record }) => (record as { from: string }).from);
  expect(days).toContain('2027-07-22');
  expect(days).not.toContain('2027-07-23');
});

test('INSET days alone, for one academy, leave its half-terms as they are', async () => {
  const rig = service();
  const { looked } = await look(csv('2026-11-27,,INSET,Training'), '900001', rig);
  expect(looked).toMatchObject({ halfTerms: [], added: ['Training (900001)'], dropped: [] });
});

test('lines that say whom they concern go there, as the academies spell it; those of nobody are left out with the line', async () => {
  const rig = service();
  const authority = authorityOf(rig.ports);
  const day = '2027-05-04,2027-05-04,INSET,Training';
  const file = base64(
    `scope,from,until,what,label\n${authority.toUpperCase()},${day}\nAtlantis,${day}\nWhole trust,${day}\n,${day}\n`,
  );
  const { entries, looked } = await look(file, '900001', rig);
  expect(looked.added).toEqual([`Training (${authority})`, 'Training (trust)', 'Training (900001)']);
  expect(looked.refused).toMatchObject([
    { line: 3, sentence: expect.stringContaining('"Atlantis" is nobody we know. Write trust, ') },
  ]);
  const given = { year, scope: '900001', entries, remove: false, apply: true };
  await rig.call('importCalendar', office, given);
  expect((await rig.call('importCalendar', office, given)).body).toMatchObject({ added: [], same: 3 });
});

test.each([
  ['31/11/2026,,INSET,', '"31/11/2026" is not a date'],
  ['23/11/2026,22/11/2026,INSET,', 'The last day is before the first.'],
  ['19/10/2025,,INSET,', 'outside the school year 2026/27'],
])('the line %s is left out with its number and a sentence', async (line, told) => {
  const { read } = await look(csv('23/11/2026,,INSET,', line), 'trust', service());
  expect(read.refused).toEqual([{ line: 3, sentence: expect.stringContaining(told) }]);
  expect(read.entries).toHaveLength(1);
});

test('what is doubtful must be decided before anything is kept', async () => {
  const rig = service();
  const file = base64(ics(['SUMMARY:INSET', 'DTSTART:20270328T013000'], allDay('INSET', '2027-01-04', '2027-01-05')));
  const { entries, read } = await look(file, 'trust', rig);
  expect(read.entries[0]).toMatchObject({ ask: expect.stringContaining('does not exist on 28 March 2027') });
  const given = { year, scope: 'trust', remove: false, apply: true };
  expect((await rig.call('importCalendar', office, { ...given, entries })).body.detail).toContain(
    'say first what it is',
  );
  const decided = entries.map((one) => ({ ...one, what: one.what ?? 'leave out' }));
  expect((await rig.call('importCalendar', office, { ...given, entries: decided })).body.added).toEqual([
    'INSET (trust)',
  ]);
});

test.each([
  ['11/23/2026,,INSET,', '11/23/2026, which is a date in American order only'],
  ['03/04/2027,,INSET,', 'no date in this file shows whether the day or the month comes first'],
])('the order of dates is asked about: %s', async (line, sentence) => {
  const rig = service();
  const file = csv(line);
  const asked = (await rig.call('readCalendar', office, { file, year, answers: {} })).body;
  expect(asked).toMatchObject({
    entries: [],
    questions: [{ about: 'order', sentence: expect.stringContaining(sentence) }],
  });
  const read = async (order: string) =>
    (await rig.call('readCalendar', office, { file, year, answers: { order } })).body.entries[0]?.from;
  expect(await read('month/day')).toBe(line.startsWith('11') ? '2026-11-23' : '2027-03-04');
  expect(await read('day/month')).toBe(line.startsWith('11') ? undefined : '2027-04-03');
});

test('a day beyond the twelfth shows the order of the whole file, and nobody is asked', async () => {
  const rig = service();
  const { read } = await look(csv('03/04/2027,,INSET,', '23/11/2026,,INSET,'), 'trust', rig);
  expect(read.entries.map(({ from }: CalendarEntry) => from)).toEqual(['2027-04-03', '2026-11-23']);
});

test('calendars in Windows-1252 and in UTF-8 with a mark are read alike', async () => {
  const rig = service();
  const text = 'start,kind,label\n2026-11-27,INSET,Café “Ösch”';
  const latin = Buffer.from([...text].map((one) => ({ '“': 0x93, '”': 0x94 })[one] ?? one.charCodeAt(0)));
  for (const file of [latin.toString('base64'), base64(`\ufeff${text}`)])
    expect((await look(file, 'trust', rig)).entries[0]?.label).toBe('Café “Ösch”');
});

test('whatever size comes in at another door, a file of 20 MB is not read', () => {
  const bytes = new Uint8Array(20 * 1024 * 1024).fill(0x20);
  const began = performance.now();
  expect(readCalendar(bytes, { year, answers: {} })).toMatchObject({ problem: { code: 'too-large' } });
  expect(performance.now() - began).toBeLessThan(500);
});

test.each([
  ['a year that is none', { year: '2026' }, 'no school year'],
  ['a file that is neither ICS nor a table', { file: base64('just words') }, 'header'],
])('%s is refused with a sentence', async (_what, given, sentence) => {
  const { call } = service();
  const input = { file: csv(...holidays), year, answers: {}, ...given };
  expect(await call('readCalendar', office, input)).toMatchObject({
    status: 400,
    body: { detail: expect.stringContaining(sentence) },
  });
});

test('a scope that nobody has, a principal, and a file of 20 MB are refused', async () => {
  const { call } = service();
  const given = { year, scope: 'Atlantis', entries: [], remove: false, apply: false };
  expect((await call('importCalendar', office, given)).body.detail).toContain('"Atlantis" is nobody we know');
  expect((await call('importCalendar', lead, { ...given, scope: 'trust' })).status).toBe(403);
  const large = Buffer.alloc(20 * 1024 * 1024, 'x').toString('base64');
  const answer = await call('readCalendar', office, { file: large, year, answers: {} });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(JSON.stringify(answer.body)).toMatch(/larger than \d+ MB/);
});

test('bank holidays beyond the built-in ones become closed days of the trust, once', async () => {
  const { call, ports } = service();
  const events = [
    { title: 'Early May bank holiday', date: '2027-05-03' },
    { title: 'Easter Monday', date: '2029-04-02' },
  ];
  const file = base64(JSON.stringify({ 'england-and-wales': { division: 'england-and-wales', events } }));
  const before = ports.all(closure).length;
  expect((await call('importBankHolidays', office, { file, apply: true })).body.added).toEqual([
    'Easter Monday (trust)',
  ]);
  expect((await call('importBankHolidays', office, { file, apply: true })).body).toMatchObject({ added: [], same: 1 });
  expect(ports.all(closure)).toHaveLength(before + 1);
  expect((await call('importBankHolidays', office, { file: base64('{}'), apply: true })).body.detail).toContain(
    'not bank-holidays.json',
  );
});

const data = path.join(__dirname, '../../../../shared/data');
const sheffield = path.join(data, 'sheffield_term_dates.json');
interface RealYear {
  readonly name: string;
  readonly school_holidays: readonly { readonly start: string; readonly end: string; readonly label: string }[];
}
(existsSync(sheffield) ? test : test.skip)(
  "Sheffield's real year comes to 195 days, and the unmarked INSET days are asked for (skips where its file is not here)",
  async () => {
    const rig = service();
    const real: { academic_years: readonly RealYear[] } = JSON.parse(readFileSync(sheffield, 'utf8'));
    const lines = real.academic_years
      .filter(({ name }) => name === '2026-27')
      .flatMap((one) => one.school_holidays.map(({ start, end, label }) => `${start},${end},holiday,${label}`));
    const { looked } = await look(
      csv(...lines, '2027-08-01,2027-08-31,holiday,Summer holiday'),
      authorityOf(rig.ports),
      rig,
    );
    expect(looked.halfTerms[0].halfTerms).toHaveLength(6);
    expect(looked.warnings).toEqual([expect.stringContaining('195 days, of which none is marked as INSET')]);
  },
);

(existsSync(sheffield) ? test : test.skip)(
  "beside another authority's, with INSET days marked, Sheffield's real year comes to 190 and five, each with its own half-terms (skips where its file is not here)",
  async () => {
    const rig = service();
    rig.ports.put(academy, 'academy-900004', { urn: '900004', name: 'Hillside', localAuthority: 'Sheffield' });
    const first = await look(csv(...holidays, ...inset), authorityOf(rig.ports), rig);
    const keep = { year, remove: false, apply: true };
    await rig.call('importCalendar', office, { ...keep, scope: authorityOf(rig.ports), entries: first.entries });
    const real: { academic_years: readonly RealYear[] } = JSON.parse(readFileSync(sheffield, 'utf8'));
    const lines = real.academic_years
      .filter(({ name }) => name === '2026-27')
      .flatMap((one) => one.school_holidays.map(({ start, end, label }) => `${start},${end},holiday,${label}`));
    const days = ['2026-09-02', '2026-11-27', '2027-01-08', '2027-02-26', '2027-06-25'];
    const file = csv(
      ...lines,
      '2027-08-01,2027-08-31,holiday,Summer holiday',
      ...days.map((day) => `${day},,INSET,Training`),
    );
    const { entries, looked } = await look(file, 'sheffield', rig);
    expect(looked.warnings).toEqual([]);
    expect(looked.dropped).toEqual([]);
    await rig.call('importCalendar', office, { ...keep, scope: 'Sheffield', entries });
    const kept = rig.ports
      .all(schoolYear)
      .map(({ record }) => record as { scope: string; halfTerms: readonly { until: string }[] })
      .map(({ scope, halfTerms }) => [scope, halfTerms[0]?.until]);
    expect(Object.fromEntries(kept)).toEqual({ [authorityOf(rig.ports)]: '2026-10-16', Sheffield: '2026-10-23' });
  },
);

(existsSync(path.join(data, 'bank-holidays.json')) ? test : test.skip)(
  "GOV.UK's real file adds nothing to what is built in (skips where it is not here)",
  async () => {
    const { call } = service();
    const file = readFileSync(path.join(data, 'bank-holidays.json')).toString('base64');
    expect((await call('importBankHolidays', office, { file, apply: false })).body).toMatchObject({
      added: [],
      refused: [],
    });
  },
);
