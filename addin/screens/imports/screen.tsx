import { useReducer, useState } from 'react';
import type { Problem } from '../../../shared/result';
import { usePanel } from '../../panel-context';
import { Arrival } from '../../parts/arrival';
import { Button, PrimaryButton } from '../../parts/button';
import { Choice } from '../../parts/choice';
import { FileField } from '../../parts/file-field';
import { Column, Row } from '../../parts/layout';
import { Message } from '../../parts/message';
import { Page } from '../../parts/page';
import { Spinner } from '../../parts/spinner';
import { TextField } from '../../parts/text-field';
import { useRouter } from '../../router';
import { capital } from '../capital';
import { ProblemMessage } from '../problem-message';
import { CalendarImport } from './calendar/calendar-import';
import { readPickedFile } from './import-files';
import { changesSomething, type ImportState, importReducer, noFile } from './import-state';
import { askForImport, type WhatToImport, whatToImport, words } from './kinds-of-import';
import { Outcome } from './outcome';

const calendar = 'calendar of a school';

/** Brings a file into the lists: choose it, see what would change, then apply. */
export function Screen() {
  const { server } = usePanel();
  const { back } = useRouter();
  const [what, setWhat] = useState<WhatToImport>('academies');
  const [isCalendar, setIsCalendar] = useState(false);
  const [trust, setTrust] = useState('');
  const [state, dispatch] = useReducer(importReducer, noFile);

  const choose = async (file: File): Promise<void> => {
    const read = await readPickedFile(file);
    dispatch(read.ok ? { type: 'chose', file: read.value } : { type: 'could not read', problem: read.problem });
  };
  const send = async (apply: boolean): Promise<void> => {
    if (state.file === undefined) return;
    dispatch({ type: apply ? 'apply' : 'look' });
    const answer = await askForImport(server, what, { file: state.file.content, apply }, trust);
    if (!answer.ok) dispatch({ type: 'refused', problem: answer.problem });
    else dispatch({ type: apply ? 'applied' : 'looked', outcome: answer.value });
  };
  const startAgain = (): void => dispatch({ type: 'start again' });

  return (
    <Page title="Import" onBack={back}>
      {state.step === 'choose' ? (
        <Column>
          <Choice
            label="What to import"
            value={isCalendar ? calendar : what}
            options={[...whatToImport, calendar].map((one) => ({ key: one, text: capital(one) }))}
            onChange={(key) => {
              setIsCalendar(key === calendar);
              setWhat(whatToImport.find((one) => one === key) ?? what);
              startAgain();
            }}
          />
          {isCalendar ? (
            <CalendarImport />
          ) : (
            <>
              {what === 'academies' ? (
                <TextField
                  label="Only academies of this trust"
                  optional
                  help="Its name as in GIAS. Leave this empty if the file has nobody else's academies."
                  value={trust}
                  onChange={setTrust}
                />
              ) : null}
              <FileField
                label={words[what].label}
                help={words[what].help}
                accept={words[what].accept}
                fileName={state.file?.name}
                onChoose={(file) => void choose(file)}
              />
              {state.problem === undefined ? null : <ProblemMessage problem={withoutFields(state.problem)} />}
              <Row>
                <PrimaryButton disabled={state.file === undefined} onClick={() => void send(false)}>
                  Show what would change
                </PrimaryButton>
              </Row>
            </>
          )}
        </Column>
      ) : null}
      <After what={what} state={state} onApply={() => void send(true)} onStartAgain={startAgain} />
    </Page>
  );
}

/** What follows once a file was sent. */
function After({
  what,
  state,
  onApply,
  onStartAgain,
}: {
  readonly what: WhatToImport;
  readonly state: ImportState;
  readonly onApply: () => void;
  readonly onStartAgain: () => void;
}) {
  switch (state.step) {
    case 'choose':
      return null;
    case 'looking':
      return <Spinner words={`Reading ${state.file.name}…`} />;
    case 'preview':
      return (
        <Arrival key="preview" label="Preview">
          <Message tone="info">{`${state.file.name}: nothing has been written yet.`}</Message>
          <Outcome outcome={state.outcome} />
          {state.problem === undefined ? null : <ProblemMessage problem={withoutFields(state.problem)} />}
          <Row>
            <PrimaryButton disabled={!changesSomething(state.outcome)} onClick={onApply}>
              {`Apply these ${what}`}
            </PrimaryButton>
            <Button onClick={onStartAgain}>Choose another file</Button>
          </Row>
        </Arrival>
      );
    case 'applying':
      return <Spinner words={`Writing ${what}…`} />;
    case 'done':
      return (
        <Arrival key="done" label="Result">
          <Message tone="success">{`${state.file.name} was imported.`}</Message>
          <Outcome outcome={state.outcome} />
          <Row>
            <Button onClick={onStartAgain}>Import another file</Button>
          </Row>
        </Arrival>
      );
  }
}

/** A file's sentence names its columns already; a list of them would only say it again. */
function withoutFields({ code, sentence }: Problem): Problem {
  return { code, sentence };
}
