import { academiesOf, type FoundAcademies } from '../../shared/imports/academies';
import { type FoundPerson, peopleOf } from '../../shared/imports/people';
import type { Imported } from '../../shared/imports/table';
import type { Result } from '../../shared/result';
import { readCsv } from './read-csv';

/** The academies of a GIAS export, of the named trust or of the only one in it. Keys are `academy-{urn}`. */
export function readAcademies(
  bytes: Uint8Array,
  { trust }: { readonly trust?: string | undefined },
): Result<FoundAcademies> {
  const table = readCsv(bytes);
  return table.ok ? academiesOf(table.value, trust) : table;
}

/** People and posts, to be matched to Entra users by address. */
export function readPeople(bytes: Uint8Array): Result<Imported<FoundPerson>> {
  const table = readCsv(bytes);
  return table.ok ? peopleOf(table.value) : table;
}
