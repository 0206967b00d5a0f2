import { invalid, Refusal } from '../answer';
import { type Column, isMultiChoice } from './column';

export type Fields = Record<string, unknown>;

const longestLine = 255;
const longestText = 63_999;

const wrongType = (column: Column): Error =>
  invalid(`The value of the field '${column.name}' is not of the type of its column.`);

function readText(column: Column, value: unknown): string {
  if (typeof value !== 'string') throw wrongType(column);
  const longest = column.text?.allowMultipleLines ? longestText : (column.text?.maxLength ?? longestLine);
  if (value.length > longest)
    throw invalid(`The value of the field '${column.name}' is longer than ${longest} characters.`);
  return value;
}

function readMultiChoice(column: Column, value: unknown, type: unknown): string[] {
  if (type !== 'Collection(Edm.String)' && type !== '#Collection(Edm.String)')
    throw new Refusal(400, 'generalException', 'General exception while processing');
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) throw wrongType(column);
  return value;
}

function readNumber(column: Column, value: unknown): number {
  if (typeof value !== 'number') throw wrongType(column);
  const { minimum, maximum } = column.number ?? {};
  if ((minimum !== undefined && value < minimum) || (maximum !== undefined && value > maximum))
    throw invalid(`The value of the field '${column.name}' is out of the column's range.`);
  return value;
}

export function readInstant(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value)) return undefined;
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? undefined : `${at.toISOString().slice(0, 19)}Z`;
}

function readValue(column: Column, value: unknown, type: unknown): unknown {
  if (column.choice && isMultiChoice(column)) return readMultiChoice(column, value, type);
  if (column.text || column.choice) return readText(column, value);
  if (column.number) return readNumber(column, value);
  if (column.boolean) {
    if (typeof value !== 'boolean') throw wrongType(column);
    return value;
  }
  const instant = readInstant(value);
  if (instant === undefined) throw wrongType(column);
  return instant;
}

/** The fields after a write: null empties a field, an unknown name is refused. Choices are not enforced: nor are they there. */
export function writeFields(columns: readonly Column[], before: Fields, body: Fields): Fields {
  const after: Fields = { ...before };
  for (const [name, value] of Object.entries(body)) {
    if (name.includes('@odata.')) continue;
    const column = columns.find((one) => one.name === name);
    if (!column) throw invalid(`Field '${name}' is not recognized`);
    if (column.readOnly) throw invalid(`Field '${name}' is read-only`);
    if (value === null) delete after[name];
    else after[name] = readValue(column, value, body[`${name}@odata.type`]);
  }
  return after;
}

export function defaults(columns: readonly Column[]): Fields {
  const given: Fields = {};
  for (const column of columns) {
    const value = column.defaultValue?.value;
    if (value === undefined) continue;
    if (column.boolean) given[column.name] = value === '1';
    else given[column.name] = column.number ? Number(value) : value;
  }
  return given;
}
