import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { DOMParser, type Element } from '@xmldom/xmldom';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

const addin = path.resolve(__dirname, '../../addin');
const origin = 'https://public-origin.example';
const read = (name: string) => readFileSync(path.join(addin, name), 'utf8');

function elements(text: string): readonly Element[] {
  const found = new DOMParser().parseFromString(text, 'text/xml').getElementsByTagName('*');
  return [...found];
}
const named = (all: readonly Element[], name: string) => all.filter(({ localName }) => localName === name);

/** Width and height as a PNG's own header tells them. */
function sizeOf(icon: string): readonly [number, number] {
  const bytes = readFileSync(path.join(addin, 'icons', icon));
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe.each([
  ['outlook.xml', 'ReadItem', 'Mailbox'],
  ['word.xml', 'ReadWriteDocument', 'Document'],
])('%s', (file, permission, host) => {
  const all = elements(read(file));

  test('asks for the least permission and one host', () => {
    expect(named(all, 'Permissions').map(({ textContent }) => textContent)).toEqual([permission]);
    expect(named(all, 'Hosts')[0]?.getElementsByTagName('Host')[0]?.getAttribute('Name')).toBe(host);
  });

  test('names only our own origin and the sign-in', () => {
    const addresses = all
      .flatMap((one) => one.getAttribute('DefaultValue') ?? [])
      .filter((value) => value.includes(':/'));
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses.filter((address) => !address.startsWith(`${origin}/panel`))).toEqual([]);
    expect(named(all, 'AppDomain').map(({ textContent }) => textContent)).toEqual([
      origin,
      'https://login.microsoftonline.com',
    ]);
  });

  test('uses only resources that it declares, and declares none in vain', () => {
    const used = new Set(all.flatMap((one) => one.getAttribute('resid') ?? []));
    const resources = named(all, 'Resources')[0];
    const declared = [...(resources?.getElementsByTagName('*') ?? [])].flatMap((one) => one.getAttribute('id') ?? []);
    expect([...used].sort()).toEqual(declared.sort());
  });

  test('gives every icon in the size that it says', () => {
    const images = named(all, 'Image').filter((one) => one.getAttribute('id') !== null);
    const told = images.map((one) => [one.getAttribute('id'), one.getAttribute('DefaultValue') ?? ''] as const);
    expect(told.length).toBe(8);
    for (const [id, address] of told) {
      const size = Number(id?.replace('icon', ''));
      expect(sizeOf(path.basename(address))).toEqual([size, size]);
    }
  });

  test('keeps its texts within what Office shows', () => {
    const strings = (name: string) =>
      named(all, name).flatMap((list) =>
        [...list.getElementsByTagName('*')].map((one) => one.getAttribute('DefaultValue') ?? ''),
      );
    expect(strings('ShortStrings').filter((text) => text.length > 125)).toEqual([]);
    expect(strings('LongStrings').filter((text) => text.length > 250)).toEqual([]);
    expect(named(all, 'Description')[0]?.getAttribute('DefaultValue')?.length).toBeLessThanOrEqual(250);
  });
});

test.each(['outlook.xml', 'word.xml', 'manifest.json'])("Microsoft's own tool reads %s", async (file) => {
  // As a command: jest cannot load it, since it asks for an ES module.
  const tool = require.resolve('office-addin-manifest/cli.js');
  const { stdout } = await promisify(execFile)(process.execPath, [tool, 'info', path.join(addin, file)]);
  expect(stdout).toContain('Our Academies');
  expect(stdout).toMatch(/Version: 1\.0\.0/);
});

test('the two manifests are two add-ins', () => {
  const ids = ['outlook.xml', 'word.xml'].map((file) => named(elements(read(file)), 'Id')[0]?.textContent);
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

describe('manifest.json', () => {
  const manifest: unknown = JSON.parse(read('manifest.json'));
  const folder = path.join(path.dirname(require.resolve('@microsoft/app-manifest')), 'json-schemas/teams/v1.30');
  // The schema says draft 4 and uses nothing that draft 7 reads differently, but ajv refuses the word.
  const { $schema: _draft4, ...schema } = JSON.parse(
    readFileSync(path.join(folder, 'MicrosoftTeams.schema.json'), 'utf8'),
  ) as { readonly $schema: string };
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
  const validate = ajv.compile(schema);

  test("holds against Microsoft's schema", () => {
    validate(manifest);
    expect(validate.errors ?? []).toEqual([]);
  });

  test('the schema refuses what Microsoft refuses, e.g. empty extensions', () => {
    expect(validate({ ...(manifest as object), extensions: [{}, {}] })).toBe(false);
  });

  test('asks for no more than the XML manifests do', () => {
    const { authorization } = manifest as { authorization: { permissions: { resourceSpecific: { name: string }[] } } };
    expect(authorization.permissions.resourceSpecific.map(({ name }) => name)).toEqual([
      'MailboxItem.Read.User',
      'Document.ReadWrite.User',
    ]);
  });

  test('names icons that exist in the sizes that Microsoft asks for', () => {
    expect(sizeOf('color-192.png')).toEqual([192, 192]);
    expect(sizeOf('outline-32.png')).toEqual([32, 32]);
    const used = [...read('manifest.json').matchAll(/icon-\d+\.png/g)].map(([name]) => name);
    expect(used.filter((name) => !readdirSync(path.join(addin, 'icons')).includes(name))).toEqual([]);
  });
});
