import { packBusy } from '../../../shared/meetings/compact-busy';
import type { MeetingProblem } from '../../../shared/meetings/problem';
import { ok, refuse } from '../../../shared/result';
import { faults, openStage, type Stage, scrollsSideways, violations } from '../open-panel';
import { type Answers, answering, networks, problem, schoolYears, trustOffice } from './trust-records';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
afterEach(() => expect(faults.splice(0)).toEqual([]));

const lists = { network: networks, schoolYear: schoolYears };
const answerOf = (asked: MeetingProblem, withoutMailbox: readonly string[] = []) =>
  ok({ problem: { ...asked, busy: [] }, busy: packBusy(asked.busy, asked.from, asked.until), withoutMailbox });
const found = answerOf(problem, ['teacher4@trust.example']);

function openWith(
  answers: Answers,
  width = 320,
  dark = false,
  records: typeof lists | { network: []; schoolYear: [] } = lists,
) {
  return stage.open({ screen: 'plan', me: trustOffice, answer: answering(records, answers), width, dark });
}

test('a half-term is planned in a worker, looked at, and kept as drafts', async () => {
  const asked: unknown[] = [];
  const saved: unknown[] = [];
  const page = await openWith({
    planningProblem: (input) => {
      asked.push(input);
      return found;
    },
    savePlan: (input) => {
      saved.push(input);
      return ok({ keys: ['meeting-1'], moved: 0 });
    },
  });
  await page.getByRole('combobox', { name: 'Half-term' }).selectOption('Spring 1');
  expect(await page.getByText('4 January 2027 to 19 February 2027').isVisible()).toBe(true);
  await page.getByText('SENCo (twice a half-term)').click();
  await page.getByRole('button', { name: 'Find dates' }).click();
  await page.getByText('Every academy is represented, every time: 5 of 5 places.').waitFor();
  expect(asked).toEqual([{ year: '2026/27', from: '2027-01-04', until: '2027-02-19', networks: 'network-year-2' }]);
  // The teacher of Millbrook is free on Tuesdays from February alone, and Northmoor is closed from the 15th.
  expect(await page.getByText(/Tuesday (2|9) February 2027/).isVisible()).toBe(true);
  expect(await page.getByText('1 calendar could not be read: teacher4@trust.example').isVisible()).toBe(true);
  expect(saved).toEqual([]);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Keep 1 meeting as drafts' }).click();
  await page.getByText('1 meeting is kept as drafts. Nobody has been invited yet.').waitFor();
  expect(saved).toHaveLength(1);
  expect(await violations(page)).toEqual([]);
});

test('who is missing, and why, is said for each meeting', async () => {
  const always = { email: 'teacher1@trust.example', from: '2027-01-04T00:00', until: '2027-02-20T00:00' };
  const answer = answerOf({ ...problem, busy: [always] });
  const page = await openWith({ planningProblem: () => answer }, 500, true);
  await page.getByRole('button', { name: 'Find dates' }).click();
  await page.getByText('4 of 5 academies').waitFor();
  await page.getByText('1 missing').click();
  expect(await page.getByText(/^Millbrook Primary Academy: .*Wren Whitlock 1/).isVisible()).toBe(true);
  await page.getByText('Why this plan').click();
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
});

test('planning can be cancelled while calendars are read, and what comes too late is dropped', async () => {
  let release: (() => void) | undefined;
  const late = new Promise<void>((resolve) => {
    release = resolve;
  });
  const answers = answering(lists);
  const page = await stage.open({
    screen: 'plan',
    me: trustOffice,
    answer: async (request, input) => {
      if (request !== 'planningProblem') return answers(request, input);
      await late;
      return found;
    },
  });
  await page.getByRole('button', { name: 'Find dates' }).click();
  await page.getByText("Reading school calendars and everybody's free and busy times…").waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  release?.();
  await page.getByRole('button', { name: 'Find dates' }).waitFor();
  expect(await page.getByText('places.').count()).toBe(0);
});

test('a refusal of the service is said above the button, and the question stays', async () => {
  const page = await openWith({
    planningProblem: () => refuse('busy', 'Microsoft 365 is busy. Try again in a minute.'),
  });
  await page.getByRole('button', { name: 'Find dates' }).click();
  await page.getByRole('alert').getByText('Microsoft 365 is busy.').waitFor();
  expect(await page.getByRole('combobox', { name: 'Half-term' }).inputValue()).toBe('Spring 1');
});

test('a refusal while keeping the plan leaves the plan in sight', async () => {
  const page = await openWith({
    planningProblem: () => found,
    savePlan: () => refuse('not-allowed', 'Only the trust office may plan.'),
  });
  await page.getByRole('button', { name: 'Find dates' }).click();
  await page.getByRole('button', { name: 'Keep 1 meeting as drafts' }).click();
  await page.getByRole('alert').getByText('Only the trust office may plan.').waitFor();
  expect(await page.getByRole('table', { name: 'Planned meetings' }).isVisible()).toBe(true);
});

test('without networks the screen says what to do first', async () => {
  const page = await openWith({}, 320, false, { network: [], schoolYear: [] });
  await page.getByText('There is no network yet').waitFor();
  expect(await violations(page)).toEqual([]);
});
