import { useCallback } from 'react';
import * as z from 'zod/mini';
import { meeting as meetingKind } from '../../../shared/records/meeting';
import { requests } from '../../../shared/requests';
import { ok } from '../../../shared/result';
import { useAsked } from '../../answer';
import type { DraftKeeper } from '../../draft/draft-keeper';
import { usePanel } from '../../panel-context';
import type { StoredMeeting } from '../meetings/meeting-list';
import type { Register } from '../register/register-state';
import { type Notes, notesSchema } from './notes-state';

/** Everything that the screen needs before the first word can be typed. */
export interface Opening {
  readonly meeting: StoredMeeting;
  readonly register: Register;
  readonly draft: { readonly notes: Notes; readonly at: string } | undefined;
}

export function useOpening(key: string, keeper: DraftKeeper) {
  const { server } = usePanel();
  return useAsked<Opening>(
    useCallback(async () => {
      const [stored, register, draft] = await Promise.all([
        server.call(requests.getRecord, { kind: meetingKind.name, key }),
        server.call(requests.meetingRegister, { key }),
        keeper.open(),
      ]);
      if (!stored.ok) return stored;
      if (!register.ok) return register;
      if (!draft.ok) return draft;
      const record = meetingKind.parse(stored.value.record);
      if (!record.ok) return record;
      const written = z.safeParse(notesSchema, draft.value?.body);
      const held =
        draft.value === undefined || !written.success ? undefined : { notes: written.data, at: draft.value.at };
      return ok({ meeting: { ...stored.value, record: record.value }, register: register.value, draft: held });
    }, [server, key, keeper]),
  );
}
