import { calendarOfEvents } from '../../../../shared/imports/calendar/read-events';
import type { CalendarRead } from '../../../../shared/imports/calendar/read-rows';
import { allDay, ics } from './calendars';

const year = '2026/27';

function read(text: string, answers: Readonly<Record<string, string>> = {}): CalendarRead {
  const result = calendarOfEvents(text, { year, answers });
  if (!result.ok) throw new Error(result.problem.sentence);
  return result.value;
}

function spans(text: string): readonly string[] {
  return read(text).entries.map(({ from, until, what }) => `${from} ${until} ${what}`);
}

test('whole days end the day before DTEND, and titles tell what they are', () => {
  expect(
    spans(
      ics(
        allDay('Autumn half term', '2026-10-26', '2026-10-31'),
        allDay('INSET day\\, pupils stay at home', '2027-01-04', '2027-01-05'),
        allDay('Autumn Term begins', '2026-09-02', '2026-09-03'),
        allDay('School breaks up for Christmas', '2026-12-18', '2026-12-19'),
        allDay('KS2 SATs week', '2027-05-10', '2027-05-14'),
        allDay('Year 4 trip to the museum', '2027-03-02', '2027-03-03'),
        allDay('Spring term', '2027-01-05', '2027-03-26'),
        ['SUMMARY:May Day bank holiday', 'DTSTART;VALUE=DATE:20270503'],
      ),
    ),
  ).toEqual([
    '2026-10-26 2026-10-30 holiday',
    '2027-01-04 2027-01-04 INSET',
    '2026-09-02 2026-09-02 first day',
    '2026-12-18 2026-12-18 last day',
    '2027-05-10 2027-05-13 keep clear',
    '2027-03-02 2027-03-02 leave out',
    '2027-01-05 2027-03-25 term',
    '2027-05-03 2027-05-03 bank holiday',
  ]);
});

test('long titles are unfolded and unescaped', () => {
  const folded = 'SUMMARY:INSET\\; safeguarding\\, behav\r\n iour and\r\n\t more';
  expect(read(ics([folded, 'DTSTART;VALUE=DATE:20270104'])).entries[0]?.label).toBe(
    'INSET; safeguarding, behaviour and more',
  );
});

test('times in UTC, in a named zone, in none and in a zone of Outlook come to the day in London', () => {
  const at = (start: string, end: string) => [`SUMMARY:Parents' evening`, start, end];
  expect(
    spans(
      ics(
        at('DTSTART:20260930T233000Z', 'DTEND:20260930T235900Z'),
        at('DTSTART;TZID=Europe/Paris:20261116T003000', 'DTEND;TZID=Europe/Paris:20261116T004500'),
        at('DTSTART:20261117T160000', 'DTEND:20261117T190000'),
        at('DTSTART;TZID=GMT Standard Time:20270401T233000', 'DTEND;TZID=GMT Standard Time:20270402T000000'),
        at('DTSTART;TZID="/citadel.org/20210210_1/Europe/London":20270401T160000', 'DURATION:PT3H'),
      ),
    ),
  ).toEqual([
    '2026-10-01 2026-10-01 keep clear',
    '2026-11-15 2026-11-15 keep clear',
    '2026-11-17 2026-11-17 keep clear',
    '2027-04-01 2027-04-01 keep clear',
    '2027-04-01 2027-04-01 keep clear',
  ]);
});

test('a time zone that nobody knows is asked about, and the answer is used', () => {
  const text = ics([
    'SUMMARY:INSET',
    'DTSTART;TZID=School Time:20260930T233000',
    'DTEND;TZID=School Time:20260930T234500',
  ]);
  const asked = read(text);
  expect(asked.entries).toEqual([]);
  expect(asked.questions).toMatchObject([
    { about: 'zone School Time', sentence: expect.stringContaining('"School Time", which is not known') },
  ]);
  expect(read(text, { 'zone School Time': 'UTC' }).entries[0]?.from).toBe('2026-10-01');
  expect(read(text, { 'zone School Time': 'Europe/London' }).entries[0]?.from).toBe('2026-09-30');
});

test('a time that the clocks skip or that comes twice gets no kind until somebody chooses one', () => {
  const { entries } = read(
    ics(
      ['SUMMARY:INSET', 'DTSTART;TZID=Europe/London:20261025T013000'],
      ['SUMMARY:INSET', 'DTSTART:20270328T013000'],
      ['SUMMARY:INSET', 'DTSTART:20270328T013000Z'],
    ),
  );
  expect(entries.map(({ what, ask }) => [what, ask])).toEqual([
    [undefined, expect.stringContaining('01:30 comes twice on 25 October 2026')],
    [undefined, expect.stringContaining('01:30 does not exist on 28 March 2027')],
    ['INSET', undefined],
  ]);
});

test('a repeated event is told apart within the year, with its exceptions, however long it runs', () => {
  const weekly = ['UID:1', 'SUMMARY:Twilight INSET', 'DTSTART:20260907T160000', 'DTEND:20260907T170000'];
  expect(
    spans(
      ics(
        [...weekly, 'RRULE:FREQ=WEEKLY;COUNT=4', 'EXDATE:20260914T160000'],
        ['UID:1', 'RECURRENCE-ID:20260921T160000', 'SUMMARY:Twilight INSET', 'DTSTART:20260922T160000'],
      ),
    ),
  ).toEqual(['2026-09-07 2026-09-07 INSET', '2026-09-28 2026-09-28 INSET', '2026-09-22 2026-09-22 INSET']);
});

