import { Column } from '../../parts/layout';
import { OutlookChange } from '../outlook-change/outlook-change';
import { type Cycle, type CycleStage, stepWords, whenOf } from './cycle-words';

/** Steps whose event somebody changed in Outlook: those in the review say whether it follows. */
export function ChangedSteps({ cycle, onDone }: { readonly cycle: Cycle; readonly onDone: () => void }) {
  const changed = cycle.stages.filter((stage) => stage.changed !== undefined && isOpen(stage));
  return changed.length === 0 ? null : (
    <Column>
      {changed.map((stage) => (
        <ChangedStep key={stage.step} stage={stage} onDone={onDone} />
      ))}
    </Column>
  );
}

function isOpen({ state }: CycleStage): boolean {
  return state !== 'done' && state !== 'cancelled';
}

interface StepProps {
  readonly stage: CycleStage;
  readonly onDone: () => void;
}

function ChangedStep({ stage, onDone }: StepProps) {
  const { key, version, changed, step, may } = stage;
  if (key === undefined || version === undefined || changed === undefined) return null;
  return (
    <OutlookChange
      title={stepWords[step].name}
      change={{
        kind: step === 'visit' ? 'review' : 'stage',
        changed,
        planned: whenOf(stage),
        whom: 'everybody in the review',
      }}
      at={{ key, version }}
      may={may.move}
      onDone={onDone}
    />
  );
}
