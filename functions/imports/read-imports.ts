import { academiesOf, type FoundAcademies } from '../../shared/imports/academies';
import { type FoundPerson, peopleOf } from '../../shared/imports/people';
import { type Correction, correctTable, type Imported, type Table } from '../../shared/imports/table';
import { ok, type Result } from '../../shared/result';
import { readCsv } from './read-csv';

/** A CSV file as somebody corrected it. */
export function readTable(bytes: Uint8Array, corrections: readonly Correction[] = []): Result<Table> {
  const table = readCsv(bytes);
  return table.ok ? ok(correctTable(table.value, corrections)) : table;
}

/** The academies of a GIAS export, of the named trust or of the only one in it. Keys are `academy-{urn}`. */
export function readAcademies(
  bytes: Uint8Array,
  { trust }: { readonly trust?: string | undefined },
): Result<FoundAcademies> {
  const table = readCsv(bytes);
  return table.ok ? academiesOf(table.value, trust) : table;
}

/** People and posts, to be matched to Entra users by address. */
export function readPeople(bytes: Uint8Array, corrections?: readonly Correction[]): Result<Imported<FoundPerson>> {
  const table = readTable(bytes, corrections);
  return table.ok ? peopleOf(table.value) : table;
}
