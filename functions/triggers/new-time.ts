import type { When } from '../../shared/meetings/later-addition';
import { noMeetingOn } from '../../shared/meetings/move';
import type { Stored } from '../../shared/record';
import { type Meeting, meeting } from '../../shared/records/meeting';
import { ok, type Result, refuse } from '../../shared/result';
import { britishDate } from '../../shared/time/british-date';
import type { Asked } from '../request';
import { wrongField } from '../rules/keys';
import { today } from '../today';
import { laterToMove, readAgreed } from './agreed-calendar';
import { type DayFacts, readDay } from './move-facts';

export interface NewTime {
  readonly stored: Stored<Meeting>;
  /** The meeting with its new time, which is one that it can have. */
  readonly wanted: Meeting;
  readonly day: DayFacts;
}

/** What another time is refused for, whether it is looked at, moved to here or taken over from Outlook. */
export async function readNewTime(
  stored: Stored<Meeting>,
  { date, from, until }: When,
  asked: Asked,
): Promise<Result<NewTime>> {
  const { record } = stored;
  if (record.outlook === 'cancelled') return refuse('not-now', 'This meeting was cancelled. Plan another one.');
  const wanted = meeting.parse({ ...record, date, from, until });
  if (!wanted.ok) return wanted;
  const day = await readDay(date, asked);
  const never = noMeetingOn(date, day.trustClosed);
  if (never !== undefined) return wrongField('date', never);
  if (record.wanted === 'event' && date < today(asked.clock))
    return wrongField('date', 'This day has passed. Nobody can be invited to it: choose a day to come.');
  return ok({ stored, wanted: wanted.value, day });
}

/** What is kept of an agreement at the new time. A later addition without one is refused. */
export async function agreementAt(
  { stored, wanted }: NewTime,
  agreement: string | undefined,
  asked: Asked,
): Promise<Result<string | undefined>> {
  const agreed = await readAgreed(asked);
  const later = await laterToMove(stored, wanted, agreed, asked);
  // What was agreed for the old time holds for less of it; a draft is asked about when it is published.
  if (later === undefined || agreed === undefined)
    return ok(stored.record.wanted === 'event' ? stored.record.agreement : undefined);
  if (agreement !== undefined) return ok(agreement);
  return wrongField(
    'agreement',
    `This time is not in the calendar that was agreed on ${britishDate(agreed.on)}. Say with whom and when it was agreed.`,
  );
}
