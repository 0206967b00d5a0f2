import { useState } from 'react';
import { requests } from '../../../shared/requests';
import { useAnswer } from '../../answer';
import { focusFirstProblem } from '../../parts/focus-first-problem';
import { WaitingFor } from '../waiting-for';
import { AgreementField } from './agreement-field';
import { WhoCannot } from './who-cannot';

export interface When {
  readonly date: string;
  readonly from: string;
  readonly until: string;
}

/** What another time of a meeting means: who cannot come then, and whether staff agreed to it. */
export function useTimePreview(meeting: string, when: When, invited: number) {
  const asked = useAnswer(requests.previewMove, { key: meeting, ...when });
  const [tried, setTried] = useState(false);
  const [agreement, setAgreement] = useState('');
  return {
    isKnown: asked.state === 'ready',
    /** With whom it was agreed, where that has to be said; `undefined`, and asked for, while it is not. */
    agreed: (): { readonly agreement?: string } | undefined => {
      setTried(true);
      if (asked.state !== 'ready' || asked.value.later === undefined) return {};
      if (agreement.trim() !== '') return { agreement: agreement.trim() };
      focusFirstProblem();
      return undefined;
    },
    preview: (
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
    ),
  };
}
