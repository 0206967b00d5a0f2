import { readFileSync } from 'node:fs';
import { attendance } from '../../../shared/records/attendance';
import { type Meeting, meeting } from '../../../shared/records/meeting';
import { network } from '../../../shared/records/network';
import { person } from '../../../shared/records/person';
import { ok, refuse } from '../../../shared/result';
import { axeProblems } from '../../axe';
import { head, host, lead, office, outsider, reviewer, service, staff } from '../../functions/service';
import { colleague, heldMeeting, receptionNetwork as reception } from '../../held-meeting';
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
  members: [
    { academy: host, who: outsider, email: 'per.pine@trust.example' },
    { academy: '900002', who: lead, email: 'ada.alder@trust.example', part: 'deputy' },
  ],
};

function opened(more: Partial<Meeting> = {}) {
  const rig = service();
  rig.ports.put(person, `person-${colleague.id}`, staff(colleague, host, { post: 'Teacher', level: 'Teacher' }));
  rig.ports.put(network, 'network-reception', reception);
  rig.ports.put(meeting, 'meeting-1', { ...held, ...more });
  const now = (key = 'meeting-1') => rig.ports.all(meeting).find((one) => one.key === key)?.record;
  return { rig, now };
}

const leading = meAs(reviewer, ['Principal'], { urn: '900003', name: 'Elmbank Primary' });
const heading = meAs(head, ['Principal'], { urn: host, name: 'Millbrook Primary' });
const given = { key: 'meeting-1' };

test('the principal sends a colleague in one step on the day itself, after seeing who gets a mail', async () => {
  const { rig, now } = opened();
  const page = await stage.open({ screen: 'meeting', given, me: heading, answer: askingAs(rig, head) });
  await page.getByRole('button', { name: 'Name a substitute' }).click();
  await page.getByLabel('Who goes for Millbrook Primary').fill('Wren');
  await page.getByRole('option', { name: 'Wren Willow' }).click();
  await page.getByText('Outlook sends Wren Willow the invitation.').waitFor();
  expect(now()?.members).toHaveLength(2);
  expect([await axeProblems(page), await scrollsSideways(page)]).toEqual([[], false]);
  await page.getByRole('button', { name: 'Send Wren Willow' }).click();
  await page.getByText('Wren Willow goes for Millbrook Primary.').waitFor();
  expect(now()?.members.at(-1)).toEqual({
    academy: host,
    who: colleague,
    email: 'wren.willow@trust.example',
    part: 'substitute',
  });
  expect(now()?.outlook).toBe('waiting');
});

test('once the meeting is over there is nobody to name', async () => {
  const { rig } = opened({ date: '2026-11-20' });
  const page = await stage.open({ screen: 'substitute', given, me: heading, answer: askingAs(rig, head) });
  await page.getByText('There is nobody for you to name').waitFor();
  expect(await axeProblems(page)).toEqual([]);
});

test('the lead writes notes with open points and files, looks, and sends them once; the next agenda begins with them', async () => {
  const { rig, now } = opened();
  rig.ports.put(meeting, 'meeting-2', { ...held, number: 2, date: '2027-01-19' });
  const page = await stage.open({ screen: 'meeting', given, me: leading, answer: askingAs(rig, reviewer), width: 320 });
  await page.getByRole('button', { name: 'Notes and files' }).click();
  await page.getByLabel('Notes (optional)').fill('We moderated the writing of six classes.');
  await page.getByRole('button', { name: 'Add an open point' }).click();
  await page.getByLabel('What is to be done, 1').fill('Share the sentence frames');
  await page.getByLabel('By when, 1').fill('1/12/2026');
  await page.getByRole('button', { name: 'Add a link' }).click();
  await page.getByLabel('Name of file 1').fill('Examples');
  await page.getByLabel('Link to file 1').fill('library/examples.docx');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Paste the link of a file: it begins with https://.').waitFor();
  expect([await axeProblems(page), await scrollsSideways(page)]).toEqual([[], false]);
  await page.getByLabel('Link to file 1').fill('https://trust.example/examples.docx');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Nothing to save.').waitFor();
  expect(rig.ports.letters).toEqual([]);
  await page.getByRole('button', { name: 'Send to everybody…' }).click();
  await page.getByText('The mail: Notes: Reception network, 23 November 2026').click();
  await page.getByText('– Share the sentence frames (by 1 December 2026)').waitFor();
  await page.getByText('Outlook sends 2 people an update with that agenda.').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send to 2 people' }).click();
  await page.getByText('The notes went to 2 people').waitFor();
  expect(await page.getByRole('button', { name: 'Send to everybody…' }).isDisabled()).toBe(true);
  expect(rig.ports.letters).toHaveLength(1);
  await page.getByRole('button', { name: 'Back' }).click();
  const file = page.getByRole('link', { name: 'Examples' });
  expect(await file.getAttribute('href')).toBe('https://trust.example/examples.docx');
  expect(await axeProblems(page)).toEqual([]);
  expect(now()).toMatchObject({ openPoints: [{ what: 'Share the sentence frames', by: '2026-12-01' }] });
  expect(now('meeting-2')?.agenda).toBe('From last time:\n1. Share the sentence frames (by 1 December 2026)');
});

