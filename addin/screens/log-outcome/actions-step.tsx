import { emptyAction, type WrittenAction } from '../../outcome/outcome';
import { problemAt } from '../../outcome/outcome-state';
import { Button, QuietButton } from '../../parts/button';
import { Card } from '../../parts/card';
import { AcademyPicker } from '../../parts/choice';
import { DateField } from '../../parts/date-field';
import { EmptyState } from '../../parts/empty-state';
import { Column, Row } from '../../parts/layout';
import { PersonPicker } from '../../parts/people-picker';
import { LongTextField } from '../../parts/text-field';
import { useGrowingList } from '../../parts/use-growing-list';
import { NameHint } from '../name-hint';
import type { StepProps } from './step-props';

const most = 20;

interface ActionProps extends StepProps {
  readonly action: WrittenAction;
  readonly index: number;
  readonly onRemove: () => void;
}

function Action({ action, index, onRemove, outcome, problems, onTyped, onLeave, owners, supporters }: ActionProps) {
  const change = (typed: Partial<WrittenAction>) =>
    onTyped({ actions: outcome.actions.map((one, at) => (at === index ? { ...one, ...typed } : one)) });
  const at = (name: keyof WrittenAction) => ({ problem: problemAt(problems, `actions.${index}.${name}`), onLeave });
  return (
    <Card
      title={`Action ${index + 1}`}
      beside={
        <QuietButton label={`Remove action ${index + 1}`} onClick={onRemove}>
          Remove
        </QuietButton>
      }
    >
      <LongTextField
        label="What will be done"
        value={action.what}
        onChange={(what) => change({ what })}
        {...at('what')}
      />
      <PersonPicker
        label="Owner, at the host academy"
        people={owners}
        value={action.owner}
        onChange={(owner) => change({ owner })}
        {...at('owner')}
      />
      <DateField label="Followed up on" value={action.dueOn} onChange={(dueOn) => change({ dueOn })} {...at('dueOn')} />
      <AcademyPicker
        label="Support offered by"
        optional
        academies={supporters}
        value={action.supportFrom}
        onChange={(supportFrom) => change({ supportFrom })}
        {...at('supportFrom')}
      />
      <LongTextField
        label="What support"
        optional
        value={action.support}
        onChange={(support) => change({ support })}
        {...at('support')}
      />
      <LongTextField
        label="How we shall see that it worked"
        optional
        value={action.evidenceOfSuccess}
        onChange={(evidenceOfSuccess) => change({ evidenceOfSuccess })}
        {...at('evidenceOfSuccess')}
      />
      <NameHint texts={[action.what, action.support, action.evidenceOfSuccess]} />
    </Card>
  );
}

/** Step 3: what the host will do, and which academy helps. */
export function ActionsStep(props: StepProps) {
  const { outcome, onTyped } = props;
  const { place, focusAdded, focusAfterRemoval } = useGrowingList();
  const add = () => {
    onTyped({ actions: [...outcome.actions, emptyAction(`action-${crypto.randomUUID()}`)] });
    focusAdded();
  };
  const remove = (removed: WrittenAction) => {
    onTyped({ actions: outcome.actions.filter(({ key }) => key !== removed.key) });
    focusAfterRemoval();
  };
  if (outcome.actions.length === 0)
    return (
      <EmptyState
        icon="target"
        title="No actions yet"
        act={
          <Button icon="add" onClick={add}>
            Add an action
          </Button>
        }
      >
        Actions are the host’s own. Say which academy can offer support. A review without actions can be sent too.
      </EmptyState>
    );
  return (
    <>
      <Column place={place}>
        {outcome.actions.map((action, index) => (
          <Action key={action.key} {...props} action={action} index={index} onRemove={() => remove(action)} />
        ))}
      </Column>
      <Row>
        <QuietButton icon="add" disabled={outcome.actions.length >= most} onClick={add}>
          Add an action
        </QuietButton>
      </Row>
    </>
  );
}
