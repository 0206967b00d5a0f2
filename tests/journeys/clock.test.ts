import { axeProblems } from '../axe';
import { openStage, type Stage } from '../browser';

jest.setTimeout(600_000);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.stop());

test('the clock of everything is moved: whoever sits at the panel sees the new day and stays signed in', async () => {
  const seat = await stage.seat(stage.person(({ roles }) => roles.includes('TrustOffice')));
  await seat.openMail(/./);
  const panel = await seat.openPanelSignedIn();
  await panel.getByRole('heading', { name: 'Go to' }).waitFor();
  await stage.moveClock('next school morning', 'once');
  const year = new Date().getFullYear() + 1;
  await stage.moveClock(`${year}-03-08T08:00`, 'once');
  const dateIn = (frame: typeof panel) => frame.evaluate(() => new Date().toISOString().slice(0, 16));
  expect(await dateIn(panel)).toBe(`${year}-03-08T08:00`);

  await panel.getByRole('button', { name: /^Network meetings/ }).click();
  await panel.getByRole('heading', { level: 1, name: 'Network meetings' }).waitFor();
  await panel.getByRole('listitem').or(panel.getByText('No meeting')).first().waitFor();
  expect(await panel.getByRole('button', { name: 'Sign in' }).count()).toBe(0);

  await seat.closePanel();
  const again = await seat.openPanelSignedIn(async () => {
    throw new Error('The panel asks to sign in again.');
  });
  expect(await dateIn(again)).toBe(`${year}-03-08T08:00`);
  await again.getByRole('heading', { name: 'Go to' }).waitFor();
  await seat.page.goto(`${stage.endpoints.workbench}/`);
  await seat.page.getByRole('button', { name: new RegExp(`^Clock: \\w+ 8 March ${year}, 08:0`) }).waitFor();
});

test('the workbench moves it by the keyboard, says how it gets on, and refuses to go back', async () => {
  const seat = await stage.seat(stage.person(({ roles }) => roles.includes('HR')));
  const { page } = seat;
  await page.goto(`${stage.endpoints.workbench}/`);
  const clock = page.getByRole('button', { name: /^Clock:/ });
  await clock.focus();
  await page.keyboard.press('Enter');
  const before = await page.locator('.clock time').getAttribute('datetime');
  await page.getByRole('button', { name: 'One day on' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'On the way' }).waitFor();
  await page.getByRole('status').filter({ hasText: 'It is' }).waitFor({ timeout: 100_000 });
  const after = await page.locator('.clock time').getAttribute('datetime');
  expect(Date.parse(after ?? '') - Date.parse(before ?? '')).toBeGreaterThan(86_400_000 - 60_000);
  expect(await axeProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await page.locator('.clock-box').count()).toBe(0);
  const body = JSON.stringify({ to: before });
  const answer = await fetch(`${stage.endpoints.workbench}/api/clock`, { method: 'POST', body });
  expect([answer.status, await answer.json()]).toEqual([
    409,
    { sentence: 'The clock only goes forward. Start again to go back.' },
  ]);
});

test('what came on the way is shown when the clock stands again', async () => {
  const person = stage.person(({ roles }) => roles.includes('HR'));
  const seat = await stage.seat(person);
  await seat.openMail(/./);
  await seat.page.getByRole('link', { name: 'Mail' }).click();
  const message = { mailbox: person.email, from: person.email, subject: 'On the way', body: 'A word.' };
  const seed = { messages: [{ ...message, receivedDateTime: new Date().toISOString() }] };
  await fetch(`${stage.endpoints.tenant}/control/seed`, { method: 'POST', body: JSON.stringify(seed) });
  await stage.moveClock('next day', 'once');
  await seat.page.locator('.mails li', { hasText: 'On the way' }).waitFor();
});
