import * as z from 'zod/mini';
import { keySchema } from '../field';
import { request } from '../request';
import { academyName, nothing, person, stored, text } from '../request-shapes';

/** Objectives, and the Word documents that they go into. */
export const appraisalRequests = {
  appraisals: request({
    name: 'appraisals',
    method: 'GET',
    path: '/api/appraisals',
    says: 'Principals and their trust-wide objectives of a year.',
    input: z.strictObject({ year: text }),
    output: z.object({
      people: z.array(z.object({ person, academy: z.optional(academyName), objectives: z.array(stored) })),
    }),
  }),
  objectiveValues: request({
    name: 'objectiveValues',
    method: 'GET',
    path: '/api/objectives/{key}/values',
    says: 'What goes into the content controls of a template, by tag (the vocabulary is in shared/reference).',
    input: z.strictObject({ key: keySchema }),
    output: z.object({ values: z.record(z.string(), z.string()) }),
  }),
  templates: request({
    name: 'templates',
    method: 'GET',
    path: '/api/templates',
    says: "Word templates in the trust's library.",
    input: nothing,
    output: z.object({
      templates: z.array(z.object({ id: z.string(), name: z.string(), changedAt: z.string(), bytes: z.number() })),
    }),
  }),
  fillTemplate: request({
    name: 'fillTemplate',
    method: 'POST',
    path: '/api/templates/{id}/fill',
    says: 'Fills a copy of a template with an objective and keeps it in the library; the template stays as it is.',
    input: z.strictObject({ id: text, objective: keySchema }),
    output: z.object({
      document: z.object({ id: z.string(), name: z.string() }),
      filled: z.array(z.string()),
      empty: z.array(z.string()),
      unused: z.array(z.string()),
    }),
  }),
  readDocument: request({
    name: 'readDocument',
    method: 'GET',
    path: '/api/documents/{id}',
    says: 'A filled document, as base64.',
    input: z.strictObject({ id: text }),
    output: z.object({ name: z.string(), file: z.string() }),
  }),
} as const;
