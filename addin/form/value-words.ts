import type { Field, Fields } from '../../shared/field';
import { britishDate, inLondon } from '../../shared/time/british-date';
import { isCalendarDate } from '../../shared/time/calendar-date';
import type { Sources } from './sources';

type Write = (value: unknown, field: Field, sources: Sources) => string;

const asText: Write = (value) => String(value);

function nameOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : '';
}

function many(write: Write): Write {
  return (value, field, sources) =>
    Array.isArray(value) ? value.map((one) => write(one, field, sources)).join(', ') : '';
}

const academyName: Write = (value, _field, { academies }) =>
  academies.find(({ urn }) => urn === value)?.name ?? String(value);

const recordName: Write = (value, { to = '' }, { records }) =>
  records[to]?.find(({ key }) => key === value)?.text ?? String(value);

const moment: Write = (value) => {
  const { date, time } = inLondon(String(value));
  return `${britishDate(date)}, ${time}`;
};

const writers: Readonly<Record<Field['type'], Write>> = {
  text: asText,
  note: asText,
  email: asText,
  choice: asText,
  time: asText,
  number: asText,
  lines: (value) => (Array.isArray(value) ? value.map((line) => `• ${line}`).join('\n') : ''),
  choices: many(asText),
  date: (value) => (isCalendarDate(String(value)) ? britishDate(String(value)) : String(value)),
  instant: moment,
  yesNo: (value) => (value === true ? 'Yes' : 'No'),
  person: nameOf,
  people: many(nameOf),
  academy: academyName,
  academies: many(academyName),
  reference: recordName,
  references: many(recordName),
  entries: (value, field, sources) =>
    Array.isArray(value)
      ? value
          .map((entry) => entryWords(field.entry ?? {}, entry as Readonly<Record<string, unknown>>, sources))
          .join('\n')
      : '',
  document: () => 'Not shown here',
};

function entryWords(fields: Fields, entry: Readonly<Record<string, unknown>>, sources: Sources): string {
  const words = Object.entries(fields).map(([name, field]) => valueWords(field, entry[name], sources));
  return `• ${words.filter((one) => one !== '').join(', ')}`;
}

/** A value of a record in the words of people; '' where there is none. */
export function valueWords(field: Field, value: unknown, sources: Sources): string {
  if (value === undefined || value === null || value === '') return '';
  return writers[field.type](value, field, sources);
}
