import * as z from 'zod/mini';
import { keySchema } from '../field';
import { request } from '../request';
import { agreement, stored, version } from '../request-shapes';

/** Kinds of which somebody can move the event in Outlook. */
export const kindsWithEvent = ['meeting', 'review', 'stage', 'action'] as const;
export type KindWithEvent = (typeof kindsWithEvent)[number];

const at = { kind: z.enum(kindsWithEvent), key: keySchema, version };

/** What somebody changed in Outlook itself: the record follows, or Outlook does. */
export const outlookRequests = {
  takeOver: request({
    name: 'takeOver',
    method: 'POST',
    path: '/api/outlook/{kind}/{key}/take-over',
    says: 'The record takes what Outlook holds since somebody changed its event there: day, time, place, substitutes. The rules are those of a move here; a later addition needs `agreement`.',
    input: z.strictObject({ ...at, agreement }),
    output: stored,
  }),
  putBack: request({
    name: 'putBack',
    method: 'POST',
    path: '/api/outlook/{kind}/{key}/put-back',
    says: 'Outlook is brought back to the record: its event is changed again, or made anew where it is gone.',
    input: z.strictObject(at),
    output: stored,
  }),
} as const;
