import type { Page } from 'playwright-core';
import { packBusy } from '../../../shared/meetings/compact-busy';
import type { MeetingProblem } from '../../../shared/meetings/problem';
import { ok, refuse } from '../../../shared/result';
import { axeProblems } from '../../axe';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
import { answering, networks, problem, schoolYears, trustOffice } from './trust-records';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
afterEach(() => expect(faults.splice(0)).toEqual([]));

/** The year 2 meeting that was published for the 16th of February, when all are closed for snow. */
function fromFebruary(): MeetingProblem {
  const [first] = problem.networks;
  if (first === undefined) throw new Error('the fixture lost its network');
  const [date, from, until] = ['2027-02-16', '15:45', '16:45'];
  return {
    ...problem,
    from: '2027-02-01',
    networks: [{ ...first, spans: [{ name: 'Spring 1', from: '2027-02-01', until: '2027-02-19', times: 1 }] }],
    closed: [{ scope: 'trust', from: '2027-02-15', until: '2027-02-19', label: 'Snow' }],
    busy: [],
    stay: {
      meetings: [{ network: 'network-year-2', number: 1, date, from, until, published: true }],
      placesForAMove: 1,
    },
  };
}

const when = { from: '15:45', until: '16:45', place: 'Northmoor Primary Academy' };
const move = {
  key: 'meeting-1',
  name: 'Year 2',
  number: 1,
  was: { ...when, date: '2027-02-16' },
  now: { ...when, date: '2027-02-09', place: 'Millbrook Primary Academy' },
  told: 5,
  invited: 1,
};

function replanning(preview: object, saved: unknown[], width = 320, refusals = 0) {
  const asked = fromFebruary();
  const answer = answering(
    { network: networks, schoolYear: schoolYears },
    {
      planningProblem: () => ok({ problem: asked, busy: packBusy([], asked.from, asked.until), withoutMailbox: [] }),
      previewPlan: () => ok(preview),
      savePlan: (input) => {
        saved.push(input);
        return saved.length > refusals ? ok({ keys: [], moved: 1 }) : refuse('busy', 'Microsoft 365 is busy just now.');
      },
    },
  );
  return stage.open({ screen: 'plan', me: trustOffice, answer, width });
}

async function replan(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'What to plan' }).selectOption('From a day on, with few changes');
  await page.getByLabel('From this day on').fill('01/02/2027');
  await page.getByRole('button', { name: 'Find dates' }).click();
  await page.getByRole('button', { name: 'Keep this plan of 1 meeting…' }).click();
}

test('replanning from a day shows what moves and who gets which mail, and asks what was agreed before anything is sent', async () => {
  const saved: unknown[] = [];
  const page = await replanning({ agreedOn: '2026-07-10', moves: [{ ...move, later: 'moved' }] }, saved);
  await replan(page);
  await page.getByText('What changes: 1 meeting').waitFor();
  expect(await page.getByText(/; was Tuesday 16 February 2027, 15:45$/).isVisible()).toBe(true);
  const preview = page.getByRole('region', { name: 'Keep this plan?' });
  await preview
    .getByText(
      'Year 2, meeting 1: Tuesday 9 February 2027, 15:45 to 16:45, Millbrook Primary Academy; was Tuesday 16 February 2027, 15:45 to 16:45, Northmoor Primary Academy. 5 people get an update; 1 person is invited for the first time.',
    )
    .waitFor();
  await preview.getByText('1 new date is not in the calendar that was agreed with staff on 10 July 2026.').waitFor();
  expect([await axeProblems(page), await scrollsSideways(page)]).toEqual([[], false]);
  const keep = preview.getByRole('button', { name: 'Keep the plan and send 5 updates and 1 invitation' });
  await keep.click();
  await preview.getByText('Say with whom and when this was agreed.').waitFor();
  expect(saved).toEqual([]);
  expect(await axeProblems(page)).toEqual([]);
  await preview.getByLabel('Agreed with staff').fill('Asked everybody on 1 February');
  await keep.click();
  await page.getByText('1 published meeting changes in Outlook').waitFor();
  // There are no drafts to look at.
  await page.getByRole('button', { name: 'Look at the meetings' }).waitFor();
  expect(saved).toMatchObject([{ replan: true, agreement: 'Asked everybody on 1 February' }]);
});

test('what was written of the agreement is still there when the plan is refused', async () => {
  const saved: unknown[] = [];
  const preview = { agreedOn: '2026-07-10', moves: [{ ...move, later: 'moved' }] };
  const page = await replanning(preview, saved, 320, 1);
  await replan(page);
  const agreed = page.getByLabel('Agreed with staff');
  await agreed.fill('Asked everybody on 1 February');
  const keep = page.getByRole('button', { name: 'Keep the plan and send 5 updates and 1 invitation' });
  await keep.click();
  await page.getByText('Microsoft 365 is busy just now.').waitFor();
  expect(await agreed.inputValue()).toBe('Asked everybody on 1 February');
  await keep.click();
  await page.getByText('1 published meeting changes in Outlook').waitFor();
  expect(saved).toMatchObject([{}, { agreement: 'Asked everybody on 1 February' }]);
});

test('another host on the same day is no silent change: it is shown before anybody gets mail', async () => {
  const saved: unknown[] = [];
  const here = { ...when, date: '2027-02-16', place: 'Millbrook Primary Academy' };
  const page = await replanning({ moves: [{ ...move, now: here, invited: 0 }] }, saved, 500);
  await replan(page);
  const preview = page.getByRole('region', { name: 'Keep this plan?' });
  await preview
    .getByText(
      'Year 2, meeting 1: Tuesday 16 February 2027, 15:45 to 16:45, Millbrook Primary Academy; was Northmoor Primary Academy. 5 people get an update.',
    )
    .waitFor();
  expect(saved).toEqual([]);
  expect([await axeProblems(page), await scrollsSideways(page)]).toEqual([[], false]);
  await preview.getByRole('button', { name: 'Not now' }).click();
  await page.getByRole('button', { name: 'Keep this plan of 1 meeting…' }).waitFor();
});

test('where nothing published changes, replanning says that nobody gets mail', async () => {
  const saved: unknown[] = [];
  const page = await replanning({ moves: [] }, saved);
  await replan(page);
  await page.getByText('No published meeting changes, so nobody gets mail.').waitFor();
  await page.getByRole('button', { name: 'Keep the plan', exact: true }).click();
  await page.getByText('1 published meeting changes in Outlook').waitFor();
  expect(saved).toMatchObject([{ replan: true }]);
});
