import type { TagValues } from '../../shared/documents/tags';
import { objectiveValues as valuesOf } from '../../shared/documents/values';
import { type Objective, objective } from '../../shared/records/objective';
import { person } from '../../shared/records/person';
import { priority } from '../../shared/records/priority';
import { ok, type Result } from '../../shared/result';
import { personKey } from '../identity/caller';
import type { Asked } from '../request';
import { readable } from './records';

export interface ObjectiveTexts {
  readonly objective: Objective;
  readonly values: Record<string, string>;
}

/** An objective that the caller may read, and the texts that go into a template for it. */
export async function readTexts(key: string, asked: Asked): Promise<Result<ObjectiveTexts>> {
  const found = await readable(objective, key, asked);
  if (!found.ok) return found;
  const { record } = found.value;
  return ok({ objective: record, values: { ...(await textsOf(record, asked)) } });
}

/** The texts of an objective; whoever asks has made sure that they may be read. */
export async function textsOf(
  record: Objective,
  { records, directory }: Pick<Asked, 'records' | 'directory'>,
): Promise<TagValues> {
  const [who, agreed, trust, academies] = await Promise.all([
    records.get(person, personKey(record.who.id.toLowerCase())),
    record.priority === undefined ? undefined : records.get(priority, record.priority),
    directory.trust(),
    directory.academies(),
  ]);
  const urn = who?.record.academy;
  return valuesOf({
    objective: record,
    person: who?.record,
    academy: urn === undefined ? undefined : academies.get(urn),
    priority: agreed?.record,
    trust: trust?.record,
  });
}