const fileAt = (name: string) => ({
  id: `file-${name}`,
  name,
  changedAt: '2026-11-20T09:00:00Z',
  bytes: 10,
  link: `https://trust.example/Meetings/${encodeURIComponent(name)}`,
});

test.each([
  [320, false],
  [320, true],
  [500, false],
])('at %i px (dark: %s) files are chosen in the library, from several folders, and shared', async (width, dark) => {
  const { rig, now } = opened();
  let isAway = true;
  rig.ports.files.meetingFiles = async (folder) => {
    if (isAway) return refuse('busy', 'Microsoft 365 is busy. Try again in a minute.');
    if (folder === 'folder-empty') return ok({ folders: [], files: [] });
    if (folder === 'folder-many')
      return ok({ folders: [], files: Array.from({ length: 30 }, (_, index) => fileAt(`Sheet ${index + 1}.docx`)) });
    const folders = [
      { id: 'folder-many', name: 'Moderation' },
      { id: 'folder-empty', name: 'To come' },
    ];
    return ok({ folders, files: [fileAt('How our networks meet, and what we bring.docx')] });
  };
  const page = await stage.open({
    ...{ screen: 'notes', given, me: leading, width, dark },
    answer: askingAs(rig, reviewer),
  });
  await page.getByRole('button', { name: 'Choose from the library' }).click();
  await page.getByRole('alert').getByText('Microsoft 365 is busy.').waitFor();
  isAway = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('How our networks meet').click();
  expect([await axeProblems(page), await scrollsSideways(page)]).toEqual([[], false]);
  const shots = process.env['SHOTS'];
  const shot = (name: string) =>
    shots === undefined
      ? undefined
      : page.screenshot({ path: `${shots}/${name}-${width}-${dark ? 'dark' : 'light'}.png`, fullPage: true });
  await shot('library');
  await page.getByRole('button', { name: 'To come' }).click();
  await page.getByText('Nothing is in the folder “To come”').waitFor();
  await page.getByRole('button', { name: 'One folder up' }).click();
  await page.getByRole('button', { name: 'Moderation' }).click();
  await page.getByText('Sheet 2.docx', { exact: true }).click();
  expect([await axeProblems(page), await scrollsSideways(page)]).toEqual([[], false]);
  await shot('library-many');
  await page.getByRole('button', { name: 'Add 2 files' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Nothing to save.').waitFor();
  expect(now()?.files).toEqual([
    {
      name: 'How our networks meet, and what we bring.docx',
      link: fileAt('How our networks meet, and what we bring.docx').link,
    },
    { name: 'Sheet 2.docx', link: fileAt('Sheet 2.docx').link },
  ]);
  await page.getByRole('button', { name: 'Choose from the library' }).click();
  expect(await page.getByLabel('How our networks meet').isDisabled()).toBe(true);
  expect(await page.getByText('Shared already').isVisible()).toBe(true);
});

test('what was typed and not saved is there when the notes are opened again', async () => {
  const { rig } = opened();
  const look = { screen: 'notes', given, me: leading, answer: askingAs(rig, reviewer) } as const;
  const first = await stage.open(look);
  await first.getByLabel('Notes (optional)').fill('Half a thought');
  await first.getByLabel('Notes (optional)').blur();
  await first.getByText('Draft saved').waitFor();
  await first.close();
  const again = await stage.open(look);
  await again.getByText('This is what you were writing').waitFor();
  expect(await again.getByLabel('Notes (optional)').inputValue()).toBe('Half a thought');
  await again.getByRole('button', { name: 'Start again' }).click();
  await again.getByText('Nothing to save.').waitFor();
});

test('an agenda that nobody has begun begins with what is open since last time, and is changed before it is kept', async () => {
  const { rig, now } = opened({ openPoints: [{ what: 'Share the sentence frames' }] });
  rig.ports.put(meeting, 'meeting-2', { ...held, number: 2, date: '2027-01-19', outlook: 'draft', wanted: 'nothing' });
  const page = await stage.open({
    screen: 'meeting',
    given: { key: 'meeting-2' },
    me: meAs(office, ['TrustOffice']),
    answer: askingAs(rig, office),
  });
  await page.getByText('Open since 23 November 2026').waitFor();
  await page.getByRole('button', { name: 'Agenda' }).click();
  const agenda = page.getByLabel('Agenda (optional)');
  expect(await agenda.inputValue()).toBe('From last time:\n1. Share the sentence frames');
  await agenda.fill('From last time:\n1. Share the sentence frames\n2. Moderation');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('2. Moderation').waitFor();
  expect(now('meeting-2')?.agenda).toContain('2. Moderation');
});

async function yearOfMeetings() {
  const world = opened({ date: '2026-10-06' });
  const { rig } = world;
  const members = ['900001', '900002', '900003'].map((academy) => ({
    academy,
    who: outsider,
    email: `${academy}@trust.example`,
  }));
  rig.ports.put(meeting, 'meeting-1', { ...held, members, date: '2026-10-06' });
  rig.ports.put(meeting, 'meeting-2', {
    ...held,
    members,
    date: '2027-01-19',
    answers: [{ email: '900001@trust.example', answer: 'accepted' }],
  });
  const rows = [
    { academy: '900001', represented: 'yes' },
    { academy: '900002', represented: 'by a deputy' },
    { academy: '900003', represented: 'no', because: '=A visit, ran late' },
  ];
  await rig.call('keepRegister', office, { key: 'meeting-1', rows });
  expect(rig.ports.all(attendance)).toHaveLength(3);
  return world;
}

test('at 320 px the matrix is read network by network, the own academy first', async () => {
  const { rig } = await yearOfMeetings();
  const page = await stage.open({
    screen: 'matrix',
    given: { year: '2026/27' },
    me: leading,
    answer: askingAs(rig, reviewer),
  });
  await page.getByText('2 of 3 places at meetings that were held were represented').waitFor();
  await page.getByText('Elmbank Primary: 0 of 1').waitFor();
  await page.getByText('Reception network: 2 of 3').click();
  const table = page.getByRole('table', { name: 'Reception network' });
  await table.getByRole('row', { name: 'Fernhill Primary' }).getByText('6 October: by a deputy').waitFor();
  const own = table.getByRole('row', { name: 'Millbrook Primary' });
  expect(await own.getByRole('listitem').allTextContents()).toContain('19 January: accepted');
  expect([await axeProblems(page), await scrollsSideways(page)]).toEqual([[], false]);
});

test('in a wider pane it is one table with headers for rows and columns, which scrolls in its own frame, prints in sheets and is saved for Excel', async () => {
  const { rig } = await yearOfMeetings();
  const page = await stage.open({
    screen: 'matrix',
    given: { year: '2026/27' },
    me: meAs(office, ['TrustOffice']),
    answer: askingAs(rig, office),
    width: 500,
    dark: true,
  });
  const frame = page.getByRole('region', { name: 'Networks and academies, 2026/27' });
  await frame.getByRole('columnheader', { name: 'Reception network (2 of 3)' }).waitFor();
  expect(await frame.getByRole('rowheader').allTextContents()).toEqual([
    'Elmbank Primary',
    'Fernhill Primary',
    'Millbrook Primary',
  ]);
  await frame.getByText('6 October: not represented: =A visit, ran late').waitFor();
  expect([await axeProblems(page), await scrollsSideways(page)]).toEqual([[], false]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save for Excel' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('networks 2026-27.csv');
  const lines = readFileSync(await download.path(), 'utf8').split('\r\n');
  expect(lines.slice(0, 2)).toEqual([
    '\uFEFFNetwork,Date,Academy,Represented,Why not',
    `Reception network,6 October 2026,Elmbank Primary,not represented,"'=A visit, ran late"`,
  ]);
  await page.emulateMedia({ media: 'print' });
  await page.getByRole('table').getByText('6 October: by a deputy').waitFor();
  expect(await page.getByRole('button', { name: 'Print' }).count()).toBe(0);
  const [, row] = await page.getByRole('row').all();
  expect(await row?.evaluate((one) => getComputedStyle(one).breakInside)).toBe('avoid');
});

test('a year without meetings says so', async () => {
  const { rig } = opened();
  const page = await stage.open({
    screen: 'matrix',
    given: { year: '2027/28' },
    me: leading,
    answer: askingAs(rig, reviewer),
  });
  await page.getByText('No meetings in 2027/28 yet').waitFor();
  expect(await axeProblems(page)).toEqual([]);
});
