import { useState } from 'react';
import { requests } from '../../../shared/requests';
import { britishDay } from '../../../shared/time/british-date';
import { useAnswer } from '../../answer';
import { Button } from '../../parts/button';
import { ConfirmPanel } from '../../parts/confirm-panel';
import { Column } from '../../parts/layout';
import { Heading, Text } from '../../parts/text';
import { Timeline } from '../../parts/timeline';
import { Toolbar } from '../../parts/toolbar';
import { RefusedChange } from '../refused-change';
import { WaitingFor } from '../waiting-for';
import { ChangedSteps } from './changed-steps';
import { type Cycle, type CycleStage, pointOf, stepWords } from './cycle-words';
import { ImpactForm } from './impact-form';
import { MoveStageForm } from './move-stage-form';
import { ScopeForm } from './scope-form';
import { SharingForm } from './sharing-form';
import { useCycleChange } from './use-cycle-change';

type Doing = 'looking' | 'moving' | 'scope' | 'impact' | 'sharing' | 'cancelling' | 'agreeing' | CycleStage['step'];

/** The cycle of a review from above to below, and what this reader may do about it now. */
export function CycleView({ reviewKey, onChanged }: { readonly reviewKey: string; readonly onChanged: () => void }) {
  const asked = useAnswer(requests.reviewCycle, { key: reviewKey });
  const [doing, setDoing] = useState<Doing>('looking');
  const done = (changed: boolean): void => {
    setDoing('looking');
    if (!changed) return;
    asked.again();
    onChanged();
  };
  return (
    <Column>
      <Heading>The cycle</Heading>
      <WaitingFor asked={asked} words="Reading the dates…">
        {(cycle) => (
          <>
            <Timeline label="The cycle" points={pointsOf(cycle)} />
            <ChangedSteps cycle={cycle} onDone={() => done(true)} />
            {doing === 'looking' ? (
              <Acts cycle={cycle} onDo={setDoing} />
            ) : (
              <Form doing={doing} cycle={cycle} onDone={done} />
            )}
          </>
        )}
      </WaitingFor>
    </Column>
  );
}

function pointsOf({ stages }: Cycle) {
  const now = stages.find(({ state }) => state === 'late' || state === 'next');
  return stages.map((stage) => pointOf(stage, stage === now));
}

interface FormProps {
  readonly doing: Doing;
  readonly cycle: Cycle;
  readonly onDone: (changed: boolean) => void;
}

function Form({ doing, cycle, onDone }: FormProps) {
  switch (doing) {
    case 'moving':
      return <MoveStageForm cycle={cycle} onDone={onDone} />;
    case 'scope':
      return <ScopeForm cycle={cycle} onDone={onDone} />;
    case 'impact':
      return <ImpactForm cycle={cycle} onDone={onDone} />;
    case 'sharing':
      return <SharingForm cycle={cycle} onDone={onDone} />;
    case 'agreeing':
      return <AgreePanel cycle={cycle} onDone={onDone} />;
    case 'cancelling':
      return <CancelPanel cycle={cycle} onDone={onDone} />;
    default:
      return <FinishPanel step={doing} cycle={cycle} onDone={onDone} />;
  }
}

/** What is ended by hand comes up when it is its turn. */
function Acts({ cycle, onDo }: { readonly cycle: Cycle; readonly onDo: (doing: Doing) => void }) {
  const { may, stages } = cycle;
  const turn = stages.find((stage) => stage.may.finish);
  const done = turn === undefined ? undefined : stepWords[turn.step].done;
  const signed = stages.some(({ step, state }) => step === 'self-review' && state === 'done');
  return (
    <Toolbar label="What you can do">
      {may.agreeScope ? (
        <Button onClick={() => onDo('scope')}>{signed ? 'Change the focus' : 'Choose the focus'}</Button>
      ) : null}
      {turn === undefined || done === undefined ? null : <Button onClick={() => onDo(turn.step)}>{`${done}…`}</Button>}
      {stages.some((stage) => stage.may.agree) ? (
        <Button onClick={() => onDo('agreeing')}>Feedback was given…</Button>
      ) : null}
      {may.reviewImpact ? <Button onClick={() => onDo('impact')}>Review the impact</Button> : null}
      {stages.some((stage) => stage.may.move) ? <Button onClick={() => onDo('moving')}>Move a date…</Button> : null}
      {may.share ? <Button onClick={() => onDo('sharing')}>Who may read it…</Button> : null}
      {may.cancel ? <Button onClick={() => onDo('cancelling')}>Cancel this review…</Button> : null}
    </Toolbar>
  );
}

function FinishPanel({ step, cycle, onDone }: Omit<FormProps, 'doing'> & { readonly step: Doing }) {
  const { busy, send, rest } = useCycleChange(onDone);
  const stage = cycle.stages.find((one) => one.step === step);
  if (stage?.version === undefined || stage.step === 'visit') return null;
  const { version } = stage;
  const named = stage.step;
  const refused = rest([]);
  return (
    <ConfirmPanel
      title={`${stepWords[named].done ?? stepWords[named].name}?`}
      confirm="Yes"
      busy={busy}
      onConfirm={() => void send(requests.finishStage, { key: cycle.review.key, step: named, version })}
      onCancel={() => onDone(false)}
    >
      <Text>{plannedWords(stage)}</Text>
      {refused === undefined ? null : <RefusedChange problem={refused} onReadAgain={() => onDone(true)} />}
    </ConfirmPanel>
  );
}

function plannedWords({ step, on }: CycleStage): string {
  const planned = on === undefined ? '' : ` It was planned for ${britishDay(on)}.`;
  const isFollowUp = step === 'first follow-up' || step === 'second follow-up';
  const first = isFollowUp ? 'You have looked at every action together.' : 'Everybody in the review sees it here.';
  return `${first}${planned}`;
}

/** Feedback is given on the day of the visit, and both who were in the room say so. */
function AgreePanel({ cycle: { review, stages }, onDone }: Omit<FormProps, 'doing'>) {
  const { busy, send, rest } = useCycleChange(onDone);
  const version = stages.find(({ step }) => step === 'feedback')?.version;
  const refused = rest([]);
  if (version === undefined) return null;
  return (
    <ConfirmPanel
      title="Was feedback given and agreed?"
      confirm="Yes"
      busy={busy}
      onConfirm={() => void send(requests.agreeFeedback, { key: review.key, version })}
      onCancel={() => onDone(false)}
    >
      <Text>
        You have spoken about what was seen, and both of you recognise it. The other of you is asked the same.
      </Text>
      {refused === undefined ? null : <RefusedChange problem={refused} onReadAgain={() => onDone(true)} />}
    </ConfirmPanel>
  );
}

function CancelPanel({ cycle: { review }, onDone }: Omit<FormProps, 'doing'>) {
  const { busy, send, rest } = useCycleChange(onDone);
  const refused = rest([]);
  return (
    <ConfirmPanel
      title="Cancel this review?"
      confirm="Cancel this review"
      busy={busy}
      onConfirm={() => void send(requests.cancelReview, { key: review.key, version: review.version })}
      onCancel={() => onDone(false)}
    >
      <Text>Its visit and all its other dates are cancelled, in everybody’s calendar too.</Text>
      {refused === undefined ? null : <RefusedChange problem={refused} onReadAgain={() => onDone(true)} />}
    </ConfirmPanel>
  );
}
