import Ajv from 'ajv/dist/2020';
import { openapi } from '../../shared/openapi';
import { kindNames } from '../../shared/records';
import { requests } from '../../shared/requests';

const described = openapi('https://our-academies.example');
// biome-ignore lint/suspicious/noExplicitAny: a test walks through a document of every shape
const paths = described.paths as Record<string, Record<string, any>>;
const schemas = described.components.schemas as Record<string, object>;

/** Every object in the document, with where it stands. */
function* walk(value: unknown, place: string): Generator<readonly [string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [place, value as Record<string, unknown>];
  for (const [name, inner] of Object.entries(value)) yield* walk(inner, `${place}/${name}`);
}

test('every request of the panel is described once, with its method', () => {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${operationId} ${method} ${path}`),
  );
  const wanted = Object.values(requests).map(({ name, method, path }) => `${name} ${method.toLowerCase()} ${path}`);
  expect(operations.sort()).toEqual(wanted.sort());
});

test('every value in a path is described as such, and no other', () => {
  for (const [path, methods] of Object.entries(paths))
    for (const { parameters } of Object.values(methods)) {
      const inPath = parameters
        .filter((one: { in: string }) => one.in === 'path')
        .map((one: { name: string }) => one.name);
      expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
});

test('every schema is JSON Schema 2020-12 that ajv compiles', () => {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const found = [...walk(described, '')].filter(
    ([place]) => place.endsWith('/schema') || /^\/components\/schemas\/\w+$/.test(place),
  );
  expect(found.length).toBeGreaterThan(60);
  for (const [place, schema] of found)
    if (!('$ref' in schema)) expect([place, typeof ajv.compile(schema)]).toEqual([place, 'function']);
});

test('every reference leads somewhere', () => {
  const references = [...walk(described, '')].flatMap(([, value]) =>
    typeof value['$ref'] === 'string' ? [value['$ref']] : [],
  );
  expect(references.length).toBeGreaterThan(0);
  for (const reference of references) {
    const names = reference.slice(2).split('/');
    expect([
      reference,
      names.reduce<unknown>((at, name) => (at as Record<string, unknown>)?.[name], described),
    ]).not.toContain(undefined);
  }
});

test('each kind of record is described by name, and its schema tells a record from nonsense', () => {
  expect(Object.keys(schemas)).toEqual(expect.arrayContaining([...kindNames, 'Problem']));
  const isHub = new Ajv({ strict: false, validateFormats: false }).compile(schemas['hub'] ?? {});
  expect([isHub({ name: 'North' }), isHub({ name: '' }), isHub({ name: 'North', more: 1 })]).toEqual([
    true,
    false,
    false,
  ]);
});

test('changes ask for the version as If-Match', () => {
  const change = paths['/api/records/{kind}/{key}']?.['put'];
  expect(change.parameters).toContainEqual(expect.objectContaining({ name: 'If-Match', in: 'header', required: true }));
  expect(change.requestBody.content['application/json'].schema.properties).not.toHaveProperty('version');
});
