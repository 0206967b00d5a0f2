import { requests } from '../../../shared/requests';
import type { TriadsAtHand } from '../../../shared/triads/at-hand';
import { useAnswer } from '../../answer';
import { PrimaryButton } from '../../parts/button';
import { EmptyState } from '../../parts/empty-state';
import { Page } from '../../parts/page';
import { useRouter } from '../../router';
import { WaitingFor } from '../waiting-for';
import { Planner } from './planner';

/** Triads for rounds of peer review: wished for, looked for, changed by hand, compared, proved and published. */
export function Screen() {
  const { back, go } = useRouter();
  const asked = useAnswer(requests.triadProblem, {});
  return (
    <Page title="Peer review triads" onBack={back}>
      <WaitingFor asked={asked} words="Reading academies and earlier rounds…">
        {(atHand: TriadsAtHand) =>
          atHand.problem.academies.length === 0 ? (
            <EmptyState
              icon="building"
              title="There are no academies yet"
              act={<PrimaryButton onClick={() => go('imports')}>Import academies</PrimaryButton>}
            >
              Triads are formed from our academies and where they lie.
            </EmptyState>
          ) : (
            <Planner key={atHand.problem.history.length} atHand={atHand} onPublished={asked.again} />
          )
        }
      </WaitingFor>
    </Page>
  );
}
