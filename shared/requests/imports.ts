import * as z from 'zod/mini';
import { request } from '../request';
import { importFile, importOutcome, optionalText, text } from '../request-shapes';

/** Files that become records. */
export const importRequests = {
  importAcademies: request({
    name: 'importAcademies',
    method: 'POST',
    path: '/api/imports/academies',
    says: 'Academies from a GIAS export, of one trust where `trust` is given.',
    input: z.strictObject({ ...importFile.shape, trust: optionalText }),
    output: importOutcome,
  }),
  importPeople: request({
    name: 'importPeople',
    method: 'POST',
    path: '/api/imports/people',
    says: 'People and posts from CSV, matched to Entra users by address.',
    input: importFile,
    output: importOutcome,
  }),
  importClosures: request({
    name: 'importClosures',
    method: 'POST',
    path: '/api/imports/closures',
    says: 'Closed days from CSV: scope, from, until, what, label.',
    input: z.strictObject({ ...importFile.shape, year: text }),
    output: importOutcome,
  }),
} as const;
