import { attendance } from '../../../shared/records/attendance';
import { type Meeting, meeting } from '../../../shared/records/meeting';
import { refuse } from '../../../shared/result';
import { axeProblems } from '../../axe';
import { head, host, office, outsider, reviewer, service } from '../../functions/service';
import { heldMeeting } from '../../held-meeting';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
import { askingAs, meAs } from '../with-service';

jest.setTimeout(120_000);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
afterEach(() => expect(faults.splice(0)).toEqual([]));

const held: Meeting = {
  ...heldMeeting,
  from: '09:00',
  until: '10:00',
  members: [
    { academy: host, who: head, email: 'ben.beech@trust.example' },
    { academy: '900003', who: outsider, email: 'per.pine@trust.example' },
  ],
  answers: [
    { email: 'ben.beech@trust.example', answer: 'accepted' },
    { email: 'per.pine@trust.example', answer: 'declined' },
  ],
};

function opened(more: Partial<Meeting> = {}) {
  const rig = service();
  rig.ports.put(meeting, 'meeting-1', { ...held, ...more });
  const said = () =>
    Object.fromEntries(
      rig.ports.all(attendance).map(({ record }) => [record.academy, [record.represented, record.because]]),
    );
  return { rig, said };
}

const me = meAs(reviewer, ['Principal'], { urn: '900003', name: 'Elmbank Primary' });

function open({ rig }: ReturnType<typeof opened>, more: object = {}) {
  const answer = askingAs(rig, reviewer);
  return stage.open({ screen: 'register', given: { key: 'meeting-1' }, me, answer, width: 320, ...more });
}

test('the lead says on a narrow pane with one tap for each academy who came, and undoes a tap', async () => {
  const world = opened();
  const page = await open(world);
  const millbrook = page.getByRole('group', { name: 'Millbrook Primary' });
  await page.getByText('Ben Beech: accepted').waitFor();
  expect([await axeProblems(page), await scrollsSideways(page)]).toEqual([[], false]);
  await millbrook.getByRole('button', { name: 'Represented' }).click();
  await page.getByText('1 of 2 academies said. All kept.').waitFor();
  await page.getByRole('group', { name: 'Elmbank Primary' }).getByRole('button', { name: 'Not' }).click();
  await page.getByLabel('Why nobody could come from Elmbank Primary').fill('A visit ran late');
  await page.getByLabel('Why nobody could come from Elmbank Primary').blur();
  await page.getByText('Not represented: A visit ran late').waitFor();
  await page.getByText('2 of 2 academies said. All kept.').waitFor();
  expect(world.said()).toEqual({ [host]: ['yes', undefined], '900003': ['no', 'A visit ran late'] });
  expect(await axeProblems(page)).toEqual([]);
  for (const left of ['2 of 2', '1 of 2', '0 of 2']) {
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(`${left} academies said.`).waitFor();
  }
  await page.getByText('Keeping…').waitFor({ state: 'hidden' });
  expect(world.said()).toEqual({});
});

test('what people answered in Outlook is kept for all academies with one tap', async () => {
  const world = opened();
  const page = await open(world, { dark: true });
  await page.getByRole('button', { name: 'As answered: 2' }).click();
  await page.getByText('2 of 2 academies said. All kept.').waitFor();
  expect(world.said()).toEqual({ [host]: ['yes', undefined], '900003': ['no', undefined] });
  expect(await axeProblems(page)).toEqual([]);
});

test('without a network each tap is kept in the pane and sent once it is back, also where only the answer was lost', async () => {
  const world = opened();
  const really = askingAs(world.rig, reviewer);
  let lost = 2;
  const answer = async (request: string, input: Readonly<Record<string, unknown>>) => {
    if (request !== 'keepRegister' || lost === 0) return really(request, input);
    lost -= 1;
    // The second one arrives, and its answer does not.
    if (lost === 0) await really(request, input);
    return refuse('busy', 'There is no connection.');
  };
  const page = await open(world, { answer });
  await page.getByRole('group', { name: 'Millbrook Primary' }).getByRole('button', { name: 'Represented' }).click();
  await page.getByText('Not kept yet: there is no connection.').waitFor();
  await page.getByRole('group', { name: 'Millbrook Primary' }).getByRole('button', { name: 'Deputy' }).click();
  for (const _time of [1, 2]) await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page.getByText('1 of 2 academies said. All kept.').waitFor();
  expect(world.said()).toEqual({ [host]: ['by a deputy', undefined] });
  expect(await page.getByText('Somebody else said').count()).toBe(0);
});

test('an academy beyond the list is added; what somebody else said meanwhile is shown', async () => {
  const world = opened();
  const page = await open(world);
  await page.getByLabel('Somebody came from another academy').selectOption({ label: 'Fernhill Primary' });
  await page.getByRole('group', { name: 'Fernhill Primary' }).getByRole('button', { name: 'Represented' }).click();
  await page.getByText('1 of 3 academies said. All kept.').waitFor();
  await world.rig.call('keepRegister', office, { key: 'meeting-1', rows: [{ academy: host, represented: 'no' }] });
  await page.getByRole('group', { name: 'Millbrook Primary' }).getByRole('button', { name: 'Represented' }).click();
  await page.getByText('Somebody else said something of Millbrook Primary meanwhile.').waitFor();
  expect(world.said()).toEqual({ '900002': ['yes', undefined], [host]: ['no', undefined] });
});

test('before its day the register tells who has answered, and nothing can be tapped', async () => {
  const page = await open(opened({ date: '2026-11-24' }));
  await page.getByText('The register opens on the day of the meeting.').waitFor();
  expect(await page.getByRole('button', { name: 'Represented' }).count()).toBe(0);
  expect(await axeProblems(page)).toEqual([]);
});

test('a principal corrects what was said of their own academy alone', async () => {
  const world = opened();
  const rows = [
    { academy: host, represented: 'no' },
    { academy: '900003', represented: 'no' },
  ];
  await world.rig.call('keepRegister', office, { key: 'meeting-1', rows });
  const page = await stage.open({
    screen: 'register',
    given: { key: 'meeting-1' },
    me: meAs(head, ['Principal']),
    answer: askingAs(world.rig, head),
  });
  await page.getByRole('group', { name: 'Millbrook Primary' }).getByRole('button', { name: 'Represented' }).click();
  await page.getByText('All kept.').waitFor();
  expect(await page.getByRole('group', { name: 'Elmbank Primary' }).count()).toBe(0);
  expect(world.said()).toEqual({ [host]: ['yes', undefined], '900003': ['no', undefined] });
});

test('the event in the calendar opens the meeting, and from there the register', async () => {
  const { rig } = opened();
  const item = {
    what: 'meeting',
    subject: 'Reception network',
    text: 'Open in Our Academies <https://our-academies.example/open/meeting/meeting-1>',
  } as const;
  const answer = askingAs(rig, reviewer);
  const page = await stage.open({ screen: 'home', me, answer, whole: true, item });
  await page.getByRole('heading', { level: 1, name: 'Network meeting' }).waitFor();
  await page.getByRole('button', { name: 'Who came' }).click();
  await page.getByRole('group', { name: 'Millbrook Primary' }).waitFor();
});
