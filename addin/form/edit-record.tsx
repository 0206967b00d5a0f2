import { useReducer, useState } from 'react';
import type { Fields } from '../../shared/field';
import type { Kind, Stored } from '../../shared/record';
import type { Problem, Result } from '../../shared/result';
import { Button, PrimaryButton } from '../parts/button';
import { ConfirmPanel } from '../parts/confirm-panel';
import { focusFirstProblem } from '../parts/focus-first-problem';
import { Page } from '../parts/page';
import { Text } from '../parts/text';
import { reduceForm, startForm } from './form-state';
import { parseTyped, type Typed, toTyped } from './form-values';
import { RecordForm } from './record-form';
import type { Sources } from './sources';

interface EditRecordProps {
  readonly kind: Kind;
  readonly fields: Fields;
  readonly sources: Sources;
  readonly title: string;
  /** What the form begins with. */
  readonly start: Typed;
  readonly version: string;
  /** Who would be written to if it were saved so, in sentences; looked at before it is. `before` is what is kept now. */
  readonly mails?: (before: unknown, record: Typed) => readonly string[];
  /** What is kept now; absent for a new record. */
  readonly kept?: unknown;
  readonly save: (record: Typed, version: string) => Promise<Result<Stored>>;
  readonly onSaved: (stored: Stored) => void;
  readonly onBack: () => void;
}

function storedIn(problem: Problem): Stored | undefined {
  const { current } = problem;
  if (problem.code !== 'changed-meanwhile' || typeof current !== 'object' || current === null) return undefined;
  return 'record' in current && 'version' in current ? (current as Stored) : undefined;
}

/** Writes or changes one record. What was typed stays until it is saved or given up. */
export function EditRecord(props: EditRecordProps) {
  const { kind, fields, sources, title, start, version, save, onSaved, onBack } = props;
  const [state, dispatch] = useReducer(reduceForm, startForm(start, version));
  const [kept, setKept] = useState(props.kept);
  const [asking, setAsking] = useState<{ readonly record: Typed; readonly mails: readonly string[] }>();
  const refuse = (problem: Problem) => {
    const stored = storedIn(problem);
    if (stored === undefined) dispatch({ type: 'refused', problem });
    else {
      setKept(stored.record);
      dispatch({ type: 'clash', typed: toTyped(fields, stored.record), version: stored.version });
    }
    focusFirstProblem();
  };
  const send = async (record: Typed) => {
    setAsking(undefined);
    dispatch({ type: 'saving' });
    const saved = await save(record, state.version);
    if (saved.ok) onSaved(saved.value);
    else refuse(saved.problem);
  };
  const press = async () => {
    const parsed = parseTyped(fields, state.typed, kind.one);
    if (!parsed.ok) return refuse(parsed.problem);
    const mails = props.mails?.(kept, parsed.value) ?? [];
    if (mails.length > 0) return setAsking({ record: parsed.value, mails });
    await send(parsed.value);
  };
  const leave = () => (state.touched ? dispatch({ type: 'leave' }) : onBack());
  const footer =
    state.theirs === undefined && state.step !== 'leaving' && asking === undefined ? (
      <>
        <Button onClick={leave}>Cancel</Button>
        <PrimaryButton disabled={state.step === 'saving'} onClick={() => void press()}>
          {state.step === 'saving' ? 'Saving…' : 'Save'}
        </PrimaryButton>
      </>
    ) : undefined;
  return (
    <Page title={title} onBack={leave} footer={footer}>
      {state.step === 'leaving' ? (
        <ConfirmPanel
          title="Leave without saving?"
          confirm="Leave without saving"
          onConfirm={onBack}
          onCancel={() => dispatch({ type: 'stay' })}
        >
          <Text>What you typed here is not saved and would be lost.</Text>
        </ConfirmPanel>
      ) : null}
      {asking === undefined ? null : (
        <ConfirmPanel
          title="Save, and tell those invited?"
          confirm="Save and send"
          onConfirm={() => void send(asking.record)}
          onCancel={() => setAsking(undefined)}
        >
          {asking.mails.map((sentence) => (
            <Text key={sentence}>{sentence}</Text>
          ))}
        </ConfirmPanel>
      )}
      <RecordForm
        fields={fields}
        state={state}
        sources={sources}
        onChange={(name, value) => {
          setAsking(undefined);
          dispatch({ type: 'typed', name, value });
        }}
        onKeepMine={() => dispatch({ type: 'keep mine' })}
        onTakeTheirs={() => dispatch({ type: 'take theirs' })}
      />
    </Page>
  );
}
