import fc from 'fast-check';
import type { Field, Fields } from '../../../shared/field';

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((value) => value.replaceAll(/[\p{Cc}\p{Surrogate}]/gu, '').trim())
  .filter((value) => value !== '');
const key = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,12}$/);
const urn = fc.stringMatching(/^\d{6}$/);
const someone = fc.record({ id: fc.uuid(), name: words });
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** Anything that a record of these fields may hold, rules between fields aside. */
export function anyRecord(fields: Fields): fc.Arbitrary<Record<string, unknown>> {
  const required = Object.entries(fields).filter(([, field]) => !field.optional);
  const model = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, anyValue(field)]));
  return fc.record(model, { requiredKeys: required.map(([name]) => name) });
}

function anyValue(field: Field): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'text':
      return field.schema.safeParse('900001').success && !field.schema.safeParse('x').success
        ? urn
        : words.map((value) => value.slice(0, field.max ?? 255).trim()).filter((value) => value !== '');
    case 'note':
      return fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
    case 'lines':
      return fc.array(words, { maxLength: 4 });
    case 'choice':
      return fc.constantFrom(...(field.of ?? []));
    case 'choices':
      return fc.subarray([...(field.of ?? [])], { minLength: field.optional ? 1 : 0 });
    case 'date':
      return day.map((moment) => moment.slice(0, 10));
    case 'time':
      return day.map((moment) => moment.slice(11, 16));
    case 'instant':
      return day;
    case 'number':
      return fc.integer({ min: 1, max: 6 });
    case 'yesNo':
      return fc.boolean();
    case 'person':
      return someone;
    case 'people':
      return fc.array(someone, { maxLength: 4 });
    case 'academy':
      return urn;
    case 'academies':
      return fc.array(urn, { maxLength: 4 });
    case 'reference':
      return key;
    case 'references':
      return fc.array(key, { maxLength: 4 });
    case 'email':
      return fc.nat().map((number) => `person-${number}@trust.example`);
    case 'entries':
      return fc.array(anyRecord(field.entry ?? {}), { maxLength: 3 });
    case 'document':
      return (
        fc
          .jsonValue()
          // A draft is JSON text on both its ways, and JSON text has no -0.
          .map((value): unknown => JSON.parse(JSON.stringify(value)))
      );
  }
}
