import { type LaterAddition, laterAddition, type When, withDirectedTime } from '../../shared/meetings/later-addition';
import type { Stored } from '../../shared/record';
import { type Meeting, meeting } from '../../shared/records/meeting';
import { person } from '../../shared/records/person';
import { inLondon } from '../../shared/time/british-date';
import { allOf } from '../identity/directory';
import type { Records } from '../ports';
import type { Asked } from '../request';

/** The calendar as it was agreed with staff, and whose hours it directs. */
export interface AgreedCalendar {
  readonly on: string;
  readonly directed: ReadonlySet<string>;
}

/** Undefined where no calendar was agreed: then nothing else is read. */
export async function readAgreed({ directory, records }: Asked): Promise<AgreedCalendar | undefined> {
  const on = (await directory.trust())?.record.calendarAgreedOn;
  if (on === undefined) return undefined;
  const people = await allOf(records.each(person));
  return { on, directed: withDirectedTime(people.map(({ record }) => record)) };
}

/**
 * What was agreed is the calendar as it stood on that day, drafts and all: the versions of the list tell. A meeting that
 * nobody has changed since needs no question.
 */
async function agreedTimes(
  stored: Stored<Meeting>,
  { on }: AgreedCalendar,
  records: Records,
): Promise<readonly When[]> {
  const wasThen = (one: Stored<Meeting>) => inLondon(one.at).date <= on;
  const then = wasThen(stored) ? stored : (await records.history(meeting, stored.key)).find(wasThen);
  return then === undefined || then.record.outlook === 'cancelled' ? [] : [then.record];
}

/** Why bringing a meeting to this time would be a later addition, or undefined. */
export async function laterToMove(
  stored: Stored<Meeting>,
  when: When,
  agreed: AgreedCalendar | undefined,
  { records }: Asked,
): Promise<LaterAddition | undefined> {
  // Nobody is invited to a draft: it is asked about when it is published.
  if (agreed === undefined || stored.record.wanted === 'nothing') return undefined;
  // What people are invited to was agreed, then or since.
  const times = [...(await agreedTimes(stored, agreed, records)), stored.record];
  return laterAddition({ ...stored.record, ...when }, times, agreed.on, agreed.directed);
}

/** Of meetings that are about to be published: those that are later additions and say nothing of an agreement yet. */
export async function laterToPublish(
  meetings: readonly Stored<Meeting>[],
  agreed: AgreedCalendar | undefined,
  { records }: Asked,
): Promise<ReadonlyMap<string, LaterAddition>> {
  const found = new Map<string, LaterAddition>();
  if (agreed === undefined) return found;
  const open = meetings.filter(({ record }) => record.wanted === 'nothing' && record.agreement === undefined);
  const times = await Promise.all(open.map((one) => agreedTimes(one, agreed, records)));
  open.forEach(({ key, record }, index) => {
    const why = laterAddition(record, times[index] ?? [], agreed.on, agreed.directed);
    if (why !== undefined) found.set(key, why);
  });
  return found;
}