test.each([
  ['RRULE:FREQ=YEARLY;UNTIL=30260901', '10260904', ['2026-09-04']],
  ['RRULE:FREQ=YEARLY', '10270229', []],
  ['RRULE:FREQ=DAILY;INTERVAL=200;COUNT=400000', '10260901', undefined],
  ['RRULE:FREQ=WEEKLY;INTERVAL=20;BYDAY=MO,WE', '10260901', undefined],
  ['RRULE:FREQ=MONTHLY;INTERVAL=6', '10260115', ['2027-01-15']],
])('a recurrence over a thousand years, %s, costs no more than a year', (rule, start, expected) => {
  const { entries } = read(
    ics(['SUMMARY:INSET', `DTSTART;VALUE=DATE:${start}`, rule], allDay('INSET', '2026-09-01', '2026-09-02')),
  );
  const found = entries.slice(0, -1).map(({ from }) => from);
  expect(found.length).toBeLessThan(10);
  if (expected !== undefined) expect(found.filter((day) => expected.includes(day))).toEqual(expected);
});

test.each([
  ['the first Monday', 'FREQ=MONTHLY;BYDAY=1MO;COUNT=4', ['2026-09-07', '2026-10-05', '2026-11-02', '2026-12-07']],
  ['the first Monday as Outlook says it', 'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1;COUNT=2', ['2026-09-07', '2026-10-05']],
  ['the last Friday', 'FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR;UNTIL=20270201', ['2026-09-25', '2026-11-27', '2027-01-29']],
  ['two days of a month', 'FREQ=MONTHLY;BYDAY=3WE,1WE;COUNT=3', ['2026-09-16', '2026-10-07', '2026-10-21']],
  [
    'the last working day',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3',
    ['2026-09-30', '2026-10-30', '2026-11-30'],
  ],
  [
    'the first and last weekend day',
    'FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1,-1;COUNT=4',
    ['2026-09-27', '2026-10-03', '2026-10-31', '2026-11-01'],
  ],
  ['the last of all days', 'FREQ=MONTHLY;BYDAY=SU,MO,TU,WE,TH,FR,SA;BYSETPOS=-1;COUNT=2', ['2026-09-30', '2026-10-31']],
  ['a fifth Monday, in the months that have one', 'FREQ=MONTHLY;BYDAY=5MO;COUNT=2', ['2026-11-30', '2027-03-29']],
])('what comes every month on %s is told apart', (_what, rule, expected) => {
  const { entries } = read(ics(['SUMMARY:INSET', 'DTSTART:20260907T160000', `RRULE:${rule}`]));
  expect(entries.map(({ from }) => from)).toEqual(expected);
});

test.each([
  ['FREQ=YEARLY;BYMONTH=9;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '20200930', ['2026-09-30']],
  ['FREQ=YEARLY;BYMONTH=5;BYDAY=1MO', '10260501', ['2027-05-03']],
  ['FREQ=YEARLY;BYDAY=MO;BYMONTH=5;BYSETPOS=-1;COUNT=3', '20250526', ['2027-05-31']],
  ['FREQ=YEARLY;BYDAY=MO;BYMONTH=5;BYSETPOS=-1;COUNT=2', '20250526', []],
])('what comes every year on a day of the week in one month, %s, is told apart', (rule, start, expected) => {
  const { entries, refused } = read(ics(['SUMMARY:INSET', `DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`]));
  expect(refused).toEqual([]);
  expect(entries.map(({ from }) => from)).toEqual(expected);
});

test('a monthly weekday that began a thousand years ago costs no more than a year', () => {
  const { entries } = read(ics(['SUMMARY:INSET', 'DTSTART;VALUE=DATE:10260904', 'RRULE:FREQ=MONTHLY;BYDAY=1MO']));
  expect(entries.map(({ from }) => from).slice(0, 2)).toEqual(['2026-09-07', '2026-10-05']);
});

test.each([
  'FREQ=MONTHLY;BYDAY=MO',
  'FREQ=MONTHLY;BYDAY=1MO,TU;BYSETPOS=-1',
  'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0',
  'FREQ=YEARLY;BYDAY=MO,TU;BYSETPOS=-1',
  'FREQ=YEARLY;BYMONTH=9;BYDAY=1MO;BYMONTHDAY=7',
  'FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1',
  'FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=7',
  'FREQ=MONTHLY;BYSETPOS=1',
  'FREQ=HOURLY',
])('the recurrence %s is not read, and is told by its title and never guessed', (rule) => {
  const { entries, refused } = read(ics(['SUMMARY:Staff meeting', 'DTSTART:20260907T160000', `RRULE:${rule}`]));
  expect(entries).toEqual([]);
  expect(refused).toEqual([{ line: 4, sentence: expect.stringContaining('"Staff meeting" repeats in a way') }]);
});

test.each([
  ['a calendar that breaks off', ics(allDay('INSET', '2026-09-01', '2026-09-02')).slice(0, -40), 'breaks off'],
  ['a calendar without events', ics(), 'holds no events'],
  ['too many events', ics(...Array.from({ length: 5001 }, () => ['SUMMARY:x'])), 'more than 5000 events'],
  [
    'too many dates',
    ics(...Array.from({ length: 7 }, () => ['SUMMARY:INSET', 'DTSTART;VALUE=DATE:20260901', 'RRULE:FREQ=DAILY'])),
    'more than 2000 dates',
  ],
])('%s is refused with what to do', (_what, text, sentence) => {
  const result = calendarOfEvents(text, { year, answers: {} });
  expect(result).toMatchObject({ ok: false, problem: { sentence: expect.stringContaining(sentence) } });
});
