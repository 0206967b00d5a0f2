import type { TriadProblem, TriadWeights } from '../../shared/triads/problem';

/** `our-academies triads --history`: one round of six academies; a plan that the command printed may stand here too. */
export const exampleHistory: TriadProblem['history'] = [
  {
    round: 1,
    triads: [
      ['900001', '900002', '900003'],
      ['900004', '900005', '900006'],
    ],
  },
];

/** `--apart`: an infant and a junior school on one site, and two heads who are relatives. */
export const exampleApart: TriadProblem['apart'] = [
  ['900001', '900004'],
  ['900002', '900006'],
];

/** `--weights`: what is left out is as usual. */
export const exampleWeights: Partial<TriadWeights> = {
  distance: 1,
  repeats: 60,
  phases: { wish: 'mixed', weight: 10 },
};

/** `--hubs`: academies by hub; triads then keep within hubs. */
export const exampleHubs: Readonly<Record<string, readonly string[]>> = {
  'North hub': ['900001', '900002', '900003'],
  'South hub': ['900004', '900005', '900006'],
};
