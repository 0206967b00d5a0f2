import { ok, refuse } from '../../../shared/result';
import { axeProblems } from '../../axe';
import { faults, openStage, type Stage } from '../open-panel';
import { champion, openTriads } from './triads/open-triads';

type Rest = Parameters<typeof openTriads> extends [Stage, ...infer More] ? More : never;

jest.setTimeout(60_000);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
afterEach(() => expect(faults.splice(0)).toEqual([]));

const openWith = (...given: Rest) => openTriads(stage, ...given);

const published = (input: Readonly<Record<string, unknown>>) =>
  ok({
    triad: 'triad-2026-1-900001',
    applied: input['apply'],
    reviews: [
      {
        key: 'review-1',
        host: '900001',
        title: 'Peer review of Millbrook Primary Academy',
        hostHead: { id: '44444444-4444-4444-8444-444444444441', name: 'Wren Whitlock' },
        lead: { id: '44444444-4444-4444-8444-444444444442', name: 'Morwenna Askew' },
        stages: [{ step: 'visit', on: '2027-02-02', busy: [] }],
      },
    ],
    assumed: [],
  });

test('a round is published after a preview of what will be made', async () => {
  const calls: unknown[] = [];
  const champions: unknown[] = [];
  const page = await openWith(
    {},
    {
      publishTriad: (input) => {
        calls.push(input['apply']);
        champions.push(input['champions']);
        return published(input);
      },
    },
  );
  await page.getByRole('button', { name: 'Find triads' }).click();
  await page.getByRole('button', { name: 'Publish round 1…' }).click();
  await page.getByRole('button', { name: 'See what will be made' }).click();
  await page.getByText('Triad 1: 1 review').click();
  await page
    .getByText('Peer review of Millbrook Primary Academy: visit on Tuesday 2 February 2027, led by Morwenna Askew')
    .first()
    .waitFor();
  expect(calls).toEqual([false, false]);
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Publish 2 triads and 2 peer reviews' }).click();
  await page.getByText('2 triads and 2 peer reviews are made for 2026/27.').waitFor();
  expect(calls).toEqual([false, false, true, true]);
  // Nobody leads the workshop of their own academy.
  expect(champions[0]).toHaveLength(3);
  expect(champions[1]).toEqual(['900005', '900006'].map((host) => ({ host, champion })));
});

test('a triad that the service refuses is named, and the choice stays', async () => {
  const page = await openWith(
    {},
    { publishTriad: () => refuse('not-now', 'One of these academies is in another triad.') },
  );
  await page.getByRole('button', { name: 'Find triads' }).click();
  await page.getByRole('button', { name: 'Publish round 1…' }).click();
  await page.getByRole('button', { name: 'See what will be made' }).click();
  await page.getByRole('alert').getByText('Triad 1: One of these academies is in another triad.').waitFor();
  await page.getByRole('button', { name: 'See what will be made' }).waitFor();
});
