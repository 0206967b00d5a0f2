import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { triggers } from '../../functions/triggers/registry';
import { requests } from '../../shared/requests';

const top = path.join(__dirname, '..', '..');
const sources = readdirSync(path.join(top, 'functions'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file: `functions/${file}`, text: readFileSync(path.join(top, 'functions', file), 'utf8') }));

const filesSaying = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

test('nothing reaches HTTP but through the one file that decides authLevel', () => {
  expect(filesSaying(/authLevel/)).toEqual(['functions/register.ts']);
  expect(filesSaying(/\bapp\.(http|get|post|put|patch|deleteRequest|timer|storageQueue|generic)\(/)).toEqual([
    'functions/register.ts',
  ]);
});

test('only functions/identity mints a Caller', () => {
  expect(filesSaying(/\bas Caller\b/)).toEqual(['functions/identity/caller.ts']);
});

test('nobody believes the headers that a gateway may forge', () => {
  expect(
    filesSaying(/x-ms-client-principal|\.user\b(?!\w)/i).filter((file) => !file.startsWith('functions/graph/')),
  ).toEqual([]);
});

test('every call has its trigger, under its own name, with who may make it', () => {
  expect(Object.keys(triggers).sort()).toEqual(Object.keys(requests).sort());
  for (const [name, { request, permit }] of Object.entries(triggers)) {
    expect(request.name).toBe(name);
    expect(permit === 'everyone signed in' || permit.length > 0).toBe(true);
  }
});

test('no personal data is written into an address: keys and kinds travel there, texts in bodies', () => {
  const inPaths = Object.values(requests).flatMap(({ path: template }) =>
    [...template.matchAll(/\{(\w+)\}/g)].map(([, one]) => one),
  );
  expect([...new Set(inPaths)].sort()).toEqual(['id', 'key', 'kind', 'network', 'step']);
});
