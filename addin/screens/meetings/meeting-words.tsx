import { britishDay } from '../../../shared/time/british-date';
import { Badge } from '../../parts/badge';
import { type StoredMeeting, stateInWords } from './meeting-list';

/** Date, time and place on one line. */
export function whenAndWhere({ record }: Pick<StoredMeeting, 'record'>): string {
  return `${britishDay(record.date)}, ${record.from} to ${record.until}, ${record.place}`;
}

const tones = {
  draft: 'quiet',
  waiting: 'info',
  sent: 'success',
  'changed in Outlook': 'warning',
  failed: 'error',
  cancelled: 'quiet',
} as const;

export function MeetingState({ record }: Pick<StoredMeeting, 'record'>) {
  return <Badge tone={tones[record.outlook]}>{stateInWords(record)}</Badge>;
}
