import { requests } from '../../shared/requests';
import { useAnswer } from '../answer';
import { Card } from '../parts/card';
import { EmptyState } from '../parts/empty-state';
import { Page } from '../parts/page';
import { Quiet } from '../parts/text';
import { useRouter } from '../router';
import { BoardSummaryText } from './review/board-summary-text';
import { WaitingFor } from './waiting-for';

/** What host heads let the board read of their reviews. */
export function Screen() {
  const { back } = useRouter();
  const asked = useAnswer(requests.boardSummaries, {});
  return (
    <Page title="Summaries for the board" onBack={back}>
      <WaitingFor asked={asked} words="Reading what heads share…">
        {({ summaries }) =>
          summaries.length === 0 ? (
            <EmptyState icon="document" title="No summaries yet">
              The head of a host academy decides whether the board reads a summary of a review.
            </EmptyState>
          ) : (
            <>
              <Quiet>Shared by the heads themselves. No evidence, nobody named, never part of appraisal.</Quiet>
              {summaries.map(({ key, academy, ...summary }) => (
                <Card key={key} title={academy}>
                  <BoardSummaryText summary={summary} />
                </Card>
              ))}
            </>
          )
        }
      </WaitingFor>
    </Page>
  );
}
