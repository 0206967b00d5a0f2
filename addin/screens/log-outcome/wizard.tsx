import { britishDate, inLondon } from '../../../shared/time/british-date';
import { draftWords, isAtRisk } from '../../draft/draft-words';
import { lastStep, type OutcomeState, steps } from '../../outcome/outcome-state';
import { toSending } from '../../outcome/to-sending';
import { usePanel } from '../../panel-context';
import { Button, PrimaryButton } from '../../parts/button';
import { Row } from '../../parts/layout';
import { Message } from '../../parts/message';
import { Page } from '../../parts/page';
import { Steps } from '../../parts/steps';
import { ProblemMessage } from '../problem-message';
import { ActionsStep } from './actions-step';
import { CheckStep } from './check-step';
import { FocusStep } from './focus-step';
import { OtherVersions } from './other-versions';
import { OwnNotes } from './own-notes';
import type { StepProps } from './step-props';
import { StrengthsStep } from './strengths-step';
import type { Opening } from './use-opening';
import { useWizard, type WizardNeeds } from './use-wizard';

interface WizardProps extends WizardNeeds {
  readonly onBack: () => void;
}

type Doing = ReturnType<typeof useWizard>;

function Offer({ draft: { at, by } }: { readonly draft: NonNullable<Opening['draft']> }) {
  const { me } = usePanel();
  const saved = inLondon(at);
  const when = `${britishDate(saved.date)}, ${saved.time}`;
  return (
    <Message tone="info">
      {by === me.name
        ? `This is your draft of ${when}. Go on where you stopped.`
        : `${by} has written this, at last on ${when}. You write it together: go on.`}
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
  const { step, others } = state.outcome;
  const sending = state.sending === 'sending';
  return (
    <>
      <Button disabled={sending} onClick={() => (step === 0 ? onBack() : goTo(step - 1))}>
        {step === 0 ? 'Close' : 'Previous'}
      </Button>
      {step < lastStep ? (
        <PrimaryButton onClick={next}>Next</PrimaryButton>
      ) : (
        <PrimaryButton icon="send" disabled={sending || others.length > 0} onClick={() => void send()}>
          {sending ? 'Sending…' : 'Send to the host'}
        </PrimaryButton>
      )}
    </>
  );
}

/** What happened to the text while this pane was open. */
function Notices({ doing, opening, keeper, draft }: WizardProps & { readonly doing: Doing }) {
  const { state, see } = doing;
  if (draft.state === 'gone')
    return (
      <Message
        tone="warning"
        act={
          <Row>
            <Button onClick={see}>See the review</Button>
            <Button onClick={() => void keeper.keepAnew()}>Go on with what I wrote</Button>
          </Row>
        }
      >
        This outcome was sent or removed in another panel. What you wrote is still here.
      </Message>
    );
  if (state.notice === 'look again')
    return (
      <Message tone="warning">
        {`${state.colleague ?? 'A colleague'} has just written something more. Read it before you send.`}
      </Message>
    );
  return state.notice === 'draft offered' && opening.draft !== undefined ? <Offer draft={opening.draft} /> : null;
}

function statusOf({ draft }: WizardProps, { colleague }: OutcomeState, me: string): string {
  const words = draftWords(draft);
  return colleague === undefined || colleague === me || isAtRisk(draft)
    ? words
    : `${words} With what ${colleague} wrote.`;
}

/** Four steps, Previous and Next fixed below, the draft's state in one line above them. */
export function Wizard(props: WizardProps) {
  const { opening, keeper, draft, onBack, reviewKey } = props;
  const { me } = usePanel();
  const doing = useWizard(props);
  const { state, dispatch } = doing;
  const { outcome } = state;
  return (
    <Page
      title={opening.comment === undefined ? 'Log the outcome' : 'Revise the outcome'}
      onBack={onBack}
      status={statusOf(props, state, me.name)}
      statusTone={isAtRisk(draft) ? 'warning' : 'quiet'}
      footer={<Footer doing={doing} onBack={onBack} />}
    >
      <Steps steps={steps} current={outcome.step} />
      {opening.comment === undefined ? null : (
        <Message tone="warning">{`The host says it is not accurate: "${opening.comment}"`}</Message>
      )}
      <Notices {...props} doing={doing} />
      {typeof state.sending === 'object' ? <ProblemMessage problem={state.sending.refused} /> : null}
      <OtherVersions
        outcome={outcome}
        supporters={opening.supporters}
        onDecide={(other, decision) => dispatch({ type: 'decided', other, decision })}
        {...(outcome.step === lastStep ? {} : { step: outcome.step })}
      />
      <OwnNotes
        notes={opening.notes}
        step={outcome.step}
        outcome={outcome}
        onTyped={(change) => dispatch({ type: 'typed', change })}
      />
      <Step
        reviewKey={reviewKey}
        opening={opening}
        state={state}
        outcome={outcome}
        problems={state.problems}
        owners={opening.owners}
        supporters={opening.supporters}
        onTyped={(change) => dispatch({ type: 'typed', change })}
        onLeave={() => void keeper.save()}
      />
    </Page>
  );
}
