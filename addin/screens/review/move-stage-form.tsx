import { useState } from 'react';
import { requests } from '../../../shared/requests';
import { britishDay } from '../../../shared/time/british-date';
import { Arrival } from '../../parts/arrival';
import { Button, PrimaryButton } from '../../parts/button';
import { Choice } from '../../parts/choice';
import { DateField, TimeField } from '../../parts/date-field';
import { Row } from '../../parts/layout';
import { Heading, Quiet } from '../../parts/text';
import { RefusedChange } from '../refused-change';
import { type Cycle, type CycleStage, stepWords } from './cycle-words';
import { useCycleChange } from './use-cycle-change';

interface FormProps {
  readonly cycle: Cycle;
  readonly onDone: (changed: boolean) => void;
}

/** Another day for a step; everybody's calendar follows, and the sentence says so before it is pressed. */
export function MoveStageForm({ cycle, onDone }: FormProps) {
  const movable = cycle.stages.filter(({ may }) => may.move);
  const [chosen, setChosen] = useState<CycleStage | undefined>(movable[0]);
  const [when, setWhen] = useState(timesOf(movable[0]));
  const { busy, send, at, rest } = useCycleChange(onDone);
  const refused = rest(['on', 'until']);
  const choose = (step: string): void => {
    const stage = movable.find((one) => one.step === step);
    setChosen(stage);
    setWhen(timesOf(stage));
  };
  const move = (): void => {
    if (chosen?.version === undefined) return;
    const times = chosen.from === undefined ? {} : { from: when.from, until: when.until };
    const { step, version } = chosen;
    void send(requests.moveStage, { key: cycle.review.key, step, version, on: when.on, ...times });
  };
  return (
    <Arrival label="Move a date">
      <Heading>Move a date</Heading>
      <Choice
        label="Which step"
        value={chosen?.step ?? ''}
        options={movable.map(({ step }) => ({ key: step, text: stepWords[step].name }))}
        onChange={choose}
      />
      {chosen?.on === undefined ? null : <Quiet>{`Planned for ${britishDay(chosen.on)}.`}</Quiet>}
      <DateField label="New day" value={when.on} problem={at('on')} onChange={(on) => setWhen({ ...when, on })} />
      {chosen?.from === undefined ? null : (
        <>
          <TimeField label="From" value={when.from} onChange={(from) => setWhen({ ...when, from })} />
          <TimeField
            label="Until"
            value={when.until}
            problem={at('until')}
            onChange={(until) => setWhen({ ...when, until })}
          />
        </>
      )}
      <Quiet>{consequence(chosen)}</Quiet>
      {refused === undefined ? null : <RefusedChange problem={refused} onReadAgain={() => onDone(true)} />}
      <Row>
        <PrimaryButton disabled={busy || chosen === undefined} onClick={move}>
          {busy ? 'Moving…' : 'Move it'}
        </PrimaryButton>
        <Button onClick={() => onDone(false)}>Leave it where it is</Button>
      </Row>
    </Arrival>
  );
}

function timesOf(stage: CycleStage | undefined) {
  return { on: stage?.on ?? '', from: stage?.from ?? '', until: stage?.until ?? '' };
}

function consequence(stage: CycleStage | undefined): string {
  if (stage?.step === 'visit') return 'Feedback moves with the visit. Everybody in it gets the new day in Outlook.';
  return stage?.outlook === undefined
    ? 'The new day is shown here to everybody in the review.'
    : 'Everybody in it gets the new day in Outlook.';
}
