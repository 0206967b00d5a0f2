import { schemaOf, type ValueOf } from '../field';
import { parseWith } from '../parse';
import { levels, person } from '../records/person';
import { ok, type Result } from '../result';
import { yearGroups } from '../year-groups';
import { oneOf, severalOf } from './choices';
import { bindColumns, type Cell, type Imported, type Reader, type RefusedLine, type Row, type Table } from './table';

const columns = {
  name: { names: ['name', 'full name'], needed: true },
  email: { names: ['email', 'e-mail address', 'email address'], needed: true },
  academy: { names: ['urn', 'academy', 'academy urn'], needed: true },
  post: { names: ['post', 'job title'], needed: true },
  level: { names: ['level'], needed: true },
  yearGroups: { names: ['year groups', 'year groups taught', 'year group'], needed: false },
  responsibilities: { names: ['responsibilities', 'responsibility'], needed: false },
  leadershipPay: { names: ['leadership pay'], needed: false },
} as const;

type Read = Reader<typeof columns>;

const { who: _matchedLater, ...typed } = person.fields;
const schema = schemaOf(typed);
/** A person as the file tells of them; who they are in Entra is found by their address. */
export type TypedPerson = ValueOf<typeof typed>;
export interface FoundPerson {
  readonly name: string;
  readonly person: TypedPerson;
  /** To be corrected where nobody has the address, or no academy the URN. */
  readonly cells: Readonly<Record<'email' | 'academy', Cell | undefined>>;
}

/** People and posts; a line that cannot be used is told with its number. */
export function peopleOf(table: Table): Result<Imported<FoundPerson>> {
  const bound = bindColumns(table, columns, 'CSV file');
  if (!bound.ok) return bound;
  const found: (FoundPerson & { line: number })[] = [];
  const refused: RefusedLine[] = [];
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const result = readRow(row, bound.value);
    if ('sentence' in result) {
      refused.push(result);
      continue;
    }
    const address = result.person.email.toLowerCase();
    const before = seen.get(address);
    if (before === undefined) found.push(result);
    else
      refused.push({
        line: row.line,
        sentence: `${address} is on line ${before} already.`,
        cell: result.cells.email,
      });
    seen.set(address, before ?? row.line);
  }
  return ok({ found, refused });
}

function readRow(row: Row, read: Read): (FoundPerson & { readonly line: number }) | RefusedLine {
  const { line } = row;
  const name = read(row, 'name');
  const wrong = (column: keyof typeof columns, sentence: string) => ({
    line,
    sentence,
    cell: read.cellOf(row, column),
  });
  if (name === '') return wrong('name', 'The name is missing.');
  const groups = severalOf(read(row, 'yearGroups'), yearGroups, spelledOut);
  if ('unknown' in groups)
    return wrong('yearGroups', `"${groups.unknown}" is not a year group. Choose from: ${yearGroups.join(', ')}.`);
  const known = person.fields.responsibilities.of ?? [];
  const responsibilities = severalOf(read(row, 'responsibilities'), known);
  if ('unknown' in responsibilities)
    return wrong(
      'responsibilities',
      `"${responsibilities.unknown}" is not a responsibility. Choose from: ${known.join(', ')}.`,
    );
  const level = oneOf(read(row, 'level'), levels);
  if (level === undefined)
    return wrong('level', `"${read(row, 'level')}" is not a level. Choose one of: ${levels.join(', ')}.`);
  const parsed = parseWith(schema, fieldsOf(row, read, level, groups.values, responsibilities.values), '');
  const cells = { email: read.cellOf(row, 'email'), academy: read.cellOf(row, 'academy') };
  if (parsed.ok) return { line, name, person: parsed.value, cells };
  const path = parsed.problem.fields?.[0]?.path ?? '';
  const column = Object.hasOwn(columns, path) ? (path as keyof typeof columns) : undefined;
  return { line, sentence: parsed.problem.sentence, cell: column === undefined ? undefined : read.cellOf(row, column) };
}

function fieldsOf(
  row: Row,
  read: Read,
  level: string,
  groups: readonly string[],
  responsibilities: readonly string[],
): Record<string, unknown> {
  const academy = read(row, 'academy');
  const leadershipPay = read(row, 'leadershipPay');
  return {
    email: read(row, 'email'),
    post: read(row, 'post'),
    level,
    ...(academy === '' ? {} : { academy }),
    ...(groups.length === 0 ? {} : { yearGroups: groups }),
    ...(responsibilities.length === 0 ? {} : { responsibilities }),
    ...(leadershipPay === '' ? {} : { leadershipPay: /^(yes|y|true|1)$/i.test(leadershipPay) }),
    active: true,
  };
}

/** R and Y3, as schools write them on lists, in whole words. */
function spelledOut(word: string): string {
  const year = /^(?:y|yr|year)\s*([1-6])$/i.exec(word)?.[1];
  if (year !== undefined) return `Year ${year}`;
  if (/^(r|rec|eyfs)$/i.test(word)) return 'Reception';
  return /^n$/i.test(word) ? 'Nursery' : word;
}
