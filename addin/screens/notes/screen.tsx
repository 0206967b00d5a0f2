import { useDraft } from '../../draft/use-draft';
import { EmptyState } from '../../parts/empty-state';
import { Page } from '../../parts/page';
import { useRouter } from '../../router';
import type { ScreenProps } from '..';
import { WaitingFor } from '../waiting-for';
import { useOpening } from './use-opening';
import { Writing } from './writing';

/** Notes, open points and files of a meeting, and sending them once to everybody. */
export function Screen({ given }: ScreenProps) {
  const { back } = useRouter();
  const key = given['key'] ?? '';
  const { keeper, state } = useDraft(`meeting-notes/${key}`);
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
      keeper={keeper}
      draft={state}
      onAgain={asked.again}
    />
  );
}
