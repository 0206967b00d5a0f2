import { requests } from '../../shared/requests';
import { useAnswer } from '../answer';
import { Card } from '../parts/card';
import { EmptyState } from '../parts/empty-state';
import { Page } from '../parts/page';
import { Points, Quiet } from '../parts/text';
import { useRouter } from '../router';
import { counted } from './counted';
import { WaitingFor } from './waiting-for';

/** What hosts offer to all our academies; whose it is, is not told. */
export function Screen() {
  const { back } = useRouter();
  const practice = useAnswer(requests.sharedPractice, {});
  return (
    <Page title="Good practice of our academies" onBack={back}>
      <WaitingFor asked={practice} words="Reading what is shared…">
        {({ reviews, goodPractice, strengths, considerations }) =>
          reviews === 0 ? (
            <EmptyState icon="people" title="Nothing is shared yet">
              The head of a host academy decides whether a review is shared with all our academies.
            </EmptyState>
          ) : (
            <>
              <Quiet>{`From ${counted(reviews, 'review', 'reviews')} that the host heads share. Nobody is named.`}</Quiet>
              <Part title="Offered to all" points={goodPractice} />
              <Part title="What goes well" points={strengths} />
              <Part title="What we work on" points={considerations} />
            </>
          )
        }
      </WaitingFor>
    </Page>
  );
}

function Part({ title, points }: { readonly title: string; readonly points: readonly string[] }) {
  if (points.length === 0) return null;
  return (
    <Card title={title}>
      <Points points={points} />
    </Card>
  );
}
