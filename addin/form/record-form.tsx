import type { Fields } from '../../shared/field';
import { Button } from '../parts/button';
import { Card } from '../parts/card';
import { Row } from '../parts/layout';
import { Message } from '../parts/message';
import { Facts } from '../parts/text';
import { FormFields } from './form-fields';
import type { FormState } from './form-state';
import { fromTyped, type Typed } from './form-values';
import type { Sources } from './sources';
import { valueWords } from './value-words';

interface RecordFormProps {
  readonly fields: Fields;
  readonly state: FormState;
  readonly sources: Sources;
  readonly onChange: (name: string, value: unknown) => void;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** The fields in which two versions differ, in words. */
function differences(fields: Fields, mine: Typed, theirs: Typed, sources: Sources) {
  const [ours, stored] = [fromTyped(fields, mine), fromTyped(fields, theirs)];
  return Object.entries(fields).flatMap(([name, field]) => {
    const [here, there] = [valueWords(field, ours[name], sources), valueWords(field, stored[name], sources)];
    return here === there ? [] : [{ name: field.label, here: here || 'empty', there: there || 'empty' }];
  });
}

function ChangedMeanwhile({ fields, state, sources, onKeepMine, onTakeTheirs }: RecordFormProps) {
  if (state.theirs === undefined) return null;
  const differing = differences(fields, state.typed, state.theirs.typed, sources);
  return (
    <>
      <Message tone="warning">
        Somebody changed this while you were writing. Compare, then choose. Nothing of yours is lost until you do.
      </Message>
      <Card title="What you wrote">
        <Facts facts={differing.map(({ name, here }) => ({ name, value: here }))} />
        <Row>
          <Button onClick={onKeepMine}>Keep mine and go on</Button>
        </Row>
      </Card>
      <Card title="What is stored now">
        <Facts facts={differing.map(({ name, there }) => ({ name, value: there }))} />
        <Row>
          <Button onClick={onTakeTheirs}>Take what is stored</Button>
        </Row>
      </Card>
    </>
  );
}

/** The form of any kind of record, drawn from its declaration. */
export function RecordForm(props: RecordFormProps) {
  const { fields, state, sources, onChange } = props;
  if (state.theirs !== undefined) return <ChangedMeanwhile {...props} />;
  return (
    <>
      {state.refused === undefined ? null : <Message tone="error">{state.refused.sentence}</Message>}
      <FormFields fields={fields} typed={state.typed} problems={state.problems} sources={sources} onChange={onChange} />
    </>
  );
}
