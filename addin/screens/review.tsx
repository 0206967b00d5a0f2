import type { ReactNode } from 'react';
import { finding as findingKind } from '../../shared/records/finding';
import { requests } from '../../shared/requests';
import { useAnswer } from '../answer';
import type { Overview } from '../outcome/outcome';
import { Button, PrimaryButton } from '../parts/button';
import { Column } from '../parts/layout';
import { Message } from '../parts/message';
import { Page } from '../parts/page';
import { Heading } from '../parts/text';
import { useRouter } from '../router';
import type { ScreenProps } from '.';
import { ActionList } from './review/action-list';
import { CycleView } from './review/cycle-view';
import { FindingView } from './review/finding-view';
import { ReviewFacts } from './review/review-facts';
import { WaitingFor } from './waiting-for';

const notices: Readonly<Record<string, string>> = {
  sent: 'Sent. The head of the host academy has been told, and will say whether it is accurate.',
  accurate: 'You marked the findings accurate. They stand now, and the actions are agreed.',
  returned: 'Sent back to the lead reviewer with your comment.',
  saved: 'The review is saved.',
};

/** How the findings stand, in one sentence for this reader. */
function Standing({ overview }: { readonly overview: Overview }) {
  const parsed = overview.finding === undefined ? undefined : findingKind.parse(overview.finding.record);
  if (!parsed?.ok) return null;
  const { agreement, comment } = parsed.value;
  if (agreement === 'accurate')
    return (
      <Message tone="success">{`The host says: accurate.${comment === undefined ? '' : ` "${comment}"`}`}</Message>
    );
  if (agreement === 'not accurate')
    return <Message tone="warning">{`The host says: not accurate. "${comment ?? ''}"`}</Message>;
  return <Message tone="info">The host has not answered yet.</Message>;
}

function nextStep({ may, finding, writing }: Overview, go: ReturnType<typeof useRouter>['go'], key: string): ReactNode {
  if (may.answerOutcome)
    return <PrimaryButton onClick={() => go('answerOutcome', { key })}>Read and answer</PrimaryButton>;
  if (may.logOutcome)
    return (
      <PrimaryButton onClick={() => go('logOutcome', { key })}>
        {writing !== undefined
          ? 'Go on with the draft'
          : finding === undefined
            ? 'Log the outcome'
            : 'Revise the outcome'}
      </PrimaryButton>
    );
  return undefined;
}

/** What is known of a review, and what this reader can do next. */
export function Screen({ given }: ScreenProps) {
  const { go, back } = useRouter();
  const key = given['key'] ?? '';
  const overview = useAnswer(requests.reviewOverview, { key });
  const next = overview.state === 'ready' ? nextStep(overview.value, go, key) : undefined;
  const mayNote = overview.state === 'ready' && overview.value.may.logOutcome;
  const beside = mayNote ? <Button onClick={() => go('visitNotes', { key })}>My notes</Button> : <span />;
  const notice = Object.keys(notices).find((name) => given[name] !== undefined);
  return (
    <Page
      title={overview.state === 'ready' ? overview.value.title : 'Peer review'}
      onBack={back}
      footer={
        next === undefined ? undefined : (
          <>
            {beside}
            {next}
          </>
        )
      }
    >
      {notice === undefined ? null : <Message tone="success">{notices[notice]}</Message>}
      <WaitingFor asked={overview} words="Reading this review…">
        {(known) => (
          <>
            <ReviewFacts overview={known} />
            <Standing overview={known} />
            <CycleView reviewKey={key} onChanged={overview.again} />
            {known.finding === undefined ? null : (
              <Column>
                <Heading>Findings</Heading>
                <FindingView stored={known.finding} />
              </Column>
            )}
            {known.actions.length === 0 ? null : (
              <Column>
                <Heading>Actions</Heading>
                <ActionList actions={known.actions} onOpen={(one) => go('record', { kind: 'action', key: one })} />
              </Column>
            )}
          </>
        )}
      </WaitingFor>
    </Page>
  );
}
