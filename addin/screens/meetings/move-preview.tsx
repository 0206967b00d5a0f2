import { useState } from 'react';
import { requests } from '../../../shared/requests';
import type { Problem } from '../../../shared/result';
import { britishDay } from '../../../shared/time/british-date';
import { usePanel } from '../../panel-context';
import { ConfirmPanel } from '../../parts/confirm-panel';
import { Text } from '../../parts/text';
import { RefusedChange } from '../refused-change';
import { mailsOfMove } from './mail-words';
import type { StoredMeeting } from './meeting-list';
import { useTimePreview, type When } from './use-time-preview';

interface MovePreviewProps {
  readonly meeting: StoredMeeting;
  readonly when: When;
  readonly onBack: () => void;
  readonly onDone: (moved: boolean) => void;
}

/** Who is told of another time, who cannot come then, and whether staff agreed to it; then it is done. */
export function MovePreview({ meeting, when, onBack, onDone }: MovePreviewProps) {
  const { server } = usePanel();
  const { key, version, record } = meeting;
  const { isKnown, agreed, preview } = useTimePreview(key, when, record.members.length);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const move = async (): Promise<void> => {
    const said = agreed();
    if (said === undefined) return;
    setBusy(true);
    const moved = await server.call(requests.moveMeeting, { key, version, ...when, ...said });
    setBusy(false);
    if (moved.ok) onDone(true);
    else setProblem(moved.problem);
  };
  return (
    <ConfirmPanel
      title={`Move to ${britishDay(when.date)}, ${when.from} to ${when.until}?`}
      confirm="Move this meeting"
      busy={busy}
      unknown={!isKnown}
      onConfirm={() => void move()}
      onCancel={onBack}
    >
      {isKnown ? <Text>{mailsOfMove(meeting)}</Text> : null}
      {preview}
      {problem === undefined ? null : <RefusedChange problem={problem} onReadAgain={() => onDone(true)} />}
    </ConfirmPanel>
  );
}
