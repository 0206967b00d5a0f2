import { useReducer } from 'react';
import * as z from 'zod/mini';
import type { Stored } from '../../shared/record';
import { requests } from '../../shared/requests';
import type { Problem } from '../../shared/result';
import { useAnswer } from '../answer';
import { useKeptText } from '../draft/use-kept-text';
import { usePanel } from '../panel-context';
import { PrimaryButton } from '../parts/button';
import { EmptyState } from '../parts/empty-state';
import { focusFirstProblem } from '../parts/focus-first-problem';
import { Column } from '../parts/layout';
import { Message } from '../parts/message';
import { Page } from '../parts/page';
import { Heading, Quiet } from '../parts/text';
import { TextArea } from '../parts/text-field';
import { Radio } from '../parts/yes-no';
import { useRouter } from '../router';
import type { ScreenProps } from '.';
import { checkAnswer, reduceAnswer, startAnswer } from './answer-outcome/answer-state';
import { DraftLine } from './draft-line';
import { NameHint } from './name-hint';
import { ActionList } from './review/action-list';
import { FindingView } from './review/finding-view';
import { ReviewFacts } from './review/review-facts';
import { WaitingFor } from './waiting-for';

const answers = [
  { key: 'accurate', text: 'Accurate' },
  { key: 'not accurate', text: 'Not accurate' },
] as const;

const answerSchema = z.object({ answer: z.string(), comment: z.string() });
const empty = { answer: '', comment: '' };

function useAnswering(reviewKey: string) {
  const { server } = usePanel();
  const { replace } = useRouter();
  const [state, dispatch] = useReducer(reduceAnswer, startAnswer);
  const kept = useKeptText({
    about: `review-answer/${reviewKey}`,
    value: { answer: state.answer ?? '', comment: state.comment },
    fresh: empty,
    schema: answerSchema,
    restore: ({ answer, comment }) =>
      dispatch({ type: 'restored', answer: answers.find(({ key }) => key === answer)?.key, comment }),
  });
  const refused = (problem: Problem) => {
    dispatch({ type: 'refused', problem });
    focusFirstProblem();
  };
  const send = async (finding: Stored) => {
    const checked = checkAnswer(state);
    if (!checked.ok) return refused(checked.problem);
    dispatch({ type: 'sending' });
    const { key, version } = finding;
    const answered = await server.call(requests.answerOutcome, { key, version, ...checked.value });
    if (!answered.ok) return refused(answered.problem);
    await kept.forget();
    replace('review', { key: reviewKey, [checked.value.accurate ? 'accurate' : 'returned']: 'yes' });
  };
  return { state, dispatch, send, kept };
}

function Form({ state, dispatch, kept }: Omit<ReturnType<typeof useAnswering>, 'send'>) {
  return (
    <Column>
      <Heading>Your answer</Heading>
      <Quiet>
        You own this report. If it is accurate it stands and the actions are agreed. If not, it goes back to the lead
        reviewer with your comment.
      </Quiet>
      <Radio
        label="Is this an accurate record of the visit?"
        options={answers}
        value={state.answer}
        problem={state.problems.answer}
        onChange={(answer) => dispatch({ type: 'answer', answer })}
      />
      <TextArea
        label="Comment"
        optional={state.answer !== 'not accurate'}
        help="What is not accurate, and what the evidence shows. No names."
        value={state.comment}
        problem={state.problems.comment}
        onChange={(comment) => dispatch({ type: 'comment', comment })}
        onLeave={() => void kept.save()}
      />
      <NameHint texts={[state.comment]} />
      <DraftLine kept={kept} />
      {state.refused === undefined ? null : <Message tone="error">{state.refused.sentence}</Message>}
    </Column>
  );
}

/** The host head reads the findings and says whether they are accurate. */
export function Screen({ given }: ScreenProps) {
  const { back } = useRouter();
  const key = given['key'] ?? '';
  const overview = useAnswer(requests.reviewOverview, { key });
  const { state, dispatch, send, kept } = useAnswering(key);
  const finding = overview.state === 'ready' && overview.value.may.answerOutcome ? overview.value.finding : undefined;
  return (
    <Page
      title="Is it accurate?"
      onBack={back}
      footer={
        finding === undefined ? undefined : (
          <>
            <span />
            <PrimaryButton icon="send" disabled={state.step === 'sending'} onClick={() => void send(finding)}>
              {state.step === 'sending' ? 'Sending…' : 'Send my answer'}
            </PrimaryButton>
          </>
        )
      }
    >
      <WaitingFor asked={overview} words="Reading the findings…">
        {(known) =>
          known.finding === undefined || !known.may.answerOutcome ? (
            <EmptyState title="There is nothing to answer here">
              The findings are not sent yet, are answered already, or wait for somebody else.
            </EmptyState>
          ) : (
            <>
              <ReviewFacts overview={known} />
              <Heading>Findings</Heading>
              <FindingView stored={known.finding} />
              {known.actions.length === 0 ? null : (
                <>
                  <Heading>Proposed actions</Heading>
                  <ActionList actions={known.actions} />
                </>
              )}
              <Form state={state} dispatch={dispatch} kept={kept} />
            </>
          )
        }
      </WaitingFor>
    </Page>
  );
}
