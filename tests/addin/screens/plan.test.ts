import { packBusy } from '../../../shared/meetings/compact-busy';
import type { MeetingProblem } from '../../../shared/meetings/problem';
import { ok, refuse } from '../../../shared/result';
import { axeProblems } from '../../axe';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
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
  await page.getByRole('combobox', { name: 'What to plan' }).selectOption('Spring 1');
  expect(await page.getByText('4 January 2027 to 19 February 2027').isVisible()).toBe(true);
  await page.getByText('SENCo (twice a half-term)').click();
  await page.getByRole('button', { name: 'Find dates' }).click();
  await page.getByText('Every academy is represented, every time: 5 of 5 places.').waitFor();
  expect(asked).toEqual([{ year: '2026/27', from: '2027-01-04', until: '2027-02-19', networks: 'network-year-2' }]);
  // The teacher of Millbrook is free on Tuesdays from February alone, and Northmoor is closed from the 15th.
  expect(await page.getByText(/Tuesday (2|9) February 2027/).isVisible()).toBe(true);
  await page.getByText('Whose calendars').click();
  expect(await page.getByText('Wren Whitlock 4 (teacher4@trust.example): Year 2').isVisible()).toBe(true);
  expect(saved).toEqual([]);
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Keep 1 meeting as drafts' }).click();
  await page.getByText('1 meeting is kept as drafts. Nobody has been invited to them yet.').waitFor();
  expect(saved).toHaveLength(1);
  expect(await axeProblems(page)).toEqual([]);
});

// 480 px is where a table of few columns begins.
test('who is missing, and why, is said for each meeting, and nothing is cut off in a wider pane', async () => {
  const always = { email: 'teacher1@trust.example', from: '2027-01-04T00:00', until: '2027-02-20T00:00' };
  const answer = answerOf({ ...problem, busy: [always] });
  const page = await openWith({ planningProblem: () => answer }, 480, true);
  await page.getByRole('button', { name: 'Find dates' }).click();
  await page.getByText('Who cannot be there: 1 place at 1 meeting').waitFor();
  expect(
    await page
      .getByText(/^Millbrook Primary Academy: .*Wren Whitlock 1/)
      .first()
      .isVisible(),
  ).toBe(true);
  await page.getByText('Why this plan').click();
  expect(await axeProblems(page)).toEqual([]);
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
  expect(await axeProblems(page)).toEqual([]);
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
  expect(await page.getByRole('combobox', { name: 'What to plan' }).inputValue()).toBe('year');
});

test('a refusal while keeping the plan leaves the plan in sight', async () => {
  const page = await openWith({
    planningProblem: () => found,
    savePlan: () => refuse('not-allowed', 'Only the trust office may plan.'),
  });
  await page.getByRole('button', { name: 'Find dates' }).click();
  await page.getByRole('button', { name: 'Keep 1 meeting as drafts' }).click();
  await page.getByRole('alert').getByText('Only the trust office may plan.').waitFor();
  expect(await page.getByRole('tab', { name: 'By month' }).isVisible()).toBe(true);
});

test('without networks the screen says what to do first', async () => {
  const page = await openWith({}, 320, false, { network: [], schoolYear: [] });
  await page.getByText('There is no network yet').waitFor();
  expect(await axeProblems(page)).toEqual([]);
});

const year: MeetingProblem = {
  ...problem,
  from: '2026-09-01',
  until: '2027-07-21',
  closed: [],
  daysBetween: 7,
  releasesInWeek: 5,
};

/** Networks with so many meetings in a year, all for the same few people, with a week free for each. */
function manyMeetings(networkCount: number, times: number): MeetingProblem {
  const [first] = problem.networks;
  if (first === undefined) throw new Error('the fixture lost its network');
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
  const networksOf = Array.from({ length: networkCount }, (_, index) => ({
    ...first,
    key: `network-${index}`,
    name: `Network ${index}`,
    days: [days[index % days.length] ?? 'Monday'],
    windows: [{ from: '15:45', until: '17:00' }],
    lead: { ...first.lead, id: first.lead.id.replace(/^.{4}/, String(1000 + index)) },
    spans: [{ name: 'The year', from: year.from, until: year.until, times }],
    members: first.members.map((member) => ({
      ...member,
      who: { ...member.who, id: member.who.id.replace(/^4{4}/, String(1000 + index)) },
      email: `n${index}.${member.email}`,
    })),
  }));
  return { ...year, networks: networksOf, busy: [] };
}

