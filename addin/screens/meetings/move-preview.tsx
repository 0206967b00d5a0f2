import { useState } from 'react';
import { requests } from '../../../shared/requests';
import type { Problem } from '../../../shared/result';
import { britishDay } from '../../../shared/time/british-date';
import { useAnswer } from '../../answer';
import { usePanel } from '../../panel-context';
import { ConfirmPanel } from '../../parts/confirm-panel';
import { focusFirstProblem } from '../../parts/focus-first-problem';
import { Text } from '../../parts/text';
import { RefusedChange } from '../refused-change';
import { WaitingFor } from '../waiting-for';
import { AgreementField } from './agreement-field';
import { mailsOfMove } from './mail-words';
import type { StoredMeeting } from './meeting-list';
import { WhoCannot } from './who-cannot';

export interface When {
  readonly date: string;
  readonly from: string;
  readonly until: string;
}

interface MovePreviewProps {
  readonly meeting: StoredMeeting;
  readonly when: When;
  readonly onBack: () => void;
  readonly onDone: (moved: boolean) => void;
}

/** Who is told of another time, who cannot come then, and whether staff agreed to it; then it is done. */
export function MovePreview({ meeting, when, onBack, onDone }: MovePreviewProps) {
  const { server } = usePanel();
  const asked = useAnswer(requests.previewMove, { key: meeting.key, ...when });
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [agreement, setAgreement] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const isLater = asked.state === 'ready' && asked.value.later !== undefined;
  const move = async (): Promise<void> => {
    setTried(true);
    if (isLater && agreement.trim() === '') return focusFirstProblem();
    setBusy(true);
    const said = isLater ? { agreement: agreement.trim() } : {};
    const { key, version } = meeting;
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
      unknown={asked.state !== 'ready'}
      onConfirm={() => void move()}
      onCancel={onBack}
    >
      <WaitingFor asked={asked} words="Looking who could come…">
        {(preview) => (
          <>
            <Text>{mailsOfMove(meeting)}</Text>
            <WhoCannot preview={preview} invited={meeting.record.members.length} />
            {preview.later === undefined || preview.agreedOn === undefined ? null : (
              <AgreementField
                those="this time is"
                agreedOn={preview.agreedOn}
                value={agreement}
                tried={tried}
                onChange={setAgreement}
              />
            )}
          </>
        )}
      </WaitingFor>
      {problem === undefined ? null : <RefusedChange problem={problem} onReadAgain={() => onDone(true)} />}
    </ConfirmPanel>
  );
}
