import { ownTriads } from '../../../../addin/screens/triads/own-triad';
import { stored } from '../trust-records';
import { six } from './six';

const academies = six.academies.map(({ urn, name, easting, northing }) => ({
  urn,
  name,
  easting,
  northing,
  localAuthority: 'Northmoor',
}));
const triads = [
  stored('triad-1', { year: '2026/27', round: 1, name: 'Triad 1', academies: ['900001', '900002', '999999'] }),
  stored('triad-2', { year: '2027/28', round: 2, name: 'Triad 1', academies: ['900001', '900002', '900004'] }),
  stored('triad-3', { year: '2027/28', round: 2, name: 'Triad 2', academies: ['900003', '900005', '900006'] }),
];

test('an academy sees its own triads, the newest first, with how far partners are and when they met', () => {
  expect(ownTriads('900001', triads, academies)).toMatchObject([
    {
      key: 'triad-2',
      partners: [
        {
          name: 'Ashdown Primary Academy',
          kilometres: 3,
          metBefore: 'Near enough to meet again: you were together in 2026/27.',
        },
        { name: 'Cedar Lane Primary Academy', kilometres: 20 },
      ],
    },
    { key: 'triad-1' },
  ]);
  expect(ownTriads('900001', triads, academies)[0]?.partners[1]).not.toHaveProperty('metBefore');
});

test('a partner that has left stays in sight by its URN', () => {
  expect(ownTriads('900001', triads, academies)[1]?.partners[1]).toEqual({ urn: '999999', name: '999999' });
});
