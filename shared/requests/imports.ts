import * as z from 'zod/mini';
import { calendarEntry, calendarQuestion } from '../imports/calendar/entry';
import { schoolYear } from '../records/school-year';
import { request } from '../request';
import { importFile, importOutcome, importTable, optionalText, refusedLine, text } from '../request-shapes';

const closedDay = z.object({ label: z.string(), scope: z.string(), from: z.string(), until: z.string() });

/** Files that become records. */
export const importRequests = {
  importAcademies: request({
    name: 'importAcademies',
    method: 'POST',
    path: '/api/imports/academies',
    says: 'Academies from a GIAS export, of one trust where `trust` is given; or the school hours of known ones, from CSV with URN, school day starts, school day ends and twilight meetings end by.',
    input: z.strictObject({ ...importTable.shape, trust: optionalText }),
    output: importOutcome,
  }),
  importPeople: request({
    name: 'importPeople',
    method: 'POST',
    path: '/api/imports/people',
    says: 'People and posts from CSV, matched to Entra users by address.',
    input: importTable,
    output: importOutcome,
  }),
  readCalendar: request({
    name: 'readCalendar',
    method: 'POST',
    path: '/api/imports/calendar/read',
    says: "A school's calendar from ICS, or from CSV with start, end, kind, label and scope: what each line would mean, and what must be asked first.",
    input: z.strictObject({
      file: importFile.shape.file,
      year: text,
      /** By what the question was about. */
      answers: z.record(z.string(), z.string()),
    }),
    output: z.object({
      entries: z.array(calendarEntry),
      refused: z.array(refusedLine),
      questions: z.array(calendarQuestion),
    }),
  }),
  importCalendar: request({
    name: 'importCalendar',
    method: 'POST',
    path: '/api/imports/calendar',
    says: 'The lines of a calendar, as they were corrected, become half-terms and closed days of `scope`; `remove` takes away closed days that it names no more.',
    input: z.strictObject({
      year: text,
      scope: text,
      entries: z.array(calendarEntry).check(z.maxLength(2000, 'A calendar has at most 2,000 lines.')),
      remove: z.boolean(),
      apply: z.boolean(),
    }),
    output: z.object({
      ...importOutcome.shape,
      halfTerms: z.array(z.object({ scope: z.string(), halfTerms: schoolYear.fields.halfTerms.schema })),
      /** What is unusual: 190 and 195 days, gaps, overlaps. Nothing is stopped by it. */
      warnings: z.array(z.string()),
      /** Those of the warnings that say that so few days are left for pupils that the calendar can hardly be meant. */
      farOff: z.array(z.string()),
      /** The closed days among what was added and changed, with their dates. */
      days: z.object({ added: z.array(closedDay), changed: z.array(closedDay) }),
      /** Closed days that were kept before and that this calendar does not name. */
      dropped: z.array(closedDay),
      removed: z.boolean(),
    }),
  }),
  importBankHolidays: request({
    name: 'importBankHolidays',
    method: 'POST',
    path: '/api/imports/bank-holidays',
    says: 'Bank holidays of England and Wales from bank-holidays.json of GOV.UK, beyond those that are built in.',
    input: importFile,
    output: importOutcome,
  }),
} as const;
