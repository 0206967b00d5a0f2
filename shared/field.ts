import * as z from 'zod/mini';

/** The closed set of field types: each has one SharePoint column shape and one control in the panel. */
export type FieldType =
  | 'text'
  | 'note'
  | 'lines'
  | 'choice'
  | 'choices'
  | 'date'
  | 'time'
  | 'instant'
  | 'number'
  | 'yesNo'
  | 'person'
  | 'people'
  | 'academy'
  | 'academies'
  | 'reference'
  | 'references'
  | 'email'
  | 'entries'
  | 'document';

export interface Field<T = unknown, Optional extends boolean = boolean> {
  readonly type: FieldType;
  readonly label: string;
  readonly help?: string;
  readonly optional: Optional;
  /** A question may be asked of the list by this field. At most one per request (Graph's rule for lists). */
  readonly indexed: boolean;
  /** Set by the product, never typed: left out of forms. */
  readonly kept: boolean;
  readonly schema: z.ZodMiniType<T>;
  /** For choice and choices. */
  readonly of?: readonly string[];
  /** For reference: the kind that is referred to. */
  readonly to?: string;
  /** For entries: the fields of one entry. */
  readonly entry?: Fields;
  /** Most characters (text, note) or entries. */
  readonly max?: number;
}

export type Fields = { readonly [name: string]: Field };

type Value<F> = F extends Field<infer T, boolean> ? T : never;
type OptionalName<F extends Fields> = { [K in keyof F]: F[K] extends Field<unknown, true> ? K : never }[keyof F];

/** The value that a set of fields describes. */
export type ValueOf<F extends Fields> = {
  readonly [K in Exclude<keyof F, OptionalName<F>>]: Value<F[K]>;
} & {
  readonly [K in OptionalName<F>]?: Value<F[K]> | undefined;
};

interface Label {
  readonly label: string;
  readonly help?: string;
}

/** A person, as Entra object id plus the name at the time of writing. */
export interface PersonReference {
  readonly id: string;
  readonly name: string;
}

const plain = { optional: false, indexed: false, kept: false } as const;
// SharePoint drops control characters and so do we, at the door; line ends are kept in notes.
const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
const clean = z.refine<string>((value) => !controlCharacters.test(value), 'Remove the control characters.');
const singleLine = z.refine<string>((value) => !/[\r\n]/.test(value), 'Keep this on one line.');

/** One line of text; SharePoint holds 255 characters. */
export function text(about: Label & { readonly max?: number }): Field<string, false> {
  const max = about.max ?? 255;
  const schema = z
    .string('Write some text here.')
    .check(
      z.trim(),
      z.minLength(1, 'Fill this in.'),
      z.maxLength(max, `Keep this within ${max} characters.`),
      clean,
      singleLine,
    );
  return { type: 'text', ...plain, ...about, max, schema };
}

/** Several lines of text; SharePoint holds 63,999 characters, and we ask for fewer. */
export function note(about: Label & { readonly max?: number }): Field<string, false> {
  const max = about.max ?? 4000;
  const schema = z
    .string('Write some text here.')
    .check(z.trim(), z.minLength(1, 'Fill this in.'), z.maxLength(max, `Keep this within ${max} characters.`), clean);
  return { type: 'note', ...plain, ...about, max, schema };
}

/** A list of short texts, one a line. */
export function lines(about: Label & { readonly max?: number }): Field<readonly string[], false> {
  const max = about.max ?? 12;
  const line = z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'This line is empty.'),
      z.maxLength(1000, 'Keep a line within 1000 characters.'),
      clean,
    );
  return {
    type: 'lines',
    ...plain,
    ...about,
    max,
    schema: z.readonly(z.array(line).check(z.maxLength(max, `At most ${max} lines.`))),
  };
}

export function choice<const C extends readonly [string, ...string[]]>(
  about: Label & { readonly of: C },
): Field<C[number], false> {
  const schema = z.enum(about.of as unknown as [C[number], ...C[number][]], `Choose one of: ${about.of.join(', ')}.`);
  return { type: 'choice', ...plain, ...about, schema: schema as unknown as z.ZodMiniType<C[number]> };
}

export function choices<const C extends readonly [string, ...string[]]>(
  about: Label & { readonly of: C },
): Field<readonly C[number][], false> {
  const one = z.enum(about.of as unknown as [C[number], ...C[number][]], `Choose from: ${about.of.join(', ')}.`);
  return {
    type: 'choices',
    ...plain,
    ...about,
    schema: z.readonly(z.array(one)) as unknown as z.ZodMiniType<readonly C[number][]>,
  };
}

function isCalendarDate(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === value;
}

/** A calendar date, `yyyy-mm-dd`, kept as text: SharePoint date columns follow the site's time zone. */
export function date(about: Label): Field<string, false> {
  const schema = z
    .string('Give a date.')
    .check(
      z.regex(/^\d{4}-\d{2}-\d{2}$/, 'Give a date as year-month-day, e.g. 2026-11-23.'),
      z.refine(isCalendarDate, 'There is no such day in the calendar.'),
    );
  return { type: 'date', ...plain, ...about, schema };
}

