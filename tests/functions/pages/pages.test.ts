import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { HttpRequest } from '@azure/functions';
import { assetsIn } from '../../../functions/pages/assets';
import { escapeHtml, jsonForScript } from '../../../functions/pages/html';
import { openPage } from '../../../functions/pages/open-page';
import { panelPage, redirectPage } from '../../../functions/pages/panel-page';
import { contentSecurityPolicy } from '../../../functions/pages/policy';
import { config } from '../service';

const headersOf = (answer: { headers?: unknown }) => answer.headers as Record<string, string>;

test('the policy of the panel is the one that Office was seen to need', () => {
  expect(contentSecurityPolicy('N', config).split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self' 'nonce-N' https://appsforoffice.microsoft.com",
    "style-src 'self' 'nonce-N'",
    "connect-src 'self' https://login.microsoftonline.com",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'none'",
    "frame-src 'self' https://telemetryservice.firstpartyapps.oaspapps.com https://login.microsoftonline.com",
    "frame-ancestors 'self' https://*.cloud.microsoft https://*.office.com https://*.office365.com https://*.officeapps.live.com https://*.sharepoint.com https://*.outlook.com",
  ]);
});

test.each([panelPage, redirectPage])(
  'every script and style of a page carries the nonce, and nothing is stored',
  (show) => {
    const page = show(config, 'NONCE');
    const tags = String(page.body).match(/<(script|style)\b[^>]*>/g) ?? [];
    expect(tags.length).toBeGreaterThan(0);
    for (const tag of tags) expect(tag).toContain('nonce="NONCE"');
    expect(String(page.body)).not.toMatch(/ on\w+=|style="/);
    expect(headersOf(page)).toMatchObject({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
    expect(headersOf(page)).not.toHaveProperty('X-Frame-Options');
  },
);

test('the panel is told whom to ask for a token, and no secret', () => {
  const body = String(panelPage({ ...config, authorityMetadata: '{"issuer":"</script><script>alert(1)"}' }, 'N').body);
  const [, json = ''] = /id="settings"[^>]*>(.*?)<\/script>/s.exec(body) ?? [];
  expect(JSON.parse(json)).toMatchObject({
    panelClientId: config.panelClientId,
    tenantId: config.tenantId,
    apiScope: `api://${config.apiClientId}/access_as_user`,
    authorityMetadata: '{"issuer":"</script><script>alert(1)"}',
  });
  expect(body).not.toContain('alert(1)"}</script>');
  expect(body).not.toContain('secret');
});

test('text in HTML and JSON in scripts cannot become markup', () => {
  expect(escapeHtml(`<img src=x onerror="a('&')">`)).toBe('&#60;img src=x onerror=&#34;a(&#39;&#38;&#39;)&#34;&#62;');
  expect(jsonForScript({ text: '</script><!--\u2028' })).not.toMatch(/<|\u2028/);
});

test('the page behind a link says how to open the panel and repeats nothing of the address', () => {
  const page = openPage('review');
  expect(page.status).toBe(200);
  expect(String(page.body)).toContain('a peer review');
  for (const kind of ['<script>', 'constructor', '__proto__', undefined]) {
    const other = openPage(kind);
    expect(other.status).toBe(404);
    expect(String(other.body)).not.toContain('script');
  }
});

const folder = mkdtempSync(path.join(tmpdir(), 'assets-'));
const text = 'export const answer = 42;\n'.repeat(200);
writeFileSync(path.join(folder, 'panel.js'), text);
writeFileSync(path.join(folder, 'chunk-ABCDEF12.js'), text);
writeFileSync(path.join(folder, 'secret.json'), '{}');
const serve = assetsIn(folder);
const ask = (name: string, headers: Record<string, string> = {}) =>
  serve(name, new HttpRequest({ method: 'GET', url: 'https://our-academies.example/panel/x', headers }));

test('files are sent as small as the browser takes them', async () => {
  const plain = await ask('panel.js');
  expect(Buffer.from(plain.body as Uint8Array).toString()).toBe(text);
  const brotli = await ask('panel.js', { 'accept-encoding': 'gzip, br' });
  expect(headersOf(brotli)['Content-Encoding']).toBe('br');
  expect(brotliDecompressSync(brotli.body as Uint8Array).toString()).toBe(text);
  const gzip = await ask('panel.js', { 'accept-encoding': 'gzip, br;q=0' });
  expect(headersOf(gzip)['Content-Encoding']).toBe('gzip');
  expect(gunzipSync(gzip.body as Uint8Array).toString()).toBe(text);
});

test('hashed parts are kept for ever, the others are asked for again and found unchanged', async () => {
  expect(headersOf(await ask('chunk-ABCDEF12.js'))['Cache-Control']).toBe('public, max-age=31536000, immutable');
  const first = headersOf(await ask('panel.js'));
  expect(first['Cache-Control']).toBe('no-cache');
  const again = await ask('panel.js', { 'if-none-match': first['ETag'] ?? '' });
  expect([again.status, again.body]).toEqual([304, undefined]);
});

test.each([
  '../app.js',
  '..%2fapp.js',
  '%2e%2e/app.js',
  'a/b.js',
  '.env',
  'secret.json',
  'nothing.js',
  'panel.js\0.png',
  '',
])('the address %j leads nowhere', async (name) => {
  expect((await ask(name)).status).toBe(404);
});
