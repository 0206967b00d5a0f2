import { activityKinds } from '../../../shared/records/finding';
import { emptyActivity, type TypedActivity } from '../../outcome/outcome';
import { problemAt } from '../../outcome/outcome-state';
import { QuietButton } from '../../parts/button';
import { Card } from '../../parts/card';
import { Choice } from '../../parts/choice';
import { Column, Row } from '../../parts/layout';
import { TextArea, TextField } from '../../parts/text-field';
import { useGrowingList } from '../../parts/use-growing-list';
import { capital } from '../capital';
import { NameHint } from '../name-hint';
import type { StepProps } from './step-props';

const most = 20;
const activityOptions = activityKinds.map((kind) => ({ key: kind, text: capital(kind) }));

interface ActivityProps extends StepProps {
  readonly activity: TypedActivity;
  readonly index: number;
  readonly onRemove: () => void;
}

function Activity({ activity, index, onRemove, outcome, problems, onTyped, onLeave }: ActivityProps) {
  const { activities } = outcome;
  const change = (typed: Partial<TypedActivity>) =>
    onTyped({ activities: activities.map((one, at) => (at === index ? { ...one, ...typed } : one)) });
  const problem = (name: string) => problemAt(problems, `activities.${index}.${name}`);
  return (
    <Card
      title={`Evidence ${index + 1}`}
      beside={
        activities.length > 1 ? (
          <QuietButton label={`Remove evidence ${index + 1}`} onClick={onRemove}>
            Remove
          </QuietButton>
        ) : undefined
      }
    >
      <Choice
        label="Activity"
        options={activityOptions}
        value={activity.what}
        problem={problem('what')}
        onChange={(what) => change({ what })}
        onLeave={onLeave}
      />
      <TextField
        label="With which host colleague"
        help={'The post, for example "English lead"'}
        value={activity.withColleague}
        problem={problem('withColleague')}
        onChange={(withColleague) => change({ withColleague })}
        onLeave={onLeave}
      />
      <TextArea
        label="What we saw"
        help="No names of pupils or colleagues"
        value={activity.observation}
        problem={problem('observation')}
        onChange={(observation) => change({ observation })}
        onLeave={onLeave}
      />
      <NameHint texts={[activity.withColleague, activity.observation]} />
    </Card>
  );
}

/** Step 1: what the host asked about, and what was seen. */
export function FocusStep(props: StepProps) {
  const { outcome, problems, onTyped, onLeave } = props;
  const { place, focusAdded, focusAfterRemoval } = useGrowingList();
  const add = () => {
    onTyped({ activities: [...outcome.activities, emptyActivity()] });
    focusAdded();
  };
  const remove = (index: number) => {
    onTyped({ activities: outcome.activities.filter((_one, at) => at !== index) });
    focusAfterRemoval();
  };
  return (
    <>
      <TextArea
        label="Focus"
        help="What the host chose"
        value={outcome.focus}
        problem={problemAt(problems, 'focus')}
        onChange={(focus) => onTyped({ focus })}
        onLeave={onLeave}
      />
      <NameHint texts={[outcome.focus]} />
      <Column place={place}>
        {outcome.activities.map((activity, index) => (
          <Activity key={activity.key} {...props} activity={activity} index={index} onRemove={() => remove(index)} />
        ))}
      </Column>
      <Row>
        <QuietButton icon="add" disabled={outcome.activities.length >= most} onClick={add}>
          {outcome.activities.length === 0 ? 'Add evidence' : 'Add more evidence'}
        </QuietButton>
      </Row>
    </>
  );
}
