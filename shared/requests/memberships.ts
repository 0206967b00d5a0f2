import * as z from 'zod/mini';
import { keySchema } from '../field';
import { request } from '../request';
import { agreement, nothing, person } from '../request-shapes';

const does = z.enum(['add', 'remove']);

/** People whose posts have changed since the meetings of their networks were planned. */
export const membershipRequests = {
  membershipChanges: request({
    name: 'membershipChanges',
    method: 'GET',
    path: '/api/meetings/memberships',
    says: 'Who would be added to or removed from which coming meetings, since their posts changed. Nothing is changed.',
    input: nothing,
    output: z.object({
      /** The day on which the calendar was agreed with staff. */
      agreedOn: z.optional(z.string()),
      changes: z.array(
        z.object({
          meeting: z.string(),
          name: z.string(),
          date: z.string(),
          /** People are invited; a draft nobody knows of. */
          published: z.boolean(),
          does,
          who: person,
          academyName: z.optional(z.string()),
          because: z.string(),
          later: z.boolean(),
        }),
      ),
    }),
  }),
  applyMembershipChanges: request({
    name: 'applyMembershipChanges',
    method: 'POST',
    path: '/api/meetings/memberships',
    says: 'Makes the chosen ones of `membershipChanges`; events follow. Later additions to an agreed calendar need `agreement`.',
    input: z.strictObject({
      changes: z
        .array(z.strictObject({ meeting: keySchema, who: z.string().check(z.maxLength(100)), does }))
        .check(z.minLength(1, 'Choose somebody.'), z.maxLength(5000, 'At most 5,000 changes at once.')),
      agreement,
    }),
    output: z.object({
      applied: z.number(),
      meetings: z.number(),
      /** Of those chosen, what needs no change any more. */
      gone: z.number(),
    }),
  }),
} as const;
