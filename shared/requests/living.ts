import * as z from 'zod/mini';
import { keySchema, urnSchema } from '../field';
import { cellStates } from '../meetings/matrix';
import { attendance, representedAs } from '../records/attendance';
import { meeting, memberParts } from '../records/meeting';
import { request } from '../request';
import { academyName, person, stored, text, version } from '../request-shapes';

const represented = z.enum(representedAs);

const openPoints = z.array(z.object({ what: z.string(), who: z.optional(z.string()), by: z.optional(z.string()) }));

/** The register of a meeting, and what goes with it, as far as this caller may. */
const meetingRegister = z.object({
  /** Whether its day has come. */
  open: z.boolean(),
  rows: z.array(
    z.object({
      academy: z.string(),
      name: z.string(),
      said: z.optional(
        z.object({
          version: z.string(),
          represented,
          by: z.optional(person),
          because: z.optional(z.string()),
        }),
      ),
      /** From answers and plan, before anybody has said who came. */
      suggested: z.optional(z.object({ represented, by: z.optional(person) })),
      invited: z.array(
        z.object({
          who: person,
          part: z.enum(memberParts),
          answer: z.optional(z.enum(['accepted', 'tentative', 'declined'])),
        }),
      ),
      may: z.object({ say: z.boolean(), nameSubstitute: z.boolean() }),
    }),
  ),
  /** The meeting of this network before this one. */
  last: z.optional(z.object({ key: z.string(), date: z.string(), openPoints })),
  /** The one after it. */
  next: z.optional(
    z.object({
      key: z.string(),
      date: z.string(),
      hasAgenda: z.boolean(),
      invited: z.number(),
      published: z.boolean(),
    }),
  ),
  may: z.object({ addAcademy: z.boolean(), writeNotes: z.boolean() }),
});

/** Living with a year of meetings: who came, notes, substitutes, the year at a glance. */
export const livingRequests = {
  meetingFiles: request({
    name: 'meetingFiles',
    method: 'GET',
    path: '/api/meetings/{key}/files',
    says: "The folder `Meetings` of the trust's library, or one below it, to choose files that a meeting shares.",
    input: z.strictObject({ key: keySchema, folder: z.optional(text) }),
    output: z.object({
      folders: z.array(z.object({ id: z.string(), name: z.string() })),
      files: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          changedAt: z.string(),
          bytes: z.number(),
          /** Where people open it, each with their own rights in SharePoint. */
          link: z.string(),
        }),
      ),
    }),
  }),
  meetingRegister: request({
    name: 'meetingRegister',
    method: 'GET',
    path: '/api/meetings/{key}/register',
    says: 'Which academies a meeting is for, who is invited and who came, and what the caller may say of it.',
    input: z.strictObject({ key: keySchema }),
    output: meetingRegister,
  }),
  keepRegister: request({
    name: 'keepRegister',
    method: 'POST',
    path: '/api/meetings/{key}/register',
    says: 'Says for one academy or several whether it was represented; without `represented` it takes back what was said. Again changes nothing; `clashes` are academies of which somebody else said something meanwhile.',
    input: z.strictObject({
      key: keySchema,
      rows: z
        .array(
          z.strictObject({
            academy: urnSchema,
            /** Of what was read; absent where nothing had been said. */
            version: z.optional(version),
            represented: z.optional(represented),
            by: z.optional(attendance.fields.lead.schema),
            because: z.optional(attendance.fields.because.schema),
          }),
        )
        .check(z.minLength(1, 'Say it for one academy at least.'), z.maxLength(200, 'At most 200 academies at once.')),
    }),
    output: z.object({ register: meetingRegister, clashes: z.array(z.string()) }),
  }),
  nameSubstitute: request({
    name: 'nameSubstitute',
    method: 'POST',
    path: '/api/meetings/{key}/substitute',
    says: "Somebody stands in for an academy this once, up to the day itself; the invitation follows. For whoever is invited for the academy, its principal, the meeting's lead and the trust office.",
    input: z.strictObject({ key: keySchema, version, academy: urnSchema, who: meeting.fields.lead.schema }),
    output: stored,
  }),
  sendNotes: request({
    name: 'sendNotes',
    method: 'POST',
    path: '/api/meetings/{key}/notes',
    says: 'Sends notes, open points and files once to everybody who was invited; with `beginNext` the next meeting begins its agenda with the open points. `again` where it is not known whether a mail went out.',
    input: z.strictObject({ key: keySchema, version, beginNext: z.boolean(), again: z.boolean() }),
    output: z.object({ sentTo: z.number(), meeting: stored }),
  }),
  networkMatrix: request({
    name: 'networkMatrix',
    method: 'GET',
    path: '/api/networks/matrix',
    says: 'Each network and each academy over a year: represented or not, and why. By name, never by rank.',
    input: z.strictObject({ year: text }),
    output: z.object({
      year: z.string(),
      academies: z.array(academyName),
      networks: z.array(
        z.object({
          key: z.string(),
          name: z.string(),
          meetings: z.array(
            z.object({
              key: z.string(),
              date: z.string(),
              cells: z.array(
                z.object({
                  academy: z.string(),
                  state: z.enum(cellStates),
                  because: z.optional(z.string()),
                }),
              ),
            }),
          ),
        }),
      ),
    }),
  }),
} as const;
