import { readFileSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { OpenItem } from '../../addin/host/port';
import type { ContentControl, FillOutcome } from '../../addin/host/word-document';
import type { Me } from '../../addin/panel-context';
import type { ScreenName } from '../../addin/screens/names';
import type { Result } from '../../shared/result';

const root = path.resolve(__dirname, '../..');
const nonce = 'test-nonce';
const page = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Our Academies</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style nonce="${nonce}">body{margin:0;font-family:'Segoe UI','Liberation Sans',sans-serif}</style></head>
<body><div id="panel"></div>
<script nonce="${nonce}">window.FabricConfig={fontBaseUrl:'',mergeStyles:{cspSettings:{nonce:'${nonce}'}}}</script>
<script nonce="${nonce}" type="module" src="/panel/panel-page.js"></script></body></html>`;
const policy = `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'nonce-${nonce}'; worker-src 'self'; img-src 'self' data:; connect-src 'self'`;

export interface Opened {
  readonly screen: ScreenName;
  readonly given?: Readonly<Record<string, string>>;
  readonly width?: number;
  readonly dark?: boolean;
  readonly forcedColors?: boolean;
  readonly me: Me;
  /** The API, by hand. */
  answer(request: string, input: Readonly<Record<string, unknown>>): Result<unknown> | Promise<Result<unknown>>;
  /** What is open in Outlook. */
  readonly item?: OpenItem;
  /** From signing in on. */
  readonly whole?: boolean;
  readonly document?: {
    readonly address: string;
    controls(): readonly ContentControl[];
    fill(values: Readonly<Record<string, string>>): FillOutcome;
  };
}

export interface Stage {
  open(opened: Opened): Promise<Page>;
  close(): Promise<void>;
}

/** A headless browser with the panel's own screens under the panel's own Content-Security-Policy. */
export async function openStage(): Promise<Stage> {
  const files = await bundle();
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Content-Type', file === undefined ? 'text/html; charset=utf-8' : 'text/javascript');
    response.end(file ?? page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { open: (opened) => openPage(browser, origin, opened), close: () => closeAll(browser, server) };
}

async function bundle(): Promise<ReadonlyMap<string, string>> {
  const common = { bundle: true, write: false, absWorkingDir: root, target: 'es2022', jsx: 'automatic' } as const;
  const define = { 'process.env.NODE_ENV': '"production"' };
  const [panel, ...workers] = await Promise.all([
    build({
      ...common,
      define,
      entryPoints: ['tests/addin/panel-page.tsx'],
      format: 'esm',
      splitting: true,
      outdir: '/panel',
    }),
    ...['addin/plan-worker.ts', 'addin/triad-worker.ts'].map((worker) =>
      build({ ...common, define, entryPoints: [worker], format: 'iife', outdir: '/panel' }),
    ),
  ]);
  const files = [panel, ...workers].flatMap(({ outputFiles }) => outputFiles);
  return new Map(files.map((file) => [file.path.replaceAll(path.sep, '/'), file.text]));
}

async function openPage(browser: Browser, origin: string, opened: Opened): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: opened.width ?? 320, height: 640 },
    locale: 'en-GB',
    colorScheme: opened.dark ? 'dark' : 'light',
    forcedColors: opened.forcedColors ? 'active' : 'none',
    acceptDownloads: true,
  });
  // Below jest's own limit, so that a step that waits in vain is named.
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(String(error)));
  const { screen, given = {}, dark = false, me, item, whole = false, document } = opened;
  await page.exposeFunction('answer', (request: string, input: Readonly<Record<string, unknown>>) =>
    opened.answer(request, input),
  );
  await page.exposeFunction('controls', () => document?.controls());
  await page.exposeFunction('fill', (values: Readonly<Record<string, string>>) => document?.fill(values));
  const setUp = {
    screen,
    given,
    dark,
    me,
    whole,
    ...(item === undefined ? {} : { item }),
    ...(document === undefined ? {} : { document: document.address }),
  };
  await page.addInitScript(`window.setUp = ${JSON.stringify(setUp)}`);
  await page.goto(`${origin}/`);
  return page;
}

async function closeAll(browser: Browser, server: HttpServer): Promise<void> {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
}

/** What the pages threw since the tests began; a test fails on it by looking. */
export const faults: string[] = [];

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on the page as it stands: rule and element. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await checker.run();
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

/** Whether something is wider than the pane. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main')].some((one) => one.scrollWidth > one.clientWidth),
  );
}
