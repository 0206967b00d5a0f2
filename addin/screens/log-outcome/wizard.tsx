import * as z from 'zod/mini';
import { britishDate, inLondon } from '../../../shared/time/british-date';
import { DraftConflict } from '../../draft/draft-conflict';
import type { DraftKeeper, DraftState } from '../../draft/draft-keeper';
import { draftWords, isAtRisk } from '../../draft/draft-words';
import { outcomeSchema, summaryOf } from '../../outcome/outcome';
import { lastStep, type OutcomeState, steps } from '../../outcome/outcome-state';
import { toSending } from '../../outcome/to-sending';
import { Button, PrimaryButton } from '../../parts/button';
import { Message } from '../../parts/message';
import { Page } from '../../parts/page';
import { Steps } from '../../parts/steps';
import { ProblemMessage } from '../problem-message';
import { ActionsStep } from './actions-step';
import { CheckStep } from './check-step';
import { FocusStep } from './focus-step';
import type { StepProps } from './step-props';
import { StrengthsStep } from './strengths-step';
import type { Opening } from './use-opening';
import { useWizard } from './use-wizard';

interface WizardProps {
  readonly reviewKey: string;
  readonly opening: Opening;
  readonly keeper: DraftKeeper;
  readonly draft: DraftState;
  readonly onBack: () => void;
}

type Doing = ReturnType<typeof useWizard>;

function Offer({ at, onStartAgain }: { readonly at: string; readonly onStartAgain: () => void }) {
  const saved = inLondon(at);
  return (
    <Message tone="info" act={<Button onClick={onStartAgain}>Start again</Button>}>
      {`This is your draft of ${britishDate(saved.date)}, ${saved.time}. Go on where you stopped.`}
    </Message>
  );
}

function Step({
  reviewKey,
  opening,
  state,
  ...props
}: StepProps & { readonly reviewKey: string; readonly opening: Opening; readonly state: OutcomeState }) {
  const { outcome } = state;
  if (outcome.step === 0) return <FocusStep {...props} />;
  if (outcome.step === 1) return <StrengthsStep {...props} />;
  if (outcome.step === 2) return <ActionsStep {...props} />;
  const checked = toSending(reviewKey, outcome);
  if (!checked.ok) return <ProblemMessage problem={checked.problem} />;
  return <CheckStep sending={checked.value} hostHead={opening.hostHead} supporters={opening.supporters} />;
}

function Footer({ doing, onBack }: { readonly doing: Doing; readonly onBack: () => void }) {
  const { state, goTo, next, send } = doing;
  const { step } = state.outcome;
  const sending = state.sending === 'sending';
  return (
    <>
      <Button disabled={sending} onClick={() => (step === 0 ? onBack() : goTo(step - 1))}>
        {step === 0 ? 'Close' : 'Previous'}
      </Button>
      {step < lastStep ? (
        <PrimaryButton onClick={next}>Next</PrimaryButton>
      ) : (
        <PrimaryButton icon="send" disabled={sending} onClick={() => void send()}>
          {sending ? 'Sending…' : 'Send to the host'}
        </PrimaryButton>
      )}
    </>
  );
}

/** Four steps, Previous and Next fixed below, the draft's state in one line above them. */
export function Wizard(props: WizardProps) {
  const { opening, keeper, draft, onBack, reviewKey } = props;
  const doing = useWizard(props);
  const { state, dispatch } = doing;
  const title = opening.comment === undefined ? 'Log the outcome' : 'Revise the outcome';
  if (draft.state === 'conflict') {
    const theirs = z.safeParse(outcomeSchema, draft.theirs);
    return (
      <Page title={title} onBack={onBack}>
        <DraftConflict
          at={draft.at}
          mine={summaryOf(state.outcome)}
          theirs={theirs.success ? summaryOf(theirs.data) : []}
          onKeepMine={() => void keeper.keepMine()}
          onTakeTheirs={doing.takeTheirs}
        />
      </Page>
    );
  }
  return (
    <Page
      title={title}
      onBack={onBack}
      status={draftWords(draft)}
      statusTone={isAtRisk(draft) ? 'warning' : 'quiet'}
      footer={<Footer doing={doing} onBack={onBack} />}
    >
      <Steps steps={steps} current={state.outcome.step} />
      {opening.comment === undefined ? null : (
        <Message tone="warning">{`The host says it is not accurate: "${opening.comment}"`}</Message>
      )}
      {state.notice === 'draft offered' && opening.draftAt !== undefined ? (
        <Offer at={opening.draftAt} onStartAgain={() => void doing.startAgain()} />
      ) : null}
      {typeof state.sending === 'object' ? <ProblemMessage problem={state.sending.refused} /> : null}
      <Step
        reviewKey={reviewKey}
        opening={opening}
        state={state}
        outcome={state.outcome}
        problems={state.problems}
        owners={opening.owners}
        supporters={opening.supporters}
        onTyped={(change) => dispatch({ type: 'typed', change })}
        onLeave={() => void keeper.save()}
      />
    </Page>
  );
}
