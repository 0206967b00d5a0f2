import { packBusy } from '../../shared/meetings/compact-busy';
import { eachDay, weekdayOf } from '../../shared/time/calendar-date';
import { type Rig, startRig } from '../functions/graph/rig';

/** A year of free/busy: requests beside the least possible, and kilobytes of what the panel is given. */

const from = '2026-09-01';
const until = '2027-08-31';
const lines: string[] = [];
afterAll(() => console.info(['A year of free/busy', ...lines].join('\n')));

function addressOf(number: number): string {
  return `teacher.${number}@birch.example`;
}

/** Teaching every school day, a staff meeting every week, and a few appointments that follow no pattern. */
function busyOf(number: number) {
  const london = (dateTime: string) => ({ dateTime, timeZone: 'Europe/London' });
  const span = (day: string, start: string, end: string, subject: string) => ({
    mailbox: addressOf(number),
    start: london(`${day}T${start}:00`),
    end: london(`${day}T${end}:00`),
    subject,
  });
  const school = eachDay(from, '2027-07-20').filter((day) => !weekdayOf(day).startsWith('S'));
  return school.flatMap((day, index) => [
    span(day, '08:40', '15:20', 'Teaching'),
    ...(weekdayOf(day) === 'Tuesday' ? [span(day, '15:30', '16:45', 'Staff meeting')] : []),
    ...((index * 7 + number) % 23 === 0 ? [span(day, '16:00', '17:00', 'Private matter')] : []),
  ]);
}

async function measure(
  people: number,
  busyPeople: number,
): Promise<{ readonly requests: number; readonly least: number }> {
  const numbers = Array.from({ length: people }, (_, index) => index);
  const rig: Rig = await startRig({
    lists: false,
    seed: {
      users: numbers.map((number) => ({
        id: `bbbbbbbb-0000-4000-8000-${String(number).padStart(12, '0')}`,
        displayName: `Teacher ${number}`,
        userPrincipalName: addressOf(number),
      })),
      busy: numbers.slice(0, busyPeople).flatMap(busyOf),
    },
  });
  try {
    await rig.control('POST', 'counters/reset');
    const { busy, withoutMailbox } = await rig.ports.calendar.busy(numbers.map(addressOf), from, until);
    const { requests, operations } = await rig.counters();
    expect(withoutMailbox).toEqual([]);
    expect(JSON.stringify(busy)).not.toContain('Private matter');
    const asked = Math.ceil(people / 20) * Math.ceil(365 / 61);
    const least = Math.ceil(asked / 20);
    const plain = JSON.stringify(busy).length / 1024;
    const packed = JSON.stringify(packBusy(busy, from, until)).length / 1024;
    lines.push(
      `  ${people} people: ${requests} requests, least possible ${least} (${asked} questions, ours ${operations}); ${packed.toFixed(0)} KB to the panel for ${busyPeople} filled calendars, ${(plain / packed).toFixed(0)} times less than as they came`,
    );
    expect(packed * 10).toBeLessThan(plain);
    return { requests, least };
  } finally {
    await rig.stop();
  }
}

test.each([
  [60, 60],
  [1000, 100],
])(
  '%i people',
  async (people, filled) => {
    const { requests, least } = await measure(people, filled);
    expect(requests / least).toBeLessThanOrEqual(1.1);
  },
  300_000,
);
