import * as z from 'zod/mini';
import { keySchema, schemaOf, urnSchema } from '../field';
import { meeting } from '../records/meeting';
import { datedSteps } from '../records/stage';
import { triad } from '../records/triad';
import { request } from '../request';
import {
  nothing,
  optionalText,
  publishedReview,
  reviewCycle,
  reviewOverview,
  text,
  typedActionFields,
  typedFindingFields,
  version,
} from '../request-shapes';
import { steps } from '../reviews/steps';

/** Peer reviews: their cycle, their outcome, what is shared. */
export const reviewRequests = {
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
    says: 'Reviews that the caller hosts, leads or takes part in, what they owe, and workshops that they lead.',
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
      /** What the caller has still to do, by day. */
      owed: z.array(
        z.object({
          what: z.enum([...datedSteps, 'revised outcome', 'promised support']),
          key: z.string(),
          title: z.string(),
          on: z.string(),
          late: z.boolean(),
        }),
      ),
      /** Workshops that the caller leads as Improvement Champion. */
      workshops: z.array(
        z.object({
          key: z.string(),
          title: z.string(),
          on: z.string(),
          from: z.optional(z.string()),
          until: z.optional(z.string()),
          state: z.enum(['past', 'to come']),
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
      /** Days for visits, as the planning of the year proposes them; the others are found. */
      visits: z.optional(
        z.array(z.strictObject({ host: urnSchema, on: meeting.fields.date.schema })).check(z.maxLength(4)),
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
  agreeFeedback: request({
    name: 'agreeFeedback',
    method: 'POST',
    path: '/api/reviews/{key}/feedback',
    says: 'The lead reviewer or the host head says that feedback was given and is agreed; its day is kept once both have.',
    input: z.strictObject({ key: keySchema, version }),
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

  boardSummaries: request({
    name: 'boardSummaries',
    method: 'GET',
    path: '/api/board-summaries',
    says: 'Summaries of reviews whose host heads let the board read them: no evidence, no person.',
    input: nothing,
    output: z.object({
      summaries: z.array(
        z.object({
          key: z.string(),
          academy: z.string(),
          focus: z.string(),
          strengths: z.array(z.string()),
          considerations: z.array(z.string()),
          goodPractice: z.optional(z.string()),
          impact: z.optional(z.string()),
        }),
      ),
    }),
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
} as const;
