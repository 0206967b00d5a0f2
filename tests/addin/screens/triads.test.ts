import { ok } from '../../../shared/result';
import { axeProblems } from '../../axe';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
import { atHand, openTriads } from './triads/open-triads';
import { six } from './triads/six';
import { answering, trustOffice } from './trust-records';

type Rest = Parameters<typeof openTriads> extends [Stage, ...infer More] ? More : never;

jest.setTimeout(60_000);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
afterEach(() => expect(faults.splice(0)).toEqual([]));

const openWith = (...given: Rest) => openTriads(stage, ...given);

test('triads are found, shown on a map and in words, and the first ones stand before the search has ended', async () => {
  const page = await openWith();
  await page.getByRole('button', { name: 'Find triads' }).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Find triads' }).click();
  await page.getByRole('img', { name: /^Map of the 2 triads of round 1/ }).waitFor();
  await page.getByRole('button', { name: 'Find triads again' }).waitFor();
  const triads = page.getByRole('region', { name: /^Triad \d$/ });
  expect(await triads.count()).toBe(2);
  expect(await triads.first().getByRole('button').allTextContents()).toEqual([
    'Millbrook Primary Academy',
    'Ashdown Primary Academy',
    'Birchwood Primary Academy',
    'Lock',
  ]);
  expect(await page.getByText('Proved: no plan is better by these wishes.').isVisible()).toBe(true);
  expect(await axeProblems(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
});

test('an academy is moved by keyboard alone: what it costs is said before, and it can be undone', async () => {
  const page = await openWith();
  await page.getByRole('button', { name: 'Find triads' }).press('Enter');
  await page.getByRole('button', { name: 'Find triads again' }).waitFor();
  await page.getByRole('button', { name: 'Ashdown Primary Academy' }).press('Enter');
  await page.getByRole('combobox', { name: 'Move to…' }).selectOption({ index: 1 });
  await page
    .getByText(/km more; as many pairs meet again\.$/)
    .first()
    .waitFor();
  await page
    .getByText(/^Touches Short ways: costs \d+\.\d more\.$/)
    .first()
    .waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await page
    .getByRole('button', { name: /^Swap with/ })
    .first()
    .press('Enter');
  await page.getByText('By hand').waitFor();
  expect(await page.getByText('Proved: no plan is better').count()).toBe(0);
  await page.getByRole('button', { name: 'Undo the last move' }).press('Enter');
  await page.getByText('Proved: no plan is better by these wishes.').waitFor();
});

test('an academy is dragged on the map onto another triad', async () => {
  const page = await openWith({}, {}, 500);
  await page.getByRole('button', { name: 'Find triads' }).click();
  await page.getByRole('button', { name: 'Find triads again' }).waitFor();
  const dots = page.locator('svg[role=img] circle');
  await dots.first().scrollIntoViewIfNeeded();
  const [from, to] = [await dots.nth(1).boundingBox(), await dots.nth(3).boundingBox()];
  if (from === null || to === null) throw new Error('The dots are not in sight.');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
  await page.getByRole('region', { name: 'Move Ashdown Primary Academy' }).waitFor();
  expect(await page.getByRole('combobox', { name: 'Move to…' }).inputValue()).toBe('1');
  await page
    .getByRole('button', { name: /^Swap with/ })
    .first()
    .waitFor();
});

test('a triad is locked and the rest planned again around it', async () => {
  const nine = {
    ...six,
    academies: [
      ...six.academies,
      ...[7, 8, 9].map((number) => ({
        urn: `90000${number}`,
        name: `Gorse ${number} Academy`,
        easting: 510_000 + number * 100,
        northing: 180_000,
      })),
    ],
  };
  const page = await openWith({ problem: nine });
  await page.getByRole('button', { name: 'Find triads' }).click();
  await page.getByRole('button', { name: 'Find triads again' }).waitFor();
  await page.getByRole('button', { name: 'Ashdown Primary Academy' }).click();
  await page.getByRole('combobox', { name: 'Move to…' }).selectOption({ index: 1 });
  await page
    .getByRole('button', { name: /^Swap with/ })
    .first()
    .click();
  await page.getByText('By hand').waitFor();
  await page.getByRole('button', { name: 'Lock Triad 1' }).click();
  const before = await page.getByRole('list', { name: 'Academies of Triad 1' }).getByRole('button').allTextContents();
  await page.getByRole('button', { name: 'Plan the rest again, 1 triad locked' }).click();
  await page.getByText('By hand').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Plan the rest again, 1 triad locked' }).waitFor();
  const after = await page.getByRole('list', { name: 'Academies of Triad 1' }).getByRole('button').allTextContents();
  expect([...after].sort()).toEqual([...before].sort());
  expect(await page.getByText('Locked', { exact: true }).count()).toBe(1);
});

test('wishes that stand against each other are said by name, and no spinner is left', async () => {
  const all = six.academies.map(({ urn }) => urn);
  const apart = all.flatMap((one, at) => all.slice(at + 1).map((other): [string, string] => [one, other]));
  const page = await openWith({ problem: { ...six, apart } });
  await page.getByRole('button', { name: 'Find triads' }).click();
  await page
    .getByRole('alert')
    .getByText(/stay apart/)
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: 'Find triads' }).isVisible()).toBe(true);
  expect(await page.getByRole('progressbar').count()).toBe(0);
  expect(await axeProblems(page)).toEqual([]);
});

