import { bankHolidaysOf } from '../../shared/imports/bank-holidays';
import { closure } from '../../shared/records/closure';
import type { Result } from '../../shared/result';
import { applyImport, type ImportOutcome } from './apply-import';
import type { Importing } from './import-records';

/** Bank holidays of England and Wales from GOV.UK's bank-holidays.json: those that are not built in are kept. */
export async function importBankHolidays({ bytes, apply, ports, actor }: Importing): Promise<Result<ImportOutcome>> {
  const read = bankHolidaysOf(bytes);
  if (!read.ok) return read;
  const { found, refused } = read.value;
  return applyImport({ kind: closure, found, refused, apply }, ports.records, actor);
}
