import * as z from 'zod/mini';
import type { Kind } from './record';
import { kinds } from './records';
import { type Request, requests } from './requests';
import { problemStatus } from './result';

type Json = { readonly [name: string]: unknown };

/**
 * The API as an OpenAPI 3.1 document, made from shared/requests.ts and the kinds of record.
 *
 * @example openapi('https://our-academies.example').paths['/api/me']
 */
export function openapi(origin: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Our Academies',
      version: '1.0.0',
      description:
        'What the panel in Outlook and Word asks of the function app. Records of a kind are described under ' +
        'components.schemas by the name of the kind. `version` of a stored record is its ETag and travels as If-Match.',
    },
    servers: [{ url: origin }],
    security: [{ signIn: [] }],
    paths: paths(),
    components: {
      securitySchemes: {
        signIn: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'An access token of Entra for the scope access_as_user.',
        },
      },
      responses: { Problem: problemResponse },
      schemas: { Problem: problemSchema, ...kindSchemas() },
    },
  };
}

const problemResponse: Json = {
  description: 'What a user can cause, or a fault of ours, as RFC 9457.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'reference'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'A sentence for the user that says what to do.' },
    code: { enum: [...Object.keys(problemStatus), 'fault'] },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'sentence'],
        properties: { path: { type: 'string' }, sentence: { type: 'string' } },
      },
    },
    current: { description: 'With changed-meanwhile: what is stored now.' },
    retryAfterSeconds: { type: 'number' },
    reference: { type: 'string', description: 'To quote when asking for help.' },
  },
};

function kindSchemas(): Json {
  return Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, kindSchema(kind as Kind)]));
}

function kindSchema(kind: Kind): Json {
  return { ...jsonSchema(kind.schema, 'input'), title: kind.one };
}

/** zod → JSON Schema 2020-12, which OpenAPI 3.1 takes as it is. */
export function jsonSchema(schema: z.ZodMiniType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

function paths(): Json {
  const all: Record<string, Record<string, Json>> = {};
  for (const request of Object.values(requests) as Request[])
    all[request.path] = { ...all[request.path], [request.method.toLowerCase()]: operation(request) };
  return all;
}

function operation(request: Request): Json {
  const input = jsonSchema(request.input, 'input');
  const properties = (input['properties'] ?? {}) as Record<string, Json>;
  const required = (input['required'] ?? []) as readonly string[];
  const inPath = [...request.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const rest = Object.keys(properties).filter((name) => !inPath.includes(name) && name !== 'version');
  const isGet = request.method === 'GET';
  return {
    operationId: request.name,
    summary: request.says,
    parameters: [
      ...inPath.map((name) => ({ name, in: 'path', required: true, schema: properties[name] ?? {} })),
      ...('version' in properties
        ? [{ name: 'If-Match', in: 'header', required: true, schema: properties['version'] }]
        : []),
      ...(isGet
        ? rest.map((name) => ({ name, in: 'query', required: required.includes(name), schema: properties[name] }))
        : []),
    ],
    ...(isGet || rest.length === 0 ? {} : { requestBody: body(rest, properties, required) }),
    responses: {
      [request.name === 'createRecord' ? '201' : '200']: {
        description: 'Done.',
        content: { 'application/json': { schema: jsonSchema(request.output, 'output') } },
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function body(names: readonly string[], properties: Readonly<Record<string, Json>>, required: readonly string[]): Json {
  const schema = {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, properties[name]])),
    required: names.filter((name) => required.includes(name)),
    additionalProperties: false,
  };
  return { required: true, content: { 'application/json': { schema } } };
}
