import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, type BrowserContext, chromium, type Frame, type Page } from 'playwright-core';
import * as z from 'zod/mini';
import { type DemonstrationTrust, demonstrationTrust } from '../infra/local/demonstration/trust';
import type { Endpoints, LocalPerson } from '../infra/local/endpoints';
import { type Running, startAll } from '../infra/local/supervisor/start-all';

/** Stories in a real browser, on the very processes that `npm start` brings up, in a folder of their own. */
export interface Stage {
  readonly running: Running;
  readonly endpoints: Endpoints;
  readonly trust: DemonstrationTrust;
  readonly browser: Browser;
  /** Somebody at a computer of their own. */
  seat(person: LocalPerson, look?: Look): Promise<Seat>;
  person(holds: (person: LocalPerson) => boolean): LocalPerson;
  /** What Graph itself says, asked app-only by the workbench. */
  graph(path: string): Promise<unknown>;
  graphFile(path: string): Promise<Uint8Array>;
  /**
   * Moves the clock of all processes and of every seat's pages forward: to an instant, a wall time in London
   * (`2027-01-11T08:00`) or a step. What falls due on the way is done; with `once` only what is overdue at the end.
   */
  moveClock(to: string, timers?: 'thinned' | 'each' | 'once'): Promise<void>;
  stop(): Promise<void>;
}

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly forcedColors?: 'active' | 'none';
}

/** One person in the workbench. */
export interface Seat {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly person: LocalPerson;
  openCalendar(date: string): Promise<void>;
  /** In the week that is shown. */
  openEvent(subject: string | RegExp): Promise<void>;
  openMail(subject: string | RegExp): Promise<void>;
  openDocument(name: string): Promise<void>;
  /** Presses "Our Academies" and gives the panel's frame. */
  openPanel(): Promise<Frame>;
  /** Presses "Our Academies", and signs in by the tenant's own page where the panel asks for it. */
  openPanelSignedIn(before?: (frame: Frame) => Promise<void>): Promise<Frame>;
  closePanel(): Promise<void>;
  dark(): Promise<void>;
  /** In pixels, from 320 to 500. */
  widenPanel(width: number): Promise<void>;
  leave(): Promise<void>;
}

const stateSchema = z.object({ today: z.string() });
const anyFreePorts = () => {
  const first = 4710 + Math.floor(Math.random() * 27) * 3;
  return { workbench: first, tenant: first + 1, functions: first + 2 };
};

