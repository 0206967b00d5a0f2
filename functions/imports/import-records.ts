import { academiesOf, mergedAcademy } from '../../shared/imports/academies';
import { schoolHoursOf, tellsSchoolHours } from '../../shared/imports/school-hours';
import type { Correction, RefusedLine } from '../../shared/imports/table';
import { type Academy, academy } from '../../shared/records/academy';
import { type Person, person } from '../../shared/records/person';
import type { Result } from '../../shared/result';
import { personKey } from '../identity/caller';
import { allOf } from '../identity/directory';
import type { Actor, Ports } from '../ports';
import { applyImport, type ImportOutcome } from './apply-import';
import { readPeople, readTable } from './read-imports';

/** What every import needs; the command line gives it as the triggers do. */
export interface Importing {
  readonly bytes: Uint8Array;
  /** Cells that were put right after the file was made; for CSV alone. */
  readonly corrections?: readonly Correction[];
  readonly apply: boolean;
  readonly ports: Pick<Ports, 'records' | 'people'>;
  readonly actor: Actor;
}

/** Academies from a GIAS export, or the school hours of those that are known: the columns tell which. */
export async function importAcademies(
  { bytes, corrections, apply, ports, actor }: Importing,
  trust: string | undefined,
): Promise<Result<ImportOutcome>> {
  const table = readTable(bytes, corrections);
  if (!table.ok) return table;
  const read = tellsSchoolHours(table.value)
    ? schoolHoursOf(table.value, await academiesIn(ports))
    : academiesOf(table.value, trust);
  if (!read.ok) return read;
  const found = read.value.found.map(({ line, record }) => ({ line, record, key: academy.keyFor(record, '') }));
  const { refused } = read.value;
  return applyImport<Academy>({ kind: academy, found, refused, merge: mergedAcademy, apply }, ports.records, actor);
}

/** People and posts, matched to Entra users by address: whoever Entra does not know is listed and left out. */
export async function importPeople({
  bytes,
  corrections,
  apply,
  ports,
  actor,
}: Importing): Promise<Result<ImportOutcome>> {
  const read = readPeople(bytes, corrections);
  if (!read.ok) return read;
  const [accounts, academies] = await Promise.all([
    ports.people.byEmail(read.value.found.map(({ person: typed }) => typed.email)),
    academiesIn(ports),
  ]);
  const urns = new Set(academies.map(({ urn }) => urn));
  const found: { line: number; key: string; record: Person }[] = [];
  const refused: RefusedLine[] = [...read.value.refused];
  for (const { line, name, person: typed, cells } of read.value.found) {
    const account = accounts.get(typed.email.toLowerCase());
    if (account === undefined) refused.push({ line, sentence: notInEntra(name, typed.email), cell: cells.email });
    else if (typed.academy !== undefined && !urns.has(typed.academy))
      refused.push({ line, sentence: unknownAcademy(name, typed.academy), cell: cells.academy });
    else found.push({ line, key: personKey(account.id.toLowerCase()), record: { ...typed, who: whoIs(account) } });
  }
  const { kept, twice } = onePerAccount(found);
  return applyImport<Person>(
    { kind: person, found: kept, refused: [...refused, ...twice], apply },
    ports.records,
    actor,
  );
}

async function academiesIn({ records }: Pick<Ports, 'records'>): Promise<readonly Academy[]> {
  return (await allOf(records.each(academy))).map(({ record }) => record);
}

function whoIs({ id, name }: { readonly id: string; readonly name: string }): Person['who'] {
  return { id: id.toLowerCase(), name };
}

/** Two addresses may belong to one account. The first line stands. */
function onePerAccount<T extends { readonly line: number; readonly key: string }>(found: readonly T[]) {
  const first = new Map<string, number>();
  for (const { key, line } of found) if (!first.has(key)) first.set(key, line);
  return {
    kept: found.filter(({ key, line }) => first.get(key) === line),
    twice: found
      .filter(({ key, line }) => first.get(key) !== line)
      .map(({ key, line }) => ({ line, sentence: `This is the same Entra account as on line ${first.get(key)}.` })),
  };
}

function notInEntra(name: string, email: string): string {
  return `${name}: nobody in Entra has the address ${email}. Correct it, or ask IT for an account.`;
}

function unknownAcademy(name: string, urn: string): string {
  return `${name}: there is no academy with the URN ${urn}. Import the academies first.`;
}
