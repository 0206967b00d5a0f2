import { useRef } from 'react';
import type { MergedText } from '../draft/draft-keeper';
import { useDraft } from '../draft/use-draft';
import type { Outcome } from '../outcome/outcome';
import { mergeKept } from '../outcome/together';
import { Page } from '../parts/page';
import { useRouter } from '../router';
import type { ScreenProps } from '.';
import { useOpening } from './log-outcome/use-opening';
import { Wizard } from './log-outcome/wizard';
import { WaitingFor } from './waiting-for';

/**
 * The outcome of a review in four short steps. Its reviewers write one working copy in the tenant, from as many panes
 * as they like; it is offered again after a reload.
 */
export function Screen({ given }: ScreenProps) {
  const { back } = useRouter();
  const key = given['key'] ?? '';
  const fresh = useRef<Outcome>(undefined);
  const arrived = useRef<(one: MergedText) => void>(() => undefined);
  const { keeper, state } = useDraft(
    { outcomeOf: key },
    {
      merge: (base, mine, theirs) => mergeKept(fresh.current, base, mine, theirs),
      onMerged: (one) => arrived.current(one),
    },
  );
  const opening = useOpening(keeper, key);
  if (opening.state === 'ready') {
    fresh.current = opening.value.fresh;
    return (
      <Wizard reviewKey={key} opening={opening.value} keeper={keeper} draft={state} arrived={arrived} onBack={back} />
    );
  }
  return (
    <Page title="Log the outcome" onBack={back}>
      <WaitingFor asked={opening} words="Opening the review…">
        {() => null}
      </WaitingFor>
    </Page>
  );
}
