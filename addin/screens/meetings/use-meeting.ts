import { useCallback, useEffect, useRef } from 'react';
import { meeting as meetingKind } from '../../../shared/records/meeting';
import { requests } from '../../../shared/requests';
import { ok, type Result } from '../../../shared/result';
import { type Answered, useAsked } from '../../answer';
import type { Server } from '../../server';
import type { StoredMeeting } from './meeting-list';
import { pauseSeconds } from './poll';

async function readMeeting(server: Server, key: string): Promise<Result<StoredMeeting>> {
  const stored = await server.call(requests.getRecord, { kind: meetingKind.name, key });
  if (!stored.ok) return stored;
  const record = meetingKind.parse(stored.value.record);
  return record.ok ? ok({ ...stored.value, record: record.value }) : record;
}

/** One meeting, read again at growing pauses while it waits for Outlook. */
export function useMeeting(server: Server, key: string): Answered<StoredMeeting> & { readonly again: () => void } {
  const asked = useAsked(useCallback(() => readMeeting(server, key), [server, key]));
  const looks = useRef(0);
  const { again } = asked;
  const waits = asked.state === 'ready' && asked.value.record.outlook === 'waiting';
  useEffect(() => {
    if (!waits) {
      looks.current = 0;
      return;
    }
    let timer: ReturnType<typeof setTimeout>;
    const later = (): void => {
      timer = setTimeout(() => {
        looks.current += 1;
        if (document.visibilityState === 'visible') again();
        later();
      }, pauseSeconds(looks.current) * 1000);
    };
    later();
    return () => clearTimeout(timer);
  }, [waits, again]);
  return asked;
}
