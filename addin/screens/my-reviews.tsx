import { requests } from '../../shared/requests';
import { britishDate } from '../../shared/time/british-date';
import { useAnswer } from '../answer';
import { Button, PrimaryButton } from '../parts/button';
import { EmptyState } from '../parts/empty-state';
import { List } from '../parts/list';
import { Message } from '../parts/message';
import { Page } from '../parts/page';
import { Spinner } from '../parts/spinner';
import { useRouter } from '../router';

const parts = { host: 'You host it', lead: 'You lead it', reviewer: 'You take part' } as const;

/** The reviews that the caller hosts, leads or takes part in, newest first. */
export function Screen() {
  const { go, back } = useRouter();
  const reviews = useAnswer(requests.myReviews, {});
  const start = <PrimaryButton onClick={() => go('startReview')}>Start a review</PrimaryButton>;
  return (
    <Page title="Your peer reviews" onBack={back}>
      {reviews.state === 'waiting' ? <Spinner words="Reading your reviews…" /> : null}
      {reviews.state === 'refused' ? (
        <Message tone="error" act={<Button onClick={reviews.again}>Try again</Button>}>
          {reviews.problem.sentence}
        </Message>
      ) : null}
      {reviews.state === 'ready' && reviews.value.reviews.length === 0 ? (
        <EmptyState icon="clipboard" title="No peer reviews yet" act={start}>
          You do not host, lead or take part in one this year.
        </EmptyState>
      ) : null}
      {reviews.state === 'ready' && reviews.value.reviews.length > 0 ? (
        <>
          <List
            label="Your peer reviews"
            lines={[...reviews.value.reviews]
              .sort((one, other) => other.on.localeCompare(one.on))
              .map(({ key, title, on, stage, part }) => ({
                key,
                title,
                detail: `${britishDate(on)} · ${stage} · ${parts[part]}`,
                icon: 'clipboard' as const,
                onOpen: () => go('review', { key }),
              }))}
          />
          <div>{start}</div>
        </>
      ) : null}
    </Page>
  );
}
