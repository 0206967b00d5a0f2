import * as z from 'zod/mini';
import { keySchema } from '../field';
import { request } from '../request';
import { caller, kind, nothing, optionalText, stored, version, waitingItem } from '../request-shapes';

/** What a link in an event or mail may stand for. */
const linkedKind = z.enum(['review', 'meeting', 'action']);

/** Who asks, what waits for them, and records of every kind. */
export const recordRequests = {
  me: request({
    name: 'me',
    method: 'GET',
    path: '/api/me',
    says: 'Who is signed in, and as what.',
    input: nothing,
    output: caller,
  }),
  waiting: request({
    name: 'waiting',
    method: 'GET',
    path: '/api/waiting',
    says: 'What waits for the caller.',
    input: nothing,
    output: z.object({ items: z.array(waitingItem) }),
  }),
  open: request({
    name: 'open',
    method: 'GET',
    path: '/api/open/{key}',
    says: 'What the opaque key in an event or mail stands for, as far as the caller may know; `kind` is the one in the link.',
    input: z.strictObject({ key: keySchema, kind: z.optional(linkedKind) }),
    output: z.object({ kind: linkedKind, key: z.string(), title: z.string() }),
  }),

  listRecords: request({
    name: 'listRecords',
    method: 'GET',
    path: '/api/records/{kind}',
    says: 'A page of records, all or those whose indexed field `by` is `is`. People are asked by Entra id.',
    input: z.strictObject({
      kind,
      by: optionalText,
      is: optionalText,
      top: z.optional(z.coerce.number()),
      cursor: z.optional(z.string()),
    }),
    output: z.object({ records: z.array(stored), next: z.optional(z.string()) }),
  }),
  getRecord: request({
    name: 'getRecord',
    method: 'GET',
    path: '/api/records/{kind}/{key}',
    says: 'One record.',
    input: z.strictObject({ kind, key: keySchema }),
    output: stored,
  }),
  createRecord: request({
    name: 'createRecord',
    method: 'POST',
    path: '/api/records/{kind}',
    says: 'Keeps a new record under a key that the client made; the same key and content again give the first answer.',
    input: z.strictObject({ kind, key: keySchema, record: z.unknown() }),
    output: stored,
  }),
  changeRecord: request({
    name: 'changeRecord',
    method: 'PUT',
    path: '/api/records/{kind}/{key}',
    says: 'Replaces a record if it is still at the version that was read.',
    input: z.strictObject({ kind, key: keySchema, version, record: z.unknown() }),
    output: stored,
  }),
  removeRecord: request({
    name: 'removeRecord',
    method: 'DELETE',
    path: '/api/records/{kind}/{key}',
    says: 'Removes a record, where its kind allows that.',
    input: z.strictObject({ kind, key: keySchema, version }),
    output: nothing,
  }),
  historyOfRecord: request({
    name: 'historyOfRecord',
    method: 'GET',
    path: '/api/records/{kind}/{key}/history',
    says: 'Earlier versions of a record, newest first.',
    input: z.strictObject({ kind, key: keySchema }),
    output: z.object({ versions: z.array(stored) }),
  }),
} as const;
