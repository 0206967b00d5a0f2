import { useRef } from 'react';
import type { MergedText } from '../../draft/draft-keeper';
import { useDraft } from '../../draft/use-draft';
import { EmptyState } from '../../parts/empty-state';
import { Page } from '../../parts/page';
import { useRouter } from '../../router';
import type { ScreenProps } from '..';
import { WaitingFor } from '../waiting-for';
import { mergeNotes } from './notes-state';
import { useOpening } from './use-opening';
import { Writing } from './writing';

/** Notes, open points and files of a meeting, and sending them once to everybody. */
export function Screen({ given }: ScreenProps) {
  const { back } = useRouter();
  const key = given['key'] ?? '';
  const arrived = useRef<(one: MergedText) => void>(() => undefined);
  const { keeper, state } = useDraft(
    { about: `meeting-notes/${key}` },
    {
      merge: (base, mine, theirs) => mergeNotes(base, mine, theirs.body),
      onMerged: (one) => arrived.current(one),
    },
  );
  const asked = useOpening(key, keeper);
  if (asked.state !== 'ready')
    return (
      <Page title="Notes" onBack={back}>
        <WaitingFor asked={asked} words="Reading the notes…">
          {() => null}
        </WaitingFor>
      </Page>
    );
  if (!asked.value.register.may.writeNotes)
    return (
      <Page title="Notes" onBack={back}>
        <EmptyState title="Notes are written by whoever leads the meeting and by the trust office" />
      </Page>
    );
  return (
    <Writing
      key={asked.value.meeting.version}
      opening={asked.value}
      arrived={arrived}
      keeper={keeper}
      draft={state}
      onAgain={asked.again}
    />
  );
}
