import { packBusy } from '../../../../shared/meetings/compact-busy';
import type { Stored } from '../../../../shared/record';
import { ok, refuse } from '../../../../shared/result';
import { axeProblems } from '../../../axe';
import { ada, ben } from '../../../make';
import { faults, openStage, type Stage, scrollsSideways } from '../../open-panel';
import { answering, networks, problem, schoolYears, stored, trustOffice } from '../trust-records';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
afterEach(() => expect(faults.splice(0)).toEqual([]));

const triad = stored('triad-1', { year: '2026/27', round: 1, name: 'Oak', academies: ['900001', '900002'] });
const lists: Record<string, readonly Stored[]> = { network: networks, schoolYear: schoolYears, triad: [triad] };
const visit = {
  key: 'triad-1.900001',
  name: 'Peer review visit at Millbrook Primary Academy',
  host: '900001',
  people: [],
  earliest: '2027-01-18',
  latest: '2027-02-12',
  from: '09:00',
  until: '15:00',
};

/** What publishing answers: the visit on the day that was asked for. */
function made(input: Readonly<Record<string, unknown>>) {
  const visits = input['visits'] as readonly { readonly host: string; readonly on: string }[];
  return ok({
    triad: 'triad-1',
    applied: input['apply'],
    reviews: visits.map(({ host, on }) => ({
      key: `review-${host}`,
      host,
      title: visit.name,
      hostHead: ada,
      lead: ben,
      stages: [{ step: 'visit', on, from: '09:00', until: '15:00', busy: [] }],
    })),
    assumed: [],
  });
}

async function kept(publishTriad: typeof made, width = 320, dark = false) {
  const asked: Readonly<Record<string, unknown>>[] = [];
  const answer = ok({
    problem: { ...problem, busy: [], visits: [visit] },
    busy: packBusy(problem.busy, problem.from, problem.until),
    withoutMailbox: [],
  });
  const page = await stage.open({
    screen: 'plan',
    me: trustOffice,
    answer: answering(lists, {
      planningProblem: () => answer,
      savePlan: () => ok({ keys: ['meeting-1'], moved: 0 }),
      publishTriad: (input) => {
        asked.push(input);
        return publishTriad(input);
      },
    }),
    width,
    dark,
  });
  await page.getByRole('button', { name: 'Find dates' }).click();
  await page.getByRole('button', { name: 'Keep 1 meeting as drafts' }).click();
  await page.getByText('The plan also has days for 1 review visit without a date.').waitFor();
  return { page, asked };
}

test.each([
  [320, false],
  [500, true],
])('proposed days of visits are looked at, and set only then (%i px)', async (width, dark) => {
  const { page, asked } = await kept(made, width, dark);
  expect(asked).toEqual([]);
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'See what these visits bring…' }).click();
  await page.getByText('Set these days, with 1 peer review?').waitFor();
  await page.getByText('Oak: 1 review').click();
  expect(await page.getByText(/^Peer review visit at Millbrook Primary Academy: visit on /).isVisible()).toBe(true);
  expect(asked).toMatchObject([{ apply: false, startOn: '2027-01-04', visits: [{ host: '900001' }] }]);
  expect(await axeProblems(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await page.getByRole('button', { name: 'Make 1 peer review' }).click();
  await page.getByText('1 peer review is made').waitFor();
  expect(asked).toMatchObject([{ apply: false }, { apply: true, visits: asked[0]?.['visits'] }]);
  expect(await axeProblems(page)).toEqual([]);
});

test('a day that cannot be is said with its triad, and nothing is set', async () => {
  const { page, asked } = await kept(() => refuse('invalid', 'Ashdown cannot on this day. Choose another day.'));
  await page.getByRole('button', { name: 'See what these visits bring…' }).click();
  await page.getByText('Oak: Ashdown cannot on this day. Choose another day.').waitFor();
  expect(asked).toHaveLength(1);
  expect(await axeProblems(page)).toEqual([]);
});
