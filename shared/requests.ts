import * as z from 'zod/mini';
import { keySchema, schemaOf, urnSchema } from './field';
import { meetingPlanSchema, meetingProblemSchema } from './meetings/problem';
import { meeting } from './records/meeting';
import { datedSteps } from './records/stage';
import { triad } from './records/triad';
import { request } from './request';
import {
  academyName,
  caller,
  importFile,
  importOutcome,
  kind,
  nothing,
  optionalText,
  person,
  publishedReview,
  reviewCycle,
  reviewOverview,
  stored,
  text,
  typedActionFields,
  typedFindingFields,
  version,
  waitingItem,
} from './request-shapes';
import { steps } from './reviews/steps';
import { triadsAtHand } from './triads/at-hand';
import { triadPlanSchema } from './triads/plan-schema';
import { triadProblemSchema } from './triads/problem';

export type { InputOf, OutputOf, Request } from './request';

/** What a link in an event or mail may stand for. */
const linkedKind = z.enum(['review', 'meeting', 'action']);

/** Every call that the panel can make. */
export const requests = {
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

  reviewOverview: request({
    name: 'reviewOverview',
    method: 'GET',
    path: '/api/reviews/{key}',
    says: 'A review, its findings and actions, as far as the caller may read them.',
    input: z.strictObject({ key: keySchema }),
    output: reviewOverview,
  }),
  myReviews: request({
    name: 'myReviews',
    method: 'GET',
    path: '/api/reviews',
    says: 'Reviews that the caller hosts, leads or takes part in.',
    input: nothing,
    output: z.object({
      reviews: z.array(
        z.object({
          key: z.string(),
          title: z.string(),
          on: z.string(),
          stage: z.string(),
          part: z.enum(['host', 'lead', 'reviewer']),
        }),
      ),
    }),
  }),
  sendOutcome: request({
    name: 'sendOutcome',
    method: 'POST',
    path: '/api/reviews/{key}/outcome',
    says: 'Logs the outcome of a review: findings and actions; the host head is told. Again with the same finding key: sends the revised findings.',
    input: z.strictObject({
      key: keySchema,
      findingKey: keySchema,
      finding: schemaOf(typedFindingFields),
      actions: z
        .array(z.strictObject({ key: keySchema, action: schemaOf(typedActionFields) }))
        .check(z.maxLength(20, 'At most 20 actions.')),
    }),
    output: reviewOverview,
  }),
  answerOutcome: request({
    name: 'answerOutcome',
    method: 'POST',
    path: '/api/findings/{key}/answer',
    says: 'The host head marks findings accurate or not accurate; not accurate needs a comment and goes back to the lead reviewer.',
    input: z.strictObject({
      key: keySchema,
      version,
      accurate: z.boolean(),
      comment: z.optional(z.string().check(z.maxLength(4000))),
    }),
    output: reviewOverview,
  }),

  publishTriad: request({
    name: 'publishTriad',
    method: 'POST',
    path: '/api/triads/publish',
    says: 'Makes a triad and the reviews of its academies, each with dated stages; `apply: false` looks only. Again makes nothing twice.',
    input: z.strictObject({
      year: text,
      round: triad.fields.round.schema,
      name: triad.fields.name.schema,
      academies: triad.fields.academies.schema,
      startOn: meeting.fields.date.schema,
      lead: z.optional(meeting.fields.lead.schema),
      champions: z.optional(
        z.array(z.strictObject({ host: urnSchema, champion: meeting.fields.lead.schema })).check(z.maxLength(4)),
      ),
      apply: z.boolean(),
    }),
    output: z.object({
      triad: z.string(),
      applied: z.boolean(),
      reviews: z.array(publishedReview),
      /** School years whose dates nobody has imported yet. */
      assumed: z.array(z.string()),
    }),
  }),
  reviewCycle: request({
    name: 'reviewCycle',
    method: 'GET',
    path: '/api/reviews/{key}/cycle',
    says: 'The stages of a review with dates and owners, and what the caller may do about them.',
    input: z.strictObject({ key: keySchema }),
    output: reviewCycle,
  }),
  moveStage: request({
    name: 'moveStage',
    method: 'POST',
    path: '/api/reviews/{key}/stages/{step}/move',
    says: "Gives a stage of a review another day or time; everybody's event follows.",
    input: z.strictObject({
      key: keySchema,
      step: z.enum(steps),
      version,
      on: meeting.fields.date.schema,
      from: z.optional(meeting.fields.from.schema),
      until: z.optional(meeting.fields.until.schema),
    }),
    output: reviewCycle,
  }),
  finishStage: request({
    name: 'finishStage',
    method: 'POST',
    path: '/api/reviews/{key}/stages/{step}/finish',
    says: 'Says that a stage has taken place: data shared, workshop held, followed up.',
    input: z.strictObject({ key: keySchema, step: z.enum(datedSteps), version }),
    output: reviewCycle,
  }),
  agreeScope: request({
    name: 'agreeScope',
    method: 'POST',
    path: '/api/reviews/{key}/scope',
    says: 'The self-review of the host: focus, enquiry question, priority of the improvement plan; `sign` agrees the scope.',
    input: z.strictObject({
      key: keySchema,
      version,
      focus: z.optional(z.string().check(z.maxLength(1000, 'Keep this within 1,000 characters.'))),
      enquiryQuestion: optionalText,
      improvementPlan: optionalText,
      sign: z.boolean(),
    }),
    output: reviewCycle,
  }),
  reviewImpact: request({
    name: 'reviewImpact',
    method: 'POST',
    path: '/api/reviews/{key}/impact',
    says: 'Closes a review with what has changed for pupils; kept with its findings.',
    input: z.strictObject({
      key: keySchema,
      statement: z
        .string()
        .check(
          z.minLength(1, 'Say what has changed for your pupils.'),
          z.maxLength(4000, 'Keep this within 4,000 characters.'),
        ),
    }),
    output: reviewCycle,
  }),
  cancelReview: request({
    name: 'cancelReview',
    method: 'POST',
    path: '/api/reviews/{key}/cancel',
    says: 'Cancels a review that has not been visited; its visit and all its stages are cancelled in Outlook.',
    input: z.strictObject({ key: keySchema, version }),
    output: reviewCycle,
  }),

  sharedPractice: request({
    name: 'sharedPractice',
    method: 'GET',
    path: '/api/shared-practice',
    says: 'Good practice and themes of reviews that their hosts share with the whole trust, without academy or person.',
    input: nothing,
    output: z.object({
      reviews: z.number(),
      goodPractice: z.array(z.string()),
      strengths: z.array(z.string()),
      considerations: z.array(z.string()),
    }),
  }),

  planningProblem: request({
    name: 'planningProblem',
    method: 'GET',
    path: '/api/planning/problem',
    says: 'The planning problem of a half-term, with free/busy; `networks` are keys with commas, all active ones without.',
    input: z.strictObject({ year: text, from: text, until: text, networks: z.optional(z.string()) }),
    output: z.object({ problem: meetingProblemSchema, withoutMailbox: z.array(z.string()) }),
  }),
  savePlan: request({
    name: 'savePlan',
    method: 'POST',
    path: '/api/planning/plan',
    says: 'Keeps the meetings of a plan as drafts, in place of the drafts that its networks had from `from` to `until`. Nothing is sent.',
    input: z.strictObject({
      year: text,
      from: z.optional(meeting.fields.date.schema),
      until: z.optional(meeting.fields.date.schema),
      plan: meetingPlanSchema,
    }),
    output: z.object({ keys: z.array(z.string()) }),
  }),
  publishMeetings: request({
    name: 'publishMeetings',
    method: 'POST',
    path: '/api/meetings/publish',
    says: 'Asks for these meetings to be in Outlook. The reconciler brings them there.',
    input: z.strictObject({
      keys: z
        .array(keySchema)
        .check(z.minLength(1, 'Choose a meeting.'), z.maxLength(400, 'At most 400 meetings at once.')),
    }),
    output: z.object({ waiting: z.number() }),
  }),
  moveMeeting: request({
    name: 'moveMeeting',
    method: 'POST',
    path: '/api/meetings/{key}/move',
    says: 'Gives a meeting another date or time; its event follows.',
    input: z.strictObject({
      key: keySchema,
      version,
      date: meeting.fields.date.schema,
      from: meeting.fields.from.schema,
      until: meeting.fields.until.schema,
    }),
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

  triadProblem: request({
    name: 'triadProblem',
    method: 'GET',
    path: '/api/triads/problem',
    says: 'What triads are planned from: our academies and hubs, earlier rounds, and the settings of the trust.',
    input: nothing,
    output: triadsAtHand,
  }),
  proveTriads: request({
    name: 'proveTriads',
    method: 'POST',
    path: '/api/triads/proof',
    says: 'How good one round of triads is at best, by the exact solver: a bound that no other triads undercut, and better ones if there are any. What was planned before it stands in the history. Stops by itself after 25 seconds.',
    input: z.strictObject({ problem: triadProblemSchema, triads: z.array(z.array(urnSchema)) }),
    output: z.object({ bound: z.number(), proved: z.boolean(), better: z.optional(triadPlanSchema) }),
  }),

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

export type RequestName = keyof typeof requests;