/** A time of day in Europe/London, `HH:MM`. */
export function time(about: Label): Field<string, false> {
  const schema = z
    .string('Give a time.')
    .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time as hours:minutes, e.g. 15:45.'));
  return { type: 'time', ...plain, ...about, schema };
}

/** A moment, ISO 8601 in UTC with a Z. */
export function instant(about: Label): Field<string, false> {
  const schema = z
    .string('Give a moment.')
    .check(
      z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/, 'Give a moment in UTC, e.g. 2026-11-23T17:00:00Z.'),
    );
  return { type: 'instant', ...plain, ...about, schema };
}

export function number(about: Label & { readonly from?: number; readonly to?: number }): Field<number, false> {
  const from = about.from ?? 0;
  const to = about.to ?? 1_000_000_000;
  const schema = z
    .number('Give a number.')
    .check(z.gte(from, `Give ${from} or more.`), z.lte(to, `Give ${to} or less.`));
  return { type: 'number', ...plain, label: about.label, ...(about.help ? { help: about.help } : {}), schema };
}

export function yesNo(about: Label): Field<boolean, false> {
  return { type: 'yesNo', ...plain, ...about, schema: z.boolean('Answer yes or no.') };
}

// In lower case, as identities are compared: who is written in capitals would be somebody else.
const entraId = z
  .string()
  .check(
    z.toLowerCase(),
    z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'Choose a person from the list.'),
  );
const personSchema = z.strictObject(
  { id: entraId, name: z.string().check(z.trim(), z.minLength(1), z.maxLength(255)) },
  'Choose a person.',
);

export function person(about: Label): Field<PersonReference, false> {
  return { type: 'person', ...plain, ...about, schema: personSchema };
}

export function people(about: Label & { readonly max?: number }): Field<readonly PersonReference[], false> {
  const max = about.max ?? 100;
  return {
    type: 'people',
    ...plain,
    ...about,
    max,
    schema: z.readonly(z.array(personSchema).check(z.maxLength(max, `At most ${max} people.`))),
  };
}

export const urnSchema = z
  .string('Choose an academy.')
  .check(z.regex(/^\d{6}$/, 'Give the six-digit URN of an academy.'));

/** An academy, by its URN (six digits as text). */
export function academy(about: Label): Field<string, false> {
  return { type: 'academy', ...plain, ...about, schema: urnSchema };
}

export function academies(about: Label & { readonly max?: number }): Field<readonly string[], false> {
  const max = about.max ?? 200;
  return {
    type: 'academies',
    ...plain,
    ...about,
    max,
    schema: z.readonly(z.array(urnSchema).check(z.maxLength(max, `At most ${max} academies.`))),
  };
}

/** Keys are made by the client; imports derive them (e.g. `academy-139721`). Letters, digits, `.`, `_`, `-`. */
export const keySchema = z
  .string('Give a key.')
  .check(
    z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'A key has up to 100 letters, digits, dots, hyphens and underscores.'),
  );

/** Another record, by its key. */
export function reference(about: Label & { readonly to: string }): Field<string, false> {
  return { type: 'reference', ...plain, ...about, schema: keySchema };
}

export function references(about: Label & { readonly to: string }): Field<readonly string[], false> {
  return { type: 'references', ...plain, ...about, schema: z.readonly(z.array(keySchema)) };
}

/** An e-mail address, for reaching somebody; never used to decide access. */
export function email(about: Label): Field<string, false> {
  const schema = z
    .string('Give an e-mail address.')
    .check(
      z.trim(),
      z.maxLength(255),
      z.regex(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/, 'Give an e-mail address, e.g. name@trust.example.'),
    );
  return { type: 'email', ...plain, ...about, schema };
}

/** Repeated groups of fields, kept as JSON in one column. */
export function entries<const F extends Fields>(
  about: Label & { readonly entry: F; readonly max?: number },
): Field<readonly ValueOf<F>[], false> {
  const max = about.max ?? 30;
  const schema = z.readonly(z.array(schemaOf(about.entry)).check(z.maxLength(max, `At most ${max}.`)));
  return {
    type: 'entries',
    ...plain,
    ...about,
    max,
    schema: schema as unknown as z.ZodMiniType<readonly ValueOf<F>[]>,
  };
}

/** Anything that is plain JSON, up to 60,000 characters: what somebody is still writing. */
export function document(about: Label): Field<unknown, false> {
  const schema = z
    .unknown()
    .check(z.refine((value) => JSON.stringify(value ?? null).length <= 60_000, 'This is too long to keep.'));
  return { type: 'document', ...plain, ...about, schema };
}

export function optional<T>(field: Field<T, false>): Field<T, true> {
  return { ...field, optional: true };
}

export function indexed<F extends Field>(field: F): F {
  return { ...field, indexed: true };
}

export function kept<F extends Field>(field: F): F {
  return { ...field, kept: true };
}

/** The strict schema of a set of fields: unknown names are refused. */
export function schemaOf<F extends Fields>(fields: F): z.ZodMiniType<ValueOf<F>> {
  const shape = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, field.optional ? z.optional(field.schema) : field.schema]),
  );
  return z.strictObject(shape) as unknown as z.ZodMiniType<ValueOf<F>>;
}
