import { type Browser, chromium } from 'playwright-core';
import { axeProblems } from '../../../axe';
import { ids, type Rig, redirectUri, seed, startRig } from './harness';

let rig: Rig;
let browser: Browser;

beforeAll(async () => {
  rig = await startRig({
    seeded: {
      ...seed,
      users: [
        ...(seed.users ?? []),
        {
          id: 'eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee',
          displayName: 'A name so long that it has to be broken onto several lines of a small screen',
          userPrincipalName: 'averylongaddresswithoutanyplacetobreakitwhatsoever@beacon.example',
          jobTitle: '<b>Head</b>',
        },
      ],
    },
  });
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
});
afterAll(async () => {
  await browser?.close();
  await rig.stop();
});

const address = (more: Record<string, string> = {}) =>
  `${rig.url}/${ids.tenant}/oauth2/v2.0/authorize?${new URLSearchParams({
    client_id: ids.panel,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: `api://${ids.api}/access_as_user openid`,
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    ...more,
  })}`;

test.each([
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
] as const)(
  'the page to pick a person has no violation and no sideways scroll at 320 px, %s',
  async (_what, options) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 }, ...options });
    await page.goto(address());
    expect(await axeProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.close();
  },
);

test('a person is found by a word and picked with the keyboard', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  await page.route(`${redirectUri}**`, (route) => route.fulfill({ body: 'back in the panel' }));
  await page.goto(address({ state: 'kept' }));
  await page.getByLabel('Find a person').fill('principal');
  await page.keyboard.press('Enter');
  await page.waitForURL(/find=principal/);
  expect(await page.getByRole('button').allInnerTexts()).toEqual(['Find', expect.stringContaining('Ash Ridley')]);
  await page.getByRole('button', { name: /Ash Ridley/ }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/signed-in/);
  expect(new URL(page.url()).searchParams.get('state')).toBe('kept');
  await page.close();
});

test('names are shown as text, whatever they say', async () => {
  const page = await browser.newPage();
  await page.goto(address());
  expect(await page.getByText('<b>Head</b>').count()).toBe(1);
  await page.goto(address({ find: 'nobody at all' }));
  expect(await page.getByRole('status').textContent()).toContain('Nobody is called');
  await page.close();
});
