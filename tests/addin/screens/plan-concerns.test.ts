import { packBusy } from '../../../shared/meetings/compact-busy';
import type { MeetingProblem } from '../../../shared/meetings/problem';
import { ok } from '../../../shared/result';
import { axeProblems } from '../../axe';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
import { answering, networks as known, problem, schoolYears, trustOffice } from './trust-records';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
afterEach(() => expect(faults.splice(0)).toEqual([]));

function openWith(asked: MeetingProblem, width: number, dark: boolean) {
  const busy = packBusy(asked.busy, asked.from, asked.until);
  const planningProblem = () => ok({ problem: { ...asked, busy: [] }, busy, withoutMailbox: [] });
  const answer = answering({ network: known, schoolYear: schoolYears }, { planningProblem });
  return stage.open({ screen: 'plan', me: trustOffice, answer, width, dark });
}

test('what stands in the way is said before anything is planned', async () => {
  const [first] = problem.networks;
  const empty = { ...problem, networks: first === undefined ? [] : [{ ...first, name: 'Nobody’s', members: [] }] };
  const page = await openWith(empty, 320, true);
  await page.getByRole('button', { name: 'Find dates' }).click();
  await page.getByText(/Nobody’s has no audience/).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Plan all the same' }).click();
  await page.getByText('No meeting could be placed').waitFor();
});

test.each([
  [320, true],
  [500, false],
])('at %i px (dark: %s) what can never be and what has no room is told in whole sentences', async (width, dark) => {
  const [first] = problem.networks;
  if (first === undefined) throw new Error('The test has no network.');
  const one = { ...first, key: 'network-one', name: 'Reading', days: ['Tuesday' as const] };
  const networks = [
    { ...one, spans: [{ name: 'Spring 1', from: '2027-01-12', until: '2027-01-12', times: 1 }] },
    {
      ...one,
      key: 'network-two',
      name: 'Writing',
      spans: [{ name: 'Spring 1', from: '2027-01-12', until: '2027-01-12', times: 1 }],
    },
    {
      ...one,
      key: 'network-three',
      name: 'Often',
      spans: [{ name: 'Spring 1', from: '2027-01-04', until: '2027-02-12', times: 5 }],
    },
  ];
  const page = await openWith({ ...problem, busy: [], networks }, width, dark);
  await page.getByRole('button', { name: 'Find dates' }).click();
  await page.getByText(/Reading and Writing can never both be attended by /).waitFor();
  await page.getByText(/Often, Spring 1: 3 of 5 meetings fit\. /).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  const shots = process.env['SHOTS'];
  if (shots !== undefined) await page.screenshot({ path: `${shots}/concerns-${width}.png` });
});
