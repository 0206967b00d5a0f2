import * as z from 'zod/mini';
import { roles } from './caller';
import { schemaOf, urnSchema, type ValueOf } from './field';
import { action } from './records/action';
import { finding } from './records/finding';
import { meeting } from './records/meeting';
import { guestFields, outlookStates, seenFields } from './records/outlook-event';
import { steps } from './reviews/steps';

/** The shapes that several calls of requests.ts share. */

export const text = z
  .string()
  .check(z.minLength(1, 'Fill this in.'), z.maxLength(255, 'Keep this within 255 characters.'));
export const version = z.string().check(z.minLength(1, 'Send the version that you read.'));
/** With whom and when a later addition to the agreed calendar was agreed. */
export const agreement = z.optional(meeting.fields.agreement.schema);
export const kind = z.string();
export const nothing = z.strictObject({});
export const person = z.object({ id: z.string(), name: z.string() });

/** A record as it is kept; its `record` is parsed by its own kind. */
export const stored = z.object({
  key: z.string(),
  version: z.string(),
  record: z.unknown(),
  actor: person,
  at: z.string(),
});

/** Files travel as base64, 5 MB at most. */
const file = z.string().check(z.maxLength(7_000_000, 'The file is larger than 5 MB.'));

/** A line of a file that was left out, and why. */
export const refusedLine = z.object({
  line: z.number(),
  sentence: z.string(),
  /** What another text in this cell would mend; the column as the file names it. */
  cell: z.optional(z.object({ column: z.string(), text: z.string() })),
});
export const importOutcome = z.object({
  /** Whether it was written, or only looked at. */
  applied: z.boolean(),
  added: z.array(z.string()),
  changed: z.array(z.string()),
  same: z.number(),
  /** Lines that were left out, and why; for people, those whom Entra does not know. */
  refused: z.array(refusedLine),
});

export const caller = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(roles)),
  academy: z.optional(z.object({ urn: urnSchema, name: z.string() })),
  trust: z.object({ name: z.string() }),
});

export const waitingItem = z.object({
  what: z.enum([
    'log outcome',
    'answer outcome',
    'revise outcome',
    'agree scope',
    'share data',
    'hold workshop',
    'follow up review',
    'review impact',
    'follow up action',
    'finish draft',
    'finish outcome',
    'late stage',
    'replace person',
    'meeting failed',
    'take register',
    'nobody accepted',
    'members changed',
    'changed in Outlook',
  ]),
  kind,
  key: z.string(),
  title: z.string(),
  /** `yyyy-mm-dd`, if it has a date. */
  on: z.optional(z.string()),
});

export const academyName = z.object({ urn: z.string(), name: z.string() });

/** A review with what this caller may know of it and do with it. `finding` is absent where they may not read it. */
export const reviewOverview = z.object({
  review: stored,
  title: z.string(),
  academies: z.array(academyName),
  finding: z.optional(stored),
  actions: z.array(stored),
  /** Its reviewers have begun to write the outcome: who saved last, and when. */
  writing: z.optional(z.object({ by: person, at: z.string() })),
  may: z.object({ logOutcome: z.boolean(), answerOutcome: z.boolean(), change: z.boolean() }),
});

/** What Outlook holds of an event since somebody changed it there; neither where it is gone. */
const changedInOutlook = z.object({
  seen: z.optional(z.array(schemaOf(seenFields))),
  seenGuests: z.optional(z.array(schemaOf(guestFields))),
  gone: z.boolean(),
});

/** The cycle of a review: what happens when, whose turn it is, and what this caller may do about it. */
export const reviewCycle = z.object({
  review: stored,
  title: z.string(),
  stages: z.array(
    z.object({
      step: z.enum(steps),
      key: z.optional(z.string()),
      version: z.optional(z.string()),
      owner: z.optional(person),
      on: z.optional(z.string()),
      from: z.optional(z.string()),
      until: z.optional(z.string()),
      doneOn: z.optional(z.string()),
      /** Who has said that feedback was given. */
      agreedBy: z.optional(z.array(person)),
      state: z.enum(['done', 'late', 'next', 'to come', 'cancelled']),
      outlook: z.optional(z.enum(outlookStates)),
      changed: z.optional(changedInOutlook),
      may: z.object({ move: z.boolean(), finish: z.boolean(), agree: z.boolean() }),
    }),
  ),
  may: z.object({ agreeScope: z.boolean(), reviewImpact: z.boolean(), share: z.boolean(), cancel: z.boolean() }),
});

/** A review of a triad that is being published, with its dates and who is busy then. */
export const publishedReview = z.object({
  key: z.string(),
  host: z.string(),
  title: z.string(),
  hostHead: person,
  lead: person,
  champion: z.optional(person),
  stages: z.array(
    z.object({
      step: z.enum(steps),
      on: z.string(),
      from: z.optional(z.string()),
      until: z.optional(z.string()),
      busy: z.array(z.string()),
    }),
  ),
});

/** What a person types of a finding; review, host and people follow from the review. */
const { focus, activities, strengths, considerations, goodPractice, safeguardingRaised, safeguardingToldAt } =
  finding.fields;
export const typedFindingFields = {
  focus,
  activities,
  strengths,
  considerations,
  goodPractice,
  safeguardingRaised,
  safeguardingToldAt,
} as const;
export type TypedFinding = ValueOf<typeof typedFindingFields>;

/** What a person types of an action. */
const { what, owner, supportFrom, support, dueOn, evidenceOfSuccess } = action.fields;
export const typedActionFields = { what, owner, supportFrom, support, dueOn, evidenceOfSuccess } as const;
export type TypedAction = ValueOf<typeof typedActionFields>;

export const importFile = z.strictObject({
  file,
  /** false: look only, and tell what would change. */
  apply: z.boolean(),
});

/** CSV with columns, whose cells may be corrected without another file. */
export const importTable = z.strictObject({
  ...importFile.shape,
  corrections: z.optional(
    z
      .array(z.strictObject({ line: z.number(), column: z.string(), value: z.string().check(z.maxLength(1000)) }))
      .check(z.maxLength(500, 'Correct at most 500 cells here, and more in the file.')),
  ),
});

export const optionalText = z.optional(text);