test('a meeting is moved by hand with its price in sight, locked, and the rest planned again around it', async () => {
  const answer = answerOf(manyMeetings(2, 3));
  const saved: unknown[] = [];
  const page = await openWith({
    planningProblem: () => answer,
    savePlan: (input) => {
      saved.push(input);
      return ok({ keys: ['1', '2', '3', '4', '5', '6'], moved: 0 });
    },
  });
  await page.getByRole('button', { name: 'Find dates' }).click();
  await page.getByText('Every academy is represented, every time: 30 of 30 places.').waitFor();
  await page.getByRole('tab', { name: 'By network' }).click();
  await page.getByRole('button', { name: 'Move Network 0, meeting 1', exact: true }).click();
  await page
    .getByRole('button', { name: /^Move here: Monday/ })
    .first()
    .waitFor();
  expect(await page.getByText(/^Monday .*: as many academies\.$/).count()).toBeGreaterThan(0);
  await page.getByRole('textbox', { name: 'Date' }).fill('22/06/2027');
  await page.getByRole('button', { name: 'What would that mean?' }).click();
  await page.getByText('It is a Tuesday; this network meets on Monday.').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await page.getByRole('button', { name: 'Move here all the same: Tuesday 22 June 2027, 15:45 to 16:45' }).click();
  await page.getByRole('button', { name: 'Plan the rest again, 1 meeting locked' }).click();
  await page.getByRole('button', { name: 'Plan the rest again, 1 meeting locked' }).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Keep 6 meetings as drafts' }).click();
  await page.getByText('6 meetings are kept as drafts').waitFor();
  expect(saved).toMatchObject([
    { networks: ['network-year-2', 'network-senco'], locked: [{ network: 'network-0', date: '2027-06-22' }] },
  ]);
}, 120_000);

test('a search that rests goes on from the plan at hand, each time elsewhere', async () => {
  const page = await openWith({ planningProblem: () => answerOf(manyMeetings(2, 3)) });
  const all = page.getByText('Every academy is represented, every time: 30 of 30 places.');
  const longer = page.getByRole('button', { name: 'Look for better dates' });
  await page.getByRole('button', { name: 'Find dates' }).click();
  await longer.waitFor();
  await page.evaluate(() => {
    const send = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, order: unknown) {
      const orders: unknown[] = JSON.parse(document.body.dataset['orders'] ?? '[]');
      document.body.dataset['orders'] = JSON.stringify([...orders, order]);
      send.call(this, order);
    };
  });
  for (const _time of [1, 2]) {
    await longer.click();
    await longer.waitFor({ state: 'detached' });
    await longer.waitFor();
    expect(await all.isVisible()).toBe(true);
  }
  const orders = JSON.parse((await page.evaluate(() => document.body.dataset['orders'])) ?? '[]');
  expect(orders).toMatchObject([2, 3].map((seed) => ({ order: 'plan', seed, locked: [] })));
  for (const { begin } of orders) expect(begin.meetings).toHaveLength(6);
  expect(await axeProblems(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
});

test('a day or time that cannot be is refused at its field, and the answer before it goes', async () => {
  const page = await openWith({ planningProblem: () => answerOf({ ...problem, busy: [] }) });
  await page.getByRole('button', { name: 'Find dates' }).click();
  await page.getByRole('button', { name: 'Keep 1 meeting as drafts' }).waitFor();
  await page.getByRole('button', { name: /^Move Year 2/ }).click();
  const date = page.getByRole('textbox', { name: 'Date' });
  const time = page.getByRole('textbox', { name: 'Starts at' });
  const answer = page.getByRole('button', { name: /^Move here.*: Wednesday 3 February 2027, 15:45/ });
  const look = page.getByRole('button', { name: 'What would that mean?' });
  const all = page.getByRole('button', { name: /^Move here all the same/ });
  await date.fill('03/02/2027');
  await look.click();
  await answer.waitFor();
  for (const [typed, sentence] of [
    ['', 'Give a date.'],
    ['12/13/2026', 'There is no such day in the calendar.'],
    ['01/12/2020', '1 December 2020 is over. Choose a day to come.'],
    ['03/03/2031', '3 March 2031 lies after what is planned, which ends on 19 February 2027.'],
    ['06/02/2027', '6 February 2027 is a Saturday. Choose a day from Monday to Friday.'],
  ] as const) {
    await date.fill(typed);
    expect(await all.count()).toBe(0);
    await look.click();
    await page.getByText(sentence).waitFor();
    expect(await date.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await all.count()).toBe(0);
  }
  expect(await axeProblems(page)).toEqual([]);
  await date.fill('03/02/2027');
  for (const [typed, sentence] of [
    ['25:00', 'Give a time as hours:minutes, e.g. 15:45.'],
    ['', 'Give a time.'],
    ['23:30', 'It would end after midnight. Choose an earlier time.'],
  ] as const) {
    await time.fill(typed);
    expect(await answer.count()).toBe(0);
    await look.click();
    await page.getByText(sentence).waitFor();
  }
  expect(await scrollsSideways(page)).toBe(false);
});

test.each([
  [90, 15, 6],
  [240, 40, 6],
])(
  'a year of %i meetings is drawn in pieces, in a pane of 320 px',
  async (all, networkCount, times) => {
    const page = await openWith({ planningProblem: () => answerOf(manyMeetings(networkCount, times)) });
    await page.getByRole('button', { name: 'Find dates' }).click();
    await page.getByRole('button', { name: `Keep ${all} meetings as drafts` }).waitFor({ timeout: 60_000 });
    expect(await axeProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  },
  120_000,
);
