import { useReducer } from 'react';
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
export function EditRecord({ kind, fields, sources, title, start, version, save, onSaved, onBack }: EditRecordProps) {
  const [state, dispatch] = useReducer(reduceForm, startForm(start, version));
  const refuse = (problem: Problem) => {
    const stored = storedIn(problem);
    if (stored === undefined) dispatch({ type: 'refused', problem });
    else dispatch({ type: 'clash', typed: toTyped(fields, stored.record), version: stored.version });
    focusFirstProblem();
  };
  const press = async () => {
    const parsed = parseTyped(fields, state.typed, kind.one);
    if (!parsed.ok) return refuse(parsed.problem);
    dispatch({ type: 'saving' });
    const saved = await save(parsed.value, state.version);
    if (saved.ok) onSaved(saved.value);
    else refuse(saved.problem);
  };
  const leave = () => (state.touched ? dispatch({ type: 'leave' }) : onBack());
  const footer =
    state.theirs === undefined && state.step !== 'leaving' ? (
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
      <RecordForm
        fields={fields}
        state={state}
        sources={sources}
        onChange={(name, value) => dispatch({ type: 'typed', name, value })}
        onKeepMine={() => dispatch({ type: 'keep mine' })}
        onTakeTheirs={() => dispatch({ type: 'take theirs' })}
      />
    </Page>
  );
}
