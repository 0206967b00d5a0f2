import { type TriadProblem, type TriadRound, usualWeights } from '../../../../shared/triads/problem';

/** Six invented academies in two clusters three kilometres wide, twenty apart; countable by hand. */
export const six: TriadProblem = {
  academies: [
    { urn: '900001', name: 'Millbrook Primary Academy', easting: 500_000, northing: 160_000 },
    { urn: '900002', name: 'Ashdown Primary Academy', easting: 503_000, northing: 160_000 },
    { urn: '900003', name: 'Birchwood Primary Academy', easting: 500_000, northing: 164_000 },
    { urn: '900004', name: 'Cedar Lane Primary Academy', easting: 520_000, northing: 160_000 },
    { urn: '900005', name: 'Elmfield Primary Academy', easting: 523_000, northing: 160_000 },
    { urn: '900006', name: 'Fernhill Primary Academy', easting: 520_000, northing: 164_000 },
  ],
  rounds: 1,
  history: [],
  apart: [],
  withinHubs: false,
  pairsAllowed: false,
  weights: usualWeights,
  seed: 1,
};

export const clusters: readonly TriadRound[] = [
  {
    round: 1,
    triads: [
      ['900001', '900002', '900003'],
      ['900004', '900005', '900006'],
    ],
  },
];
