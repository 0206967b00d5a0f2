import { axeProblems } from '../../axe';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
import { six } from './triads/six';
import { answering, stored, trustOffice } from './trust-records';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
afterEach(() => expect(faults.splice(0)).toEqual([]));

const { roles: _office, ...who } = trustOffice;
const principal = {
  ...who,
  roles: ['Principal' as const],
  academy: { urn: '900001', name: 'Millbrook Primary Academy' },
};
const academy = six.academies.map((one) => stored(`academy-${one.urn}`, { ...one, localAuthority: 'Northmoor' }));
const person = (name: string) => ({ id: '44444444-4444-4444-8444-444444444441', name });
const triad = [
  stored('triad-1', { year: '2026/27', round: 1, name: 'Triad 1', academies: ['900001', '900002', '900003'] }),
  stored('triad-2', { year: '2027/28', round: 2, name: 'Triad 2', academies: ['900001', '900002', '900004'] }),
];
const review = [
  stored('review-2', {
    year: '2027/28',
    triad: 'triad-2',
    host: '900004',
    hostHead: { ...person('Ina Ivers'), id: '44444444-4444-4444-8444-444444444449' },
    lead: person('Morwenna Askew'),
    reviewers: [],
    stage: 'planned',
    visitOn: '2027-11-16',
    visitFrom: '09:00',
    visitUntil: '15:00',
    sharing: 'none',
    wanted: 'nothing',
    generation: 0,
    outlook: 'draft',
  }),
];

function openWith(lists: Parameters<typeof answering>[0], me: typeof principal = principal, width = 320, dark = false) {
  return stage.open({ screen: 'myTriad', me, answer: answering(lists), width, dark });
}

test.each([
  [320, false],
  [500, true],
])('a principal sees with whom, why, how far and when, in a pane of %d px', async (width, dark) => {
  const page = await openWith({ triad, academy, review }, principal, width, dark);
  await page.getByRole('heading', { name: 'Triad 2, round 2' }).waitFor();
  expect(await page.getByText('20.0 km').isVisible()).toBe(true);
  expect(await page.getByText('Near enough to meet again: you were together in 2026/27.').isVisible()).toBe(true);
  expect(await page.getByText('A fresh partner: you have not been together yet.').isVisible()).toBe(true);
  expect(await page.getByRole('img', { name: /^Map of your triad: Millbrook/ }).isVisible()).toBe(true);
  expect(await page.getByText(/^Tuesday 16 November 2027, 09:00 to 15:00 · led by Morwenna Askew/).isVisible()).toBe(
    true,
  );
  expect(await page.getByText('Round 1, 2026/27').isVisible()).toBe(true);
  expect(await axeProblems(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
});

test('without a triad, and without dates, the screen says whose turn it is', async () => {
  const none = await openWith({ triad: [], academy, review: [] });
  await none.getByText('Your academy is in no triad yet').waitFor();
  const undated = await openWith({ triad, academy, review: [] });
  await undated.getByText('No visit has a date yet').waitFor();
  expect(await axeProblems(undated)).toEqual([]);
});
