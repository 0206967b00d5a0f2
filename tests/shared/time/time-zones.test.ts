import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { buildSync } from 'esbuild';

/** What our code says of days and times, as a program of its own: the zone of a process is set when it starts. */
const program = `
  import { calendarOfEvents } from './shared/imports/calendar/read-events';
  import { calendarFile } from './shared/documents/ics';
  import { inLondon, britishMoment } from './shared/time/british-date';
  import { addDays, eachDay, weekdayOf } from './shared/time/calendar-date';
  import { londonInstant } from './shared/time/london-instant';
  import { londonToUtc, utcToLondon } from './shared/time/london';
  import { daysOf } from './shared/imports/calendar/check-calendar';
  import { inLondonFrom } from './shared/time/london';
  const times = ['00:30', '00:59', '01:00', '01:30', '01:59', '02:00', '09:00'];
  const days = ['2026-10-24', '2026-10-25', '2026-10-26', '2027-03-27', '2027-03-28', '2027-03-29'];
  const ics = ['BEGIN:VCALENDAR',
    ...days.flatMap((day) => ['DTSTART:' + day.replaceAll('-', '') + 'T013000', 'DTSTART:' + day.replaceAll('-', '') + 'T233000Z', 'DTSTART;VALUE=DATE:' + day.replaceAll('-', '')]
      .flatMap((start) => ['BEGIN:VEVENT', 'SUMMARY:INSET', start, 'END:VEVENT'])),
    'BEGIN:VEVENT', 'SUMMARY:Twilight INSET', 'DTSTART:20261019T160000', 'DTEND:20261019T173000', 'RRULE:FREQ=WEEKLY;COUNT=3', 'END:VEVENT',
    'END:VCALENDAR'].join('\\r\\n');
  const year = '2026/27';
  console.log(JSON.stringify({
    walls: days.flatMap((day) => times.map((time) => [day, time, londonToUtc(day, time), londonInstant(day, time) ?? null])),
    from: days.map((day) => inLondonFrom(day, '02:30', 'Europe/Paris')),
    back: days.map((day) => [utcToLondon(day + 'T00:30:00Z'), inLondon(day + 'T23:30:00Z'), britishMoment(day + 'T12:00:00Z')]),
    days: eachDay('2026-10-23', '2026-10-27').map((day) => [day, weekdayOf(day), addDays(day, 160)]),
    read: calendarOfEvents(ics, { year, answers: {} }),
    written: calendarFile('x', days.map((date) => ({ key: date, date, from: '15:45', until: '17:00', summary: 's', place: 'p', description: '', changedAt: '2026-11-23T09:00:00Z', tentative: true }))),
    counted: daysOf({ urn: '', localAuthority: 'Northmoor' }, year, { closures: [], schoolYears: [{ year, scope: 'Northmoor', halfTerms: [{ name: 'Autumn 1', from: '2026-10-19', until: '2026-10-30' }, { name: 'Spring 2', from: '2027-03-22', until: '2027-04-02' }] }] }),
  }));
`;

const root = path.resolve(__dirname, '../../..');
const [bundled] = buildSync({
  stdin: { contents: program, resolveDir: root, loader: 'ts' },
  bundle: true,
  write: false,
  platform: 'node',
  absWorkingDir: root,
}).outputFiles;

function inZone(zone: string) {
  const told = execFileSync(process.execPath, ['-'], {
    input: bundled?.text ?? '',
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });
  return JSON.parse(told);
}

const inUtc = inZone('UTC');

test.each(['Europe/London', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Kolkata', 'Pacific/Pago_Pago'])(
  'a server in %s says the same of days, clock changes and calendars as one in UTC',
  (zone) => expect(inZone(zone)).toEqual(inUtc),
);

test('both clock changes are told, and nobody chooses for anybody', () => {
  const sentenceAt = (day: string, time: string) =>
    inUtc.walls.find((one: readonly string[]) => one[0] === day && one[1] === time)[2].problem?.sentence;
  expect(sentenceAt('2026-10-25', '01:00')).toContain('01:00 comes twice on 25 October 2026');
  expect(sentenceAt('2026-10-25', '01:59')).toContain('comes twice');
  expect(sentenceAt('2026-10-25', '02:00')).toBeUndefined();
  expect(sentenceAt('2027-03-28', '01:00')).toContain('01:00 does not exist on 28 March 2027');
  expect(sentenceAt('2027-03-28', '00:59')).toBeUndefined();
  expect(sentenceAt('2026-10-26', '01:30')).toBeUndefined();
});

test('a weekly meeting keeps its time of day over both changes, and its file says so in UTC', () => {
  const { entries } = inUtc.read.value;
  expect(entries.slice(-3).map(({ from }: { readonly from: string }) => from)).toEqual([
    '2026-10-19',
    '2026-10-26',
    '2026-11-02',
  ]);
  expect(inUtc.written.value).toContain('DTSTART:20261024T144500Z');
  expect(inUtc.written.value).toContain('DTSTART:20261026T154500Z');
  expect(inUtc.written.value).toContain('DTSTART:20270327T154500Z');
  expect(inUtc.written.value).toContain('DTSTART:20270329T144500Z');
  expect(inUtc.counted).toEqual({ pupils: 18, inset: 0 });
});
