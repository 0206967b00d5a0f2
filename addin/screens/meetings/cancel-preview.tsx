import { useState } from 'react';
import { requests } from '../../../shared/requests';
import type { Problem } from '../../../shared/result';
import { usePanel } from '../../panel-context';
import { ConfirmPanel } from '../../parts/confirm-panel';
import { Text } from '../../parts/text';
import { RefusedChange } from '../refused-change';
import { mailsOfCancelling } from './mail-words';
import type { StoredMeeting } from './meeting-list';

/** Who gets which mail, before a meeting is cancelled. */
export function CancelPreview({
  meeting,
  onDone,
}: {
  readonly meeting: StoredMeeting;
  readonly onDone: (cancelled: boolean) => void;
}) {
  const { server } = usePanel();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const cancel = async (): Promise<void> => {
    setBusy(true);
    const cancelled = await server.call(requests.cancelMeeting, { key: meeting.key, version: meeting.version });
    setBusy(false);
    if (cancelled.ok) onDone(true);
    else setProblem(cancelled.problem);
  };
  return (
    <ConfirmPanel
      title="Cancel this meeting?"
      confirm="Cancel this meeting"
      busy={busy}
      onConfirm={() => void cancel()}
      onCancel={() => onDone(false)}
    >
      <Text>{mailsOfCancelling(meeting)}</Text>
      {problem === undefined ? null : <RefusedChange problem={problem} onReadAgain={() => onDone(true)} />}
    </ConfirmPanel>
  );
}
