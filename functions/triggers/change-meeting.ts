import type { Kind, Stored } from '../../shared/record';
import { type Meeting, meeting } from '../../shared/records/meeting';
import type { Result } from '../../shared/result';
import type { Asked } from '../request';
import { hintAt } from '../rules/outlook';
import { readableFor, withReadableCurrent } from './records';

/** A change of one meeting after which Outlook follows. */
export async function changeMeeting(
  { key, version }: { readonly key: string; readonly version: string },
  change: (record: Meeting) => Result<Meeting>,
  asked: Asked,
): Promise<Result<Stored<Meeting>>> {
  const before = await readableFor('update', meeting, key, asked);
  if (!before.ok) return before;
  const wanted = change(before.value.record);
  if (!wanted.ok) return wanted;
  const changed = await asked.records.change(meeting, { key, version }, wanted.value, asked.caller);
  if (changed.ok) hintAt(asked, changed.value.record);
  return withReadableCurrent(changed, meeting as Kind, asked.caller);
}