export async function openStage(): Promise<Stage> {
  const executablePath = chromiumPath();
  await promisify(execFile)(process.execPath, ['infra/build.mjs']);
  const folder = mkdtempSync(join(tmpdir(), 'our-academies-'));
  const running = await startAll({ folder, fresh: true, ports: anyFreePorts(), tell: () => undefined });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  const { endpoints } = running;
  const { today } = z.parse(stateSchema, JSON.parse(readFileSync(join(folder, 'demonstration.json'), 'utf8')));
  const ask = graphAsker(endpoints);
  return {
    running,
    endpoints,
    browser,
    trust: demonstrationTrust({ today, organiserMailbox: endpoints.organiserMailbox }),
    seat: (person, look = {}) => takeSeat(browser, endpoints, person, look),
    person(holds) {
      const found = endpoints.people.find(holds);
      if (found === undefined) throw new Error('Nobody of the demonstration trust is like that.');
      return found;
    },
    graph: async (path) => (await ask(path)).json(),
    moveClock: async (to, timers = 'thinned') => {
      await moveClock(endpoints, to, timers);
      for (const context of browser.contexts()) for (const page of context.pages()) await catchUp(page, endpoints);
    },
    graphFile: async (path) => new Uint8Array(await (await ask(path)).arrayBuffer()),
    async stop() {
      await browser.close();
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const clockSchema = z.object({ now: z.string(), moving: z.optional(z.unknown()), sentence: z.optional(z.string()) });

async function moveClock({ workbench }: Endpoints, to: string, timers: string): Promise<void> {
  const address = `${workbench}/api/clock`;
  const answer = await fetch(address, { method: 'POST', body: JSON.stringify({ to, timers }) });
  if (answer.status !== 202) throw new Error(`The clock was not moved: ${await answer.text()}`);
  for (;;) {
    const { moving, sentence } = z.parse(clockSchema, await (await fetch(address)).json());
    if (sentence !== undefined) throw new Error(sentence);
    if (moving === undefined) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The workbench's page looks every second where the clock stands, and tells the panel in it. */
async function catchUp(page: Page, { workbench, functions }: Endpoints): Promise<void> {
  const { now } = z.parse(clockSchema, await (await fetch(`${workbench}/api/clock`)).json());
  for (const frame of page.frames())
    if ([workbench, functions].includes(new URL(frame.url()).origin))
      await frame.waitForFunction((wanted) => Date.now() >= wanted, Date.parse(now));
}

function chromiumPath(): string {
  const places = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = places.find((place) => place !== undefined && existsSync(place));
  if (found === undefined)
    throw new Error('The stories need Chromium: apt-get install chromium, or set CHROMIUM to its path.');
  return found;
}

const tokenSchema = z.object({ access_token: z.string() });

function graphAsker(endpoints: Endpoints): (path: string) => Promise<Response> {
  return async (path) => {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: endpoints.workbenchClientId,
      client_secret: endpoints.workbenchClientSecret,
      scope: 'https://graph.microsoft.com/.default',
    });
    const address = `${endpoints.tenant}/${endpoints.tenantId}/oauth2/v2.0/token`;
    const token = z.parse(tokenSchema, await (await fetch(address, { method: 'POST', body: form })).json());
    const response = await fetch(`${endpoints.tenant}/v1.0${path}`, {
      headers: { authorization: `Bearer ${token.access_token}`, prefer: 'outlook.timezone="Europe/London"' },
    });
    if (!response.ok) throw new Error(`Graph answered ${response.status}: ${await response.text()}`);
    return response;
  };
}

async function takeSeat(browser: Browser, endpoints: Endpoints, person: LocalPerson, look: Look): Promise<Seat> {
  const { width = 1280, height = 900, forcedColors = 'none' } = look;
  const context = await browser.newContext({ viewport: { width, height }, forcedColors, acceptDownloads: true });
  const page = await context.newPage();
  const go = async (place: string) => {
    await page.goto(`${endpoints.workbench}/#/${person.id}/${place}`);
    await page.locator('main').waitFor();
  };
  const seat: Seat = {
    context,
    page,
    person,
    openCalendar: async (date) => {
      await go(`calendar/${date}`);
      await page.locator('.week').waitFor();
    },
    openEvent: async (subject) => {
      const wanted = typeof subject === 'string' ? page.getByText(subject, { exact: true }) : page.getByText(subject);
      await page.locator('.event').filter({ has: wanted }).first().click();
      await page.locator('article.item').waitFor();
    },
    openMail: async (subject) => {
      await go('mail');
      await page.locator('.mails li', { hasText: subject }).first().click();
      await page.locator('article.item').waitFor();
    },
    openDocument: async (name) => {
      await go('word');
      await page.getByRole('link', { name: `New document from ${name}` }).click();
      await page.locator('.paper section').waitFor();
    },
    openPanel: () => openPanel(page),
    openPanelSignedIn: async (before) => {
      const frame = await openPanel(page);
      await signInIfAsked(page, frame, person, before);
      return frame;
    },
    closePanel: async () => {
      await page.getByRole('button', { name: 'Close the pane' }).click();
    },
    dark: async () => {
      await page.getByRole('button', { name: 'Dark', exact: true }).click();
    },
    widenPanel: (wanted) => widenPanel(page, wanted),
    leave: () => context.close(),
  };
  return seat;
}

async function openPanel(page: Page): Promise<Frame> {
  await page.getByRole('button', { name: 'Our Academies', exact: true }).click();
  const handle = await page.locator('iframe[name="panel"]').elementHandle();
  const frame = await handle?.contentFrame();
  if (frame === null || frame === undefined) throw new Error('The pane has no frame.');
  await frame.locator('h1, h2, button').first().waitFor();
  return frame;
}

/** The panel either knows the person already, or asks them to sign in; the tenant's page then asks whom. */
async function signInIfAsked(
  page: Page,
  frame: Frame,
  { email }: LocalPerson,
  before?: (frame: Frame) => Promise<void>,
): Promise<void> {
  const button = frame.getByRole('button', { name: 'Sign in' });
  const inside = frame.getByRole('heading', { level: 1 }).filter({ hasNotText: /^Our Academies$/ });
  await Promise.race([button.waitFor(), inside.waitFor()]);
  if (!(await button.isVisible())) return;
  await before?.(frame);
  const opening = page.waitForEvent('popup');
  await button.click();
  const popup = await opening;
  const choice = popup.getByRole('button', { name: email });
  await Promise.race([choice.waitFor(), popup.waitForEvent('close')]).catch(() => undefined);
  if (!popup.isClosed()) {
    await choice.click();
    if (!popup.isClosed()) await popup.waitForEvent('close');
  }
  await button.waitFor({ state: 'detached' });
}

/** With the arrow keys on the pane's edge, twenty pixels each. */
async function widenPanel(page: Page, wanted: number): Promise<void> {
  const edge = page.getByRole('separator', { name: 'Width of the pane' });
  for (let width = Number(await edge.getAttribute('aria-valuenow')); width !== wanted; ) {
    await edge.press(width < wanted ? 'ArrowLeft' : 'ArrowRight');
    width += width < wanted ? 20 : -20;
  }
}
