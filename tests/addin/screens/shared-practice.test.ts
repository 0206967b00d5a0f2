import { ok } from '../../../shared/result';
import { axeProblems } from '../../axe';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
import { leader, reviewWorld } from '../review-world';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
  expect(faults).toEqual([]);
});

function open(shared: object, dark = false) {
  const world = reviewWorld({ sharedPractice: () => ok(shared) });
  return stage.open({ screen: 'sharedPractice', me: leader, dark, answer: world.answer });
}

test('good practice is read under headings, and what is empty is left out', async () => {
  for (const dark of [false, true]) {
    const page = await open(
      { reviews: 2, goodPractice: ['Every corridor is a library'], strengths: [], considerations: [] },
      dark,
    );
    await page.getByText('Every corridor is a library').waitFor();
    await page.getByText('From 2 reviews that the host heads share. Nobody is named.').waitFor();
    expect(await page.getByRole('heading', { name: 'What we work on' }).count()).toBe(0);
    expect(await axeProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  }
});

test('before anything is shared it says who decides', async () => {
  const page = await open({ reviews: 0, goodPractice: [], strengths: [], considerations: [] });
  await page.getByText('Nothing is shared yet').waitFor();
  expect(await axeProblems(page)).toEqual([]);
});
