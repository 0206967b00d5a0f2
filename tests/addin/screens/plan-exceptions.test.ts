import { packBusy } from '../../../shared/meetings/compact-busy';
import type { MeetingProblem } from '../../../shared/meetings/problem';
import { ok } from '../../../shared/result';
import { axeProblems } from '../../axe';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
import { academies, answering, networks, people, problem, schoolYears, trustOffice } from './trust-records';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
afterEach(() => expect(faults.splice(0)).toEqual([]));

const records = { network: networks, schoolYear: schoolYears, person: people, academy: academies };
/** Where pictures are put for somebody who looks at them; nowhere in an ordinary run. */
const shots = process.env['SHOTS'];

/** One of two published meetings can stay; what it takes after school is more than there is. */
const tight: MeetingProblem = {
  ...problem,
  academies: problem.academies.map((one) => ({ ...one, dayUntil: '15:15', directedMinutes: 45 })),
  stay: {
    meetings: ['2027-01-12', '2027-02-09'].map((date, at) => ({
      network: 'network-year-2',
      number: at + 1,
      date,
      from: '15:45',
      until: '16:45',
      published: true,
    })),
    placesForAMove: 1,
  },
};

test.each([
  [320, false],
  [500, true],
])(
  'what stays in Outlook without a date, and who is above directed time, stand among the exceptions at %i px',
  async (width, dark) => {
    const planningProblem = () =>
      ok({ problem: { ...tight, busy: [] }, busy: packBusy(tight.busy, tight.from, tight.until), withoutMailbox: [] });
    const page = await stage.open({
      screen: 'plan',
      me: trustOffice,
      answer: answering(records, { planningProblem }),
      width,
      dark,
    });
    await page.getByRole('combobox', { name: 'What to plan' }).selectOption('From a day on, with few changes');
    await page.getByLabel('From this day on').fill('05/01/2027');
    await page.getByRole('button', { name: 'Find dates' }).click();
    await page.getByText('In Outlook without a new date: 1 meeting').waitFor();
    await page.getByText('They stay in Outlook as they are until you move or cancel them').waitFor();
    await page.getByText(/^Above directed time: \d people$/).waitFor();
    await page
      .getByText(/^Wren Whitlock \d, .*: 1 h after school in the year, of 0 h 45 that/)
      .first()
      .waitFor();
    expect(await axeProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    if (shots !== undefined) await page.screenshot({ path: `${shots}/plan-exceptions-${width}.png`, fullPage: true });
  },
);
