import { useState } from 'react';
import { requests } from '../../../shared/requests';
import { useAnswer } from '../../answer';
import { focusFirstProblem } from '../../parts/focus-first-problem';
import { AgreementField } from '../meetings/agreement-field';
import { WhoCannot } from '../meetings/who-cannot';
import { WaitingFor } from '../waiting-for';
import { Settle, type SettleProps } from './settle';

interface TakeMoveOverProps extends SettleProps {
  readonly meeting: string;
  readonly invited: number;
  readonly when: { readonly date: string; readonly from: string; readonly until: string };
}

/** A meeting that somebody moved in Outlook: who cannot come then, and whether staff agreed to it. */
export function TakeMoveOver({ meeting, invited, when, ...props }: TakeMoveOverProps) {
  const asked = useAnswer(requests.previewMove, { key: meeting, ...when });
  const [tried, setTried] = useState(false);
  const [agreement, setAgreement] = useState('');
  const isLater = asked.state === 'ready' && asked.value.later !== undefined;
  const more = () => {
    setTried(true);
    if (!isLater) return {};
    if (agreement.trim() !== '') return { agreement: agreement.trim() };
    focusFirstProblem();
    return undefined;
  };
  return (
    <Settle {...props} unknown={asked.state !== 'ready'} more={more}>
      <WaitingFor asked={asked} words="Looking who could come…">
        {(preview) => (
          <>
            <WhoCannot preview={preview} invited={invited} />
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
    </Settle>
  );
}
