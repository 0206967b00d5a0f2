import fc from 'fast-check';
import { packBusy, unpackBusy } from '../../shared/meetings/compact-busy';
import { addDays, weekdayOf } from '../../shared/time/calendar-date';
import { timeOf } from '../../shared/time/time-of-day';
import '../seed';

const from = '2026-09-01';
const until = '2027-07-21';
const span = fc
  .record({
    email: fc.constantFrom('ada@trust.example', 'ben@trust.example'),
    day: fc.integer({ min: -3, max: 330 }),
    start: fc.integer({ min: 0, max: 287 }),
    minutes: fc.integer({ min: 1, max: 3000 }),
  })
  .map(({ email, day, start, minutes }) => {
    const begins = start * 5;
    const ends = begins + minutes;
    const at = (total: number) => `${addDays(from, day + Math.floor(total / 1440))}T${timeOf(total % 1440)}`;
    return { email, from: at(begins), until: at(ends) };
  });

/** Every five minutes of a working day between seven and eight, when somebody is busy. */
function taken(busy: ReturnType<typeof unpackBusy>, email: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const one of busy.filter((each) => each.email === email))
    for (let day = one.from.slice(0, 10); day <= one.until.slice(0, 10); day = addDays(day, 1)) {
      if (day < from || day > until || weekdayOf(day).startsWith('S')) continue;
      for (let minute = 420; minute < 1200; minute += 5) {
        const at = `${day}T${timeOf(minute)}`;
        if (one.from < `${day}T${timeOf(minute + 5)}` && at < one.until) found.add(at);
      }
    }
  return found;
}

test('packing busy times and unpacking them keeps whoever is busy busy, and nobody else', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), (busy) => {
      const again = unpackBusy(packBusy(busy, from, until), from);
      for (const email of ['ada@trust.example', 'ben@trust.example'])
        expect([...taken(again, email)].sort()).toEqual([...taken(busy, email)].sort());
    }),
    { numRuns: 60 },
  );
});

test('packing what was unpacked gives the same', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), (busy) => {
      const packed = packBusy(busy, from, until);
      expect(packBusy(unpackBusy(packed, from), from, until)).toEqual(packed);
    }),
    { numRuns: 60 },
  );
});

test('a staff meeting of every Tuesday is one line', () => {
  const weekly = Array.from({ length: 30 }, (_, week) => {
    const day = addDays(from, week * 7);
    return { email: 'ada@trust.example', from: `${day}T15:30`, until: `${day}T16:45` };
  });
  expect(packBusy(weekly, from, until)).toEqual([{ email: 'ada@trust.example', times: ['15:30-16:45 0+7x30'] }]);
});
