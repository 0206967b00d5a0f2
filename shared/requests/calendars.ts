import * as z from 'zod/mini';
import { keySchema } from '../field';
import { countings } from '../meetings/directed-time';
import { request } from '../request';
import { person, text } from '../request-shapes';

/** The year's meetings as a draft for consultation. */
export const calendarRequests = {
  consultationDraft: request({
    name: 'consultationDraft',
    method: 'GET',
    path: '/api/meetings/draft-calendar',
    says: 'The meetings of a year for the trust, an academy (`of` its URN) or a person (`of` their Entra id), with directed time, beside when and where peer reviews meet and who leads; as a table, for Word or as ICS. The trust office sees all, a principal their academy, everybody themselves.',
    input: z.strictObject({
      year: text,
      scope: z.enum(['trust', 'academy', 'person']),
      of: z.optional(text),
      format: z.enum(['summary', 'docx', 'ics']),
    }),
    output: z.object({
      title: z.string(),
      agreedOn: z.optional(z.string()),
      meetings: z.array(
        z.object({
          key: keySchema,
          date: z.string(),
          from: z.string(),
          until: z.string(),
          name: z.string(),
          where: z.string(),
          who: z.array(z.string()),
          /** How it lies to the school day, where that is known and the same for all. */
          day: z.optional(z.string()),
          later: z.boolean(),
        }),
      ),
      people: z.array(
        z.object({
          person,
          counting: z.enum(countings),
          withinMinutes: z.number(),
          outsideMinutes: z.number(),
          allowedHours: z.optional(z.number()),
          says: z.string(),
        }),
      ),
      notes: z.array(z.string()),
      /** Base64; for Word and ICS. */
      file: z.optional(z.object({ name: z.string(), content: z.string() })),
    }),
  }),
} as const;