test('a missing place is asked for, and the way can be left out of account', async () => {
  const [first, ...rest] = six.academies;
  if (first === undefined) throw new Error('There are six.');
  const page = await openWith({ problem: { ...six, academies: [{ urn: first.urn, name: first.name }, ...rest] } });
  await page.getByText('Easting and northing are missing for Millbrook Primary Academy.').waitFor();
  await page.getByRole('button', { name: 'Leave the way out of account' }).click();
  await page.getByRole('button', { name: 'Find triads' }).click();
  await page.getByRole('button', { name: 'Find triads again' }).waitFor();
  expect(await page.getByRole('region', { name: /^Triad \d$/ }).count()).toBe(2);
});

test('two plans stand beside each other and change places', async () => {
  const page = await openWith({}, {}, 320, true);
  await page.getByRole('button', { name: 'Find triads' }).click();
  await page.getByRole('button', { name: 'Find triads again' }).waitFor();
  await page.getByRole('button', { name: 'Keep aside to compare' }).click();
  await page.getByText('Rounds and wishes').click();
  await page.getByRole('combobox', { name: 'Rounds to plan' }).selectOption('2');
  await page.getByText('The wishes are newer than the plan below.').waitFor();
  await page.getByRole('button', { name: 'Find triads again' }).click();
  await page.getByRole('tab', { name: 'Round 2' }).waitFor();
  await page.getByRole('button', { name: 'Find triads again' }).waitFor();
  await page.getByText(/^The plan on the table goes .* farther/).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await page.getByRole('button', { name: 'Take the one kept aside' }).click();
  await page.getByText(/^The plan on the table goes .* less far/).waitFor();
  expect(await page.getByRole('tab').count()).toBe(1);
});

test('one round that its own bound leaves open is proved by itself', async () => {
  const academies = six.academies.map((one, at) => (at === 4 ? { ...one, easting: 502_000, northing: 163_000 } : one));
  const answers = answering({}, { triadProblem: () => ok({ ...atHand, problem: { ...six, academies } }) });
  let asked = 0;
  const page = await stage.open({
    screen: 'triads',
    me: trustOffice,
    answer: async (request, input) => {
      if (request !== 'proveTriads') return answers(request, input);
      asked += 1;
      return ok({ bound: 1000, proved: true });
    },
  });
  await page.getByRole('button', { name: 'Find triads' }).click();
  await page.getByText('Round 1. Proved: no plan is better by these wishes.').waitFor();
  expect(await page.getByText('Proved: no plan is better by these wishes.').count()).toBe(2);
  expect(asked).toBe(1);
});

