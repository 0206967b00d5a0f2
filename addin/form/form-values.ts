import type { Field, Fields } from '../../shared/field';
import { schemaOf } from '../../shared/field';
import { parseWith } from '../../shared/parse';
import type { FieldProblem, Result } from '../../shared/result';
import { refuse } from '../../shared/result';
import { onePerField } from './one-per-field';

/** What stands in the controls of a form, by field name: texts as typed, numbers too. */
export type Typed = Readonly<Record<string, unknown>>;

/** The fields that people type; the product keeps the others itself. */
export function typedFields(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => !field.kept && field.type !== 'document'));
}

const emptyByType: Partial<Record<Field['type'], unknown>> = {
  lines: [],
  choices: [],
  people: [],
  academies: [],
  references: [],
  entries: [],
  yesNo: undefined,
  person: undefined,
};

function emptyOf(field: Field): unknown {
  return field.type in emptyByType ? emptyByType[field.type] : '';
}

function typedOf(field: Field, value: unknown): unknown {
  if (value === undefined || value === null) return emptyOf(field);
  if (field.type === 'number') return String(value);
  if (field.type === 'entries' && Array.isArray(value)) return value.map((one) => toTyped(field.entry ?? {}, one));
  return value;
}

/** A record, or what is known of it, as it stands in a form. */
export function toTyped(fields: Fields, record: unknown): Typed {
  const known = typeof record === 'object' && record !== null ? (record as Typed) : {};
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, typedOf(field, known[name])]));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function rawOf(field: Field, typed: unknown): unknown {
  if (typeof typed === 'string' && typed.trim() === '') return field.optional ? undefined : '';
  if (field.type === 'number') return Number(String(typed).replace(',', '.'));
  if (field.type === 'lines' && Array.isArray(typed)) return typed.filter((line) => String(line).trim() !== '');
  if (field.type === 'entries' && Array.isArray(typed)) return typed.map((one) => fromTyped(field.entry ?? {}, one));
  return field.optional && isEmpty(typed) ? undefined : typed;
}

/** What the controls hold, as it is sent; not parsed yet. */
export function fromTyped(fields: Fields, typed: Typed): Typed {
  return Object.fromEntries(
    Object.entries(fields)
      .map(([name, field]) => [name, rawOf(field, typed[name])] as const)
      .filter(([, value]) => value !== undefined),
  );
}

/** Checks the typed fields alone; the API checks the whole record. */
export function parseTyped(fields: Fields, typed: Typed, one: string): Result<Typed> {
  const parsed = parseWith(schemaOf(fields), fromTyped(fields, typed), `This ${one} cannot be saved yet.`);
  if (parsed.ok) return { ok: true, value: parsed.value as Typed };
  const problems = (parsed.problem.fields ?? []).map((problem) => inWords(fields, problem));
  return refuse('invalid', `This ${one} cannot be saved yet. The marked fields say why.`, {
    fields: onePerField(problems),
  });
}

const sentences: Partial<Record<Field['type'], string>> = {
  date: 'Give a date as day, month and year, e.g. 23/11/2026.',
  time: 'Give a time of day, e.g. 15:45.',
  choice: 'Choose one.',
  person: 'Choose a person from the list.',
  number: 'Give a number.',
  academy: 'Choose an academy.',
  reference: 'Choose one from the list.',
};

/** The schema speaks of formats that people never see: the form's own words where it has some. */
function inWords(fields: Fields, problem: FieldProblem): FieldProblem {
  const field = fieldAt(fields, problem.path.split('.'));
  if (field === undefined) return problem;
  const own = field.type === 'number' && /or (more|less)\.$/.test(problem.sentence) ? undefined : sentences[field.type];
  const path = field.type === 'person' ? problem.path.replace(/\.(id|name)$/, '') : problem.path;
  return { path, sentence: own ?? problem.sentence };
}

function fieldAt(fields: Fields, [name = '', ...rest]: readonly string[]): Field | undefined {
  const field = fields[name];
  if (field?.type !== 'entries' || rest.length < 2) return field;
  return fieldAt(field.entry ?? {}, rest.slice(1));
}
