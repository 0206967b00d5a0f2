import { useDraft } from '../draft/use-draft';
import { Page } from '../parts/page';
import { useRouter } from '../router';
import type { ScreenProps } from '.';
import { useOpening } from './log-outcome/use-opening';
import { Wizard } from './log-outcome/wizard';
import { WaitingFor } from './waiting-for';

/** The outcome of a review in four short steps. The draft lies in the tenant and is offered again after a reload. */
export function Screen({ given }: ScreenProps) {
  const { back } = useRouter();
  const key = given['key'] ?? '';
  const { keeper, state } = useDraft(`review-outcome/${key}`);
  const opening = useOpening(keeper, key);
  if (opening.state === 'ready')
    return <Wizard reviewKey={key} opening={opening.value} keeper={keeper} draft={state} onBack={back} />;
  return (
    <Page title="Log the outcome" onBack={back}>
      <WaitingFor asked={opening} words="Opening the review…">
        {() => null}
      </WaitingFor>
    </Page>
  );
}
