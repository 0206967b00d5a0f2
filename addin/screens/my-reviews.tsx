import { type OutputOf, requests } from '../../shared/requests';
import { britishDate, britishDay } from '../../shared/time/british-date';
import { useAnswer } from '../answer';
import { Badge } from '../parts/badge';
import { PrimaryButton } from '../parts/button';
import { EmptyState } from '../parts/empty-state';
import { Column } from '../parts/layout';
import { List } from '../parts/list';
import { Page } from '../parts/page';
import { Heading } from '../parts/text';
import { type Route, useRouter } from '../router';
import type { ScreenProps } from '.';
import { stageWords } from './review/cycle-words';
import { WaitingFor } from './waiting-for';

type Mine = OutputOf<typeof requests.myReviews>;
type Owed = Mine['owed'][number];
type Go = (screen: Route['screen'], given: Readonly<Record<string, string>>) => void;

const parts = { host: 'You host it', lead: 'You lead it', reviewer: 'You take part' } as const;

const owedWords: Readonly<Record<Owed['what'], string>> = {
  'self-review': 'Choose the focus and sign the scope',
  'data sharing': 'Share your data with your reviewers',
  feedback: 'Log the outcome',
  'record confirmed': 'Say whether the outcome is accurate',
  workshop: 'Hold the improvement workshop',
  'first follow-up': 'Look how far the actions have come',
  'second follow-up': 'Look how far the actions have come',
  'impact review': 'Review what has changed for pupils',
  'revised outcome': 'Revise the outcome: the host says not accurate',
  'promised support': 'Support that your academy has offered',
};

function Owing({ owed, go }: { readonly owed: readonly Owed[]; readonly go: Go }) {
  if (owed.length === 0) return null;
  return (
    <Column>
      <Heading>What you owe</Heading>
      <List
        label="What you owe"
        lines={owed.map(({ what, key, title, on, late }, index) => ({
          key: `${what} ${key} ${index}`,
          title: owedWords[what],
          detail: `${title} · by ${britishDate(on)}`,
          icon: 'target' as const,
          ...(late ? { end: <Badge tone="warning">Late</Badge> } : {}),
          onOpen: () => go('review', { key }),
        }))}
      />
    </Column>
  );
}

/** For Improvement Champions: those to come first, then those that were held, the latest first. */
function Workshops({ workshops, go }: { readonly workshops: Mine['workshops']; readonly go: Go }) {
  const toCome = workshops.filter(({ state }) => state === 'to come');
  const past = workshops.filter(({ state }) => state === 'past').reverse();
  return [
    { name: 'Workshops that you lead', list: toCome },
    { name: 'Workshops that you led', list: past },
  ].map(({ name, list }) =>
    list.length === 0 ? null : (
      <Column key={name}>
        <Heading>{name}</Heading>
        <List
          label={name}
          lines={list.map(({ key, title, on, from, until }) => ({
            key,
            title: from === undefined ? britishDay(on) : `${britishDay(on)}, ${from} to ${until ?? ''}`,
            detail: title,
            icon: 'people' as const,
            onOpen: () => go('review', { key }),
          }))}
        />
      </Column>
    ),
  );
}

function Reviews({ reviews, go }: { readonly reviews: Mine['reviews']; readonly go: Go }) {
  if (reviews.length === 0) return null;
  return (
    <Column>
      <Heading>All your reviews</Heading>
      <List
        label="Your peer reviews"
        lines={[...reviews]
          .sort((one, other) => other.on.localeCompare(one.on))
          .map(({ key, title, on, stage, part }) => ({
            key,
            title,
            detail: `${britishDate(on)} · ${stageWords(stage)} · ${parts[part]}`,
            icon: 'clipboard' as const,
            onOpen: () => go('review', { key }),
          }))}
      />
    </Column>
  );
}

/** What the caller owes, the workshops that they lead, and the reviews that they host, lead or take part in. */
export function Screen(_props: ScreenProps) {
  const { go, back } = useRouter();
  const mine = useAnswer(requests.myReviews, {});
  const start = <PrimaryButton onClick={() => go('startReview')}>Start a review</PrimaryButton>;
  return (
    <Page title="Your peer reviews" onBack={back}>
      <WaitingFor asked={mine} words="Reading your reviews…">
        {({ reviews, owed, workshops }) =>
          reviews.length + workshops.length === 0 ? (
            <EmptyState icon="clipboard" title="No peer reviews yet" act={start}>
              You do not host, lead or take part in one this year.
            </EmptyState>
          ) : (
            <>
              <Owing owed={owed} go={go} />
              <Workshops workshops={workshops} go={go} />
              <Reviews reviews={reviews} go={go} />
              <div>{start}</div>
            </>
          )
        }
      </WaitingFor>
    </Page>
  );
}
