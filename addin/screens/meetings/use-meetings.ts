import { useCallback, useEffect, useReducer, useRef } from 'react';
import { meeting as meetingKind } from '../../../shared/records/meeting';
import type { Problem, Result } from '../../../shared/result';
import { allRecords } from '../../directory';
import type { Server } from '../../server';
import { inDateOrder, type StoredMeeting, waitingKeys } from './meeting-list';
import { pauseSeconds } from './poll';

/** The meetings of a year. What is in sight stays in sight while it is read again, also when that fails. */
export interface MeetingsState {
  readonly year: string;
  readonly meetings?: readonly StoredMeeting[];
  readonly problem?: Problem;
  /** Keys that were seen waiting since the screen opened: what progress is counted over. */
  readonly followed: ReadonlySet<string>;
}

type Event =
  | { readonly type: 'year'; readonly year: string }
  | { readonly type: 'read'; readonly year: string; readonly result: Result<readonly StoredMeeting[]> };

export function meetingsReducer(state: MeetingsState, event: Event): MeetingsState {
  if (event.type === 'year') return { year: event.year, followed: new Set() };
  if (event.year !== state.year) return state;
  if (!event.result.ok) return { ...state, problem: event.result.problem };
  const meetings = inDateOrder(event.result.value);
  return { year: state.year, meetings, followed: new Set([...state.followed, ...waitingKeys(meetings)]) };
}

/**
 * Reads the meetings of a year and, while some of them wait for Outlook, looks after those that wait: one small question
 * at growing pauses, and the whole year again only when something has moved.
 */
export function useMeetings(
  server: Server,
  year: string,
): { readonly state: MeetingsState; readonly again: () => Promise<void> } {
  const [state, dispatch] = useReducer(meetingsReducer, { year, followed: new Set<string>() });
  const again = useCallback(async () => {
    const result = await allRecords(server, meetingKind, { by: 'year', is: year });
    dispatch({ type: 'read', year, result });
  }, [server, year]);
  useEffect(() => {
    dispatch({ type: 'year', year });
    void again();
  }, [year, again]);
  useWatch(server, year, state.meetings, again);
  return { state, again };
}

function useWatch(
  server: Server,
  year: string,
  meetings: readonly StoredMeeting[] | undefined,
  again: () => Promise<void>,
): void {
  const looks = useRef(0);
  const waiting = meetings === undefined ? [] : waitingKeys(meetings);
  const known = [...waiting].sort().join(' ');
  useEffect(() => {
    if (known === '') {
      looks.current = 0;
      return;
    }
    let gone = false;
    let timer: ReturnType<typeof setTimeout>;
    const later = (): void => {
      timer = setTimeout(() => void look(), pauseSeconds(looks.current) * 1000);
    };
    const look = async (): Promise<void> => {
      looks.current += 1;
      const now = document.visibilityState === 'visible' ? await waitingNow(server, year) : undefined;
      if (gone) return;
      if (now !== undefined && now !== known) {
        looks.current = 0;
        await again();
      }
      if (!gone) later();
    };
    later();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [server, year, known, again]);
}

/** The keys that wait now; undefined where the question could not be asked. */
async function waitingNow(server: Server, year: string): Promise<string | undefined> {
  const found = await allRecords(server, meetingKind, { by: 'outlook', is: 'waiting' });
  if (!found.ok) return undefined;
  const ofYear = found.value.filter(({ record }) => record.year === year);
  return ofYear
    .map(({ key }) => key)
    .sort()
    .join(' ');
}
