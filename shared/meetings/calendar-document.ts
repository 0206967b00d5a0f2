import type { BlockDocument } from '../documents/blocks';
import type { CalendarFileEvent } from '../documents/ics';
import { britishDate, britishDay } from '../time/british-date';
import { sentenceOf } from './directed-time';
import type { DraftCalendar, DraftRow } from './draft-calendar';

/** The calendar as a document for consultation. */
export function calendarDocument(calendar: DraftCalendar, trust: string): BlockDocument {
  const { title, year, agreedOn, rows, people, notes } = calendar;
  const standing = agreedOn === undefined ? 'Draft for consultation' : `Calendar as agreed on ${britishDate(agreedOn)}`;
  return {
    title: `Meetings of ${year}: ${title}`,
    subtitle: `${trust} · ${standing}`,
    blocks: [
      { block: 'heading', text: 'Meetings' },
      rows.length === 0
        ? { block: 'text', text: 'There is no meeting in this calendar yet.' }
        : {
            block: 'table',
            columns: [
              { name: 'Date', width: 17 },
              { name: 'Time', width: 16 },
              { name: 'Meeting', width: 25 },
              { name: 'Where', width: 19 },
              { name: 'Who', width: 23 },
            ],
            rows: rows.map(cellsOf),
          },
      ...(people.length === 0
        ? []
        : ([
            { block: 'heading', text: 'Directed time' },
            {
              block: 'table',
              columns: [
                { name: 'Who', width: 26 },
                { name: 'What these meetings come to', width: 74 },
              ],
              rows: people.map((one) => [one.person.who.name, sentenceOf(one)]),
            },
          ] as const)),
      ...notes.map((text) => ({ block: 'text', text }) as const),
    ],
  };
}

function cellsOf({ date, from, until, agreement, name, where, who, day, later, leads }: DraftRow): readonly string[] {
  const added = later ? `\nLater addition${agreement === undefined ? '' : `, ${agreement}`}` : '';
  return [
    britishDay(date),
    `${from} to ${until}${day === undefined ? '' : `\n${day}`}`,
    `${name}${added}`,
    where,
    leads === undefined ? who.join(', ') : `Led by ${leads}`,
  ];
}

/** The meetings as events of a calendar file. Of a confidential one it says no more than its invitation does. */
export function eventsOf({ rows, agreedOn }: DraftCalendar): readonly CalendarFileEvent[] {
  return rows.map(({ key, at, date, from, until, name, where, leads, says, later, tentative }) => ({
    key,
    date,
    from,
    until,
    summary: name,
    place: where,
    description: [
      ...says,
      ...(leads === undefined ? [] : [`Led by ${leads}.`]),
      ...(later ? ['Later addition to the agreed calendar.'] : []),
      ...(agreedOn === undefined ? ['Draft for consultation.'] : []),
    ].join('\n'),
    changedAt: at,
    tentative,
  }));
}
