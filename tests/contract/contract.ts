import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** Where Microsoft's description of Graph lies on a machine that has it; it is no part of the repository. */
export const contractFile = join(process.cwd(), '..', 'shared', 'data', 'graph-v1.0-slice.openapi.json');
export const hasContract = existsSync(contractFile);

type Schema = Record<string, unknown>;

interface OpenApi {
  readonly paths: Record<
    string,
    Record<
      string,
      { readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: Schema }> }> }
    >
  >;
  readonly components: {
    readonly schemas: Record<string, Schema>;
    readonly responses: { readonly error: { readonly content: Record<string, { readonly schema: Schema }> } };
  };
}

/** OpenAPI 3.0 says `nullable` where JSON Schema says a type of null. */
function withoutNullable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNullable);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = value as Schema;
  const plain = Object.fromEntries(Object.entries(rest).map(([name, inner]) => [name, withoutNullable(inner)]));
  return nullable === true ? { anyOf: [plain, { type: 'null' }] } : plain;
}

export interface Contract {
  /** What is wrong with a body: in form, or a property that Microsoft does not name. */
  faults(template: string, method: string, status: number, body: unknown): string[];
}

export function readContract(): Contract {
  const api = JSON.parse(readFileSync(contractFile, 'utf8')) as OpenApi;
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  for (const format of ['binary', 'base64url', 'duration', 'int16', 'int32', 'int64', 'double'])
    ajv.addFormat(format, true);
  // Edm.TimeOfDay has no offset, unlike JSON Schema's time.
  ajv.addFormat('time', /^\d\d:\d\d:\d\d(\.\d+)?$/);
  ajv.addSchema({ $id: 'graph', components: withoutNullable(api.components) as Schema });
  const compiled = new Map<Schema, ValidateFunction>();
  const validate = (schema: Schema): ValidateFunction => {
    const known = compiled.get(schema);
    if (known) return known;
    const local = JSON.parse(
      JSON.stringify(withoutNullable(schema)).replaceAll('"#/components', '"graph#/components'),
    ) as Schema;
    const made = ajv.compile(local);
    compiled.set(schema, made);
    return made;
  };
  const schemaOf = (template: string, method: string, status: number): Schema | undefined => {
    if (status >= 400) return api.components.responses.error.content['application/json']?.schema;
    const responses = api.paths[template]?.[method.toLowerCase()]?.responses;
    if (!responses) throw new Error(`The contract has no ${method} ${template}.`);
    return (responses[String(status)] ?? responses['2XX'] ?? responses['201'] ?? responses['200'])?.content?.[
      'application/json'
    ]?.schema;
  };
  return {
    faults: (template, method, status, body) => {
      const schema = schemaOf(template, method, status);
      if (!schema) return [];
      const check = validate(schema);
      const wrong = check(body) ? [] : (check.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
      return [...wrong, ...strangers(api, schema, body, '')];
    },
  };
}

/** All properties that a schema names, its bases included; undefined for an open type. */
function propertiesOf(api: OpenApi, schema: Schema): Map<string, Schema> | undefined {
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const target = api.components.schemas[reference.replace('#/components/schemas/', '')];
    return target ? propertiesOf(api, target) : undefined;
  }
  if (schema['additionalProperties'] !== undefined || schema['x-nav'] !== undefined) return undefined;
  const all = new Map(Object.entries((schema['properties'] ?? {}) as Record<string, Schema>));
  for (const base of (schema['allOf'] ?? []) as Schema[]) {
    const inherited = propertiesOf(api, base);
    if (!inherited) return undefined;
    for (const [name, inner] of inherited) all.set(name, inner);
  }
  return all.size === 0 ? undefined : all;
}

function strangers(api: OpenApi, schema: Schema, value: unknown, path: string): string[] {
  if (Array.isArray(value)) {
    const items = schema['items'] as Schema | undefined;
    return items ? value.flatMap((one, index) => strangers(api, items, one, `${path}/${index}`)) : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const properties = propertiesOf(api, schema);
  if (!properties) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name.includes('@')) return [];
    const known = properties.get(name);
    return known ? strangers(api, known, inner, `${path}/${name}`) : [`${path}/${name} is not in the contract`];
  });
}
