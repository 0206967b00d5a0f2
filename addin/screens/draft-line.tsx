import { britishDate, inLondon } from '../../shared/time/british-date';
import { draftWords, isAtRisk } from '../draft/draft-words';
import type { KeptForm } from '../draft/use-kept-text';
import { Message } from '../parts/message';
import { Quiet } from '../parts/text';

/** How a form's draft stands: found again, saved, or at risk. */
export function DraftLine({ kept: { state, foundFrom } }: { readonly kept: KeptForm }) {
  const saved = foundFrom === undefined ? undefined : inLondon(foundFrom);
  return (
    <>
      {saved === undefined ? null : (
        <Message tone="info">{`This is what you wrote on ${britishDate(saved.date)}, ${saved.time}.`}</Message>
      )}
      {isAtRisk(state) ? (
        <Message tone="warning">{draftWords(state)}</Message>
      ) : (
        <div role="status">{state.state === 'nothing' ? null : <Quiet>{draftWords(state)}</Quiet>}</div>
      )}
    </>
  );
}