test('a proof is asked for, can be left, and a better round that it finds is taken', async () => {
  let release: (() => void) | undefined;
  const waiting = new Promise<void>((resolve) => {
    release = resolve;
  });
  const asked: unknown[] = [];
  const answers = answering({}, { triadProblem: () => ok({ ...atHand, problem: { ...six, rounds: 2 } }) });
  const better = { academies: ['900001', '900002', '900003'], kilometres: 12 };
  const page = await stage.open({
    screen: 'triads',
    me: trustOffice,
    answer: async (request, input) => {
      if (request !== 'proveTriads') return answers(request, input);
      asked.push(input);
      if (asked.length === 1) await waiting;
      const round = { round: 2, triads: [better, { ...better, academies: ['900004', '900005', '900006'] }] };
      return ok({ bound: 20, proved: false, better: { rounds: [round] } });
    },
  });
  await page.getByRole('button', { name: 'Find triads' }).click();
  await page.getByRole('button', { name: 'Find triads again' }).waitFor();
  await page.getByRole('tab', { name: 'Round 2' }).click();
  await page.getByRole('button', { name: 'Prove round 2' }).click();
  await page.getByRole('progressbar', { name: 'Proving round 2, in seconds' }).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Leave the proof' }).click();
  release?.();
  await page.getByRole('button', { name: 'Prove round 2' }).click();
  await page.getByText('Better triads of round 2 were found.').waitFor();
  expect(asked[1]).toMatchObject({ problem: { rounds: 1, history: [{ round: 1 }] }, triads: [{}, {}] });
  await page.getByRole('button', { name: 'Take the better triads' }).click();
  await page.getByText(/^Round 2\. A better plan could save/).waitFor();
  expect(await page.getByRole('list', { name: 'Academies of Triad 1' }).getByRole('button').allTextContents()).toEqual([
    'Millbrook Primary Academy',
    'Ashdown Primary Academy',
    'Birchwood Primary Academy',
  ]);
});

test('kilometres against fresh pairs: the curve gives plans to choose from', async () => {
  const page = await openWith({ problem: { ...six, rounds: 2 } });
  await page.getByRole('button', { name: 'Find triads' }).click();
  await page.getByRole('button', { name: 'Find triads again' }).waitFor();
  await page.getByText('Kilometres against fresh pairs').click();
  await page.getByRole('button', { name: 'Draw the curve' }).click();
  await page.getByRole('img', { name: /^Kilometres against fresh pairs/ }).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  // Together again and again is nearest: 48 km, and six pairs meet twice.
  await page.getByRole('button', { name: 'Plan so, with 6 fresh pairs' }).click();
  await page.getByText('6 pairs meet again, 6 are fresh').waitFor();
  expect(await page.getByText('48.0 km').first().isVisible()).toBe(true);
});

test('a hundred academies are planned while the pane stays alive, the first plan at once, and the search can be stopped', async () => {
  const academies = Array.from({ length: 100 }, (_, at) => ({
    urn: String(910_000 + at),
    name: `Academy ${at + 1}`,
    easting: 450_000 + ((at * 7919) % 1000) * 100,
    northing: 150_000 + ((at * 104_729) % 1000) * 100,
  }));
  const page = await openWith({ problem: { ...six, academies, rounds: 4 } });
  const pressed = Date.now();
  await page.getByRole('button', { name: 'Find triads' }).click();
  await page.getByRole('img', { name: /^Map of the 33 triads/ }).waitFor();
  expect(Date.now() - pressed).toBeLessThan(3000);
  await page.getByRole('button', { name: 'Stop here' }).click();
  await page.getByRole('button', { name: 'Find triads again' }).waitFor();
  expect(await page.getByRole('tab').count()).toBe(4);
  await page.getByRole('tab', { name: 'Round 1' }).press('ArrowRight');
  await page.getByRole('img', { name: /of round 2/ }).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
});

test('without academies the screen says what to do first', async () => {
  const page = await openWith({ problem: { ...six, academies: [] } });
  await page.getByText('There are no academies yet').waitFor();
  expect(await page.getByRole('button', { name: 'Import academies' }).isVisible()).toBe(true);
});
