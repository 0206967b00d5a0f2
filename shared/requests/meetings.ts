import * as z from 'zod/mini';
import { keySchema } from '../field';
import { compactBusySchema } from '../meetings/compact-busy';
import { laterAdditions } from '../meetings/later-addition';
import { meetingPlanSchema } from '../meetings/plan-schema';
import { meetingProblemSchema } from '../meetings/problem';
import { meeting } from '../records/meeting';
import { request } from '../request';
import { agreement, nothing, stored, text, version } from '../request-shapes';

const when = {
  date: meeting.fields.date.schema,
  from: meeting.fields.from.schema,
  until: meeting.fields.until.schema,
} as const;

const keeping = {
  year: text,
  from: z.optional(meeting.fields.date.schema),
  until: z.optional(meeting.fields.date.schema),
  networks: z.optional(z.array(keySchema)),
  replan: z.optional(z.boolean()),
  plan: meetingPlanSchema,
  locked: z.optional(z.array(z.strictObject({ network: keySchema, date: meeting.fields.date.schema }))),
} as const;

const whenAndWhere = z.object({ date: z.string(), from: z.string(), until: z.string(), place: z.string() });

/** Network meetings: planning, publishing, moving, cancelling. */
export const meetingRequests = {
  planningProblem: request({
    name: 'planningProblem',
    method: 'GET',
    path: '/api/planning/problem',
    says: 'The planning problem of a year or a part of it. `networks` are keys with commas, all active ones without; with `replan` published meetings may move too, as few as can be. Free/busy comes in `busy`, in few bytes, in place of the problem’s own.',
    input: z.strictObject({
      year: text,
      from: text,
      until: text,
      networks: z.optional(z.string()),
      replan: z.optional(z.enum(['yes', 'no'])),
    }),
    output: z.object({ problem: meetingProblemSchema, busy: compactBusySchema, withoutMailbox: z.array(z.string()) }),
  }),
  mailboxes: request({
    name: 'mailboxes',
    method: 'GET',
    path: '/api/planning/mailboxes',
    says: 'Addresses of members and deputies of active networks whose calendars cannot be read.',
    input: nothing,
    output: z.object({ withoutMailbox: z.array(z.string()) }),
  }),
  savePlan: request({
    name: 'savePlan',
    method: 'POST',
    path: '/api/planning/plan',
    says: 'Keeps the meetings of a plan as drafts, in place of the drafts that its `networks` had from `from` to `until`. Nothing is sent, unless `replan` is true: then published meetings that the plan moved get their new date, and their events follow. `locked` ones stay where they are when planning again.',
    input: z.strictObject({ ...keeping, agreement }),
    output: z.object({ keys: z.array(z.string()), moved: z.number() }),
  }),
  previewPlan: request({
    name: 'previewPlan',
    method: 'POST',
    path: '/api/planning/plan/preview',
    says: 'What keeping a plan would change of published meetings: when and where each was and would be, how many people get an update (`told`) or their first invitation (`invited`), and which are later additions to the calendar that was agreed with staff. Nothing is written.',
    input: z.strictObject(keeping),
    output: z.object({
      agreedOn: z.optional(z.string()),
      moves: z.array(
        z.object({
          key: z.string(),
          name: z.string(),
          number: z.number(),
          was: whenAndWhere,
          now: whenAndWhere,
          told: z.number(),
          invited: z.number(),
          later: z.optional(z.enum(laterAdditions)),
        }),
      ),
    }),
  }),
  publishMeetings: request({
    name: 'publishMeetings',
    method: 'POST',
    path: '/api/meetings/publish',
    says: 'Asks for these meetings to be in Outlook. The reconciler brings them there. Later additions need `agreement`.',
    input: z.strictObject({
      keys: z
        .array(keySchema)
        .check(z.minLength(1, 'Choose a meeting.'), z.maxLength(400, 'At most 400 meetings at once.')),
      agreement,
    }),
    output: z.object({ waiting: z.number() }),
  }),
  previewPublishing: request({
    name: 'previewPublishing',
    method: 'POST',
    path: '/api/meetings/publish/preview',
    says: 'Which of these meetings are later additions to the calendar that was agreed with staff. Nothing is sent.',
    input: z.strictObject({ keys: z.array(keySchema).check(z.maxLength(400, 'At most 400 meetings at once.')) }),
    output: z.object({
      agreedOn: z.optional(z.string()),
      later: z.array(z.object({ key: z.string(), why: z.enum(laterAdditions) })),
    }),
  }),
  previewMove: request({
    name: 'previewMove',
    method: 'POST',
    path: '/api/meetings/{key}/move/preview',
    says: 'Who cannot come at another date or time, and whether it is a later addition. Nothing is changed.',
    input: z.strictObject({ key: keySchema, ...when }),
    output: z.object({
      closed: z.array(z.object({ name: z.string(), because: z.string(), isHost: z.boolean() })),
      cannotCome: z.array(z.object({ who: z.string(), because: z.string() })),
      /** Academies none of whose invited people can come. */
      nobodyFrom: z.array(z.string()),
      later: z.optional(z.enum(laterAdditions)),
      agreedOn: z.optional(z.string()),
    }),
  }),
  moveMeeting: request({
    name: 'moveMeeting',
    method: 'POST',
    path: '/api/meetings/{key}/move',
    says: 'Gives a meeting another date or time; its event follows. A later addition needs `agreement`.',
    input: z.strictObject({ key: keySchema, version, ...when, agreement }),
    output: stored,
  }),
  cancelMeeting: request({
    name: 'cancelMeeting',
    method: 'POST',
    path: '/api/meetings/{key}/cancel',
    says: 'Cancels a meeting; its event is cancelled with it.',
    input: z.strictObject({ key: keySchema, version }),
    output: stored,
  }),
  withdrawNetwork: request({
    name: 'withdrawNetwork',
    method: 'POST',
    path: '/api/networks/{network}/withdraw',
    says: 'Cancels all meetings of a network in a school year, from today on. Those invited are told by Outlook.',
    input: z.strictObject({ network: keySchema, year: text }),
    output: z.object({ withdrawn: z.number() }),
  }),
} as const;
