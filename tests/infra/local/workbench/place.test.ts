import { addressOf, type Place, placeIn } from '../../../../infra/local/workbench/client/place';

test.each<Place>([
  { at: 'people' },
  { at: 'calendar', person: 'p1', date: '2026-11-18' },
  { at: 'calendar', person: 'p1', date: '2026-11-18', event: 'AAMk/+=' },
  { at: 'mail', person: 'p1' },
  { at: 'mail', person: 'p1', mail: 'M 1' },
  { at: 'word', person: 'p1', as: 'copy' },
  { at: 'word', person: 'p1', as: 'original', document: 'D1' },
])('the address of %j leads back to it', (place) => {
  expect(placeIn(addressOf(place), '2026-11-23')).toEqual(place);
});

test('an address without a date means today', () => {
  expect(placeIn('#/p1/calendar', '2026-11-23')).toEqual({ at: 'calendar', person: 'p1', date: '2026-11-23' });
});
