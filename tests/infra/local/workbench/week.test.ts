import { weekOf } from '../../../../infra/local/workbench/client/london';
import { lanesOf } from '../../../../infra/local/workbench/client/outlook/week';
import type { EventSummary } from '../../../../infra/local/workbench/shapes';

function at(id: string, from: string, until: string): EventSummary {
  return {
    id,
    subject: id,
    start: `2026-11-18T${from}:00Z`,
    end: `2026-11-18T${until}:00Z`,
    place: '',
    allDay: false,
    cancelled: false,
    organises: true,
    showAs: 'busy',
    confidential: false,
    response: 'organizer',
  };
}

test('events at the same time stand side by side, others have the whole width', () => {
  const lanes = lanesOf([at('a', '09:00', '10:00'), at('b', '09:30', '10:30'), at('c', '11:00', '12:00')]);
  expect(lanes.map(({ event, lane, lanes: of }) => [event.id, lane, of])).toEqual([
    ['a', 0, 2],
    ['b', 1, 2],
    ['c', 0, 1],
  ]);
});

test('a week is Monday to Friday, and a weekend belongs to the coming one', () => {
  const week = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
  expect(weekOf('2026-11-25')).toEqual(week);
  expect(weekOf('2026-11-22')).toEqual(week);
});
