import type { Problem } from '../../../shared/result';
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
import { DraftLine } from '../draft-line';
import { ProblemMessage } from '../problem-message';
import { CalendarImport } from './calendar/calendar-import';
import { CorrectLines } from './correct-lines';
import { changesSomething } from './import-state';
import { type WhatToImport, words } from './kinds-of-import';
import { Outcome } from './outcome';
import { calendar, choices, useImport } from './use-import';

type Import = ReturnType<typeof useImport>;

/** Brings a file into the lists: choose it, see what would change, put it right, then apply. */
export function Screen() {
  const { back } = useRouter();
  const importing = useImport();
  const { what, state } = importing;
  return (
    <Page title="Import" onBack={back}>
      {state.step === 'choose' && state.busy === undefined ? (
        <Column>
          <Choice
            label="What to import"
            value={what}
            options={choices.map((one) => ({ key: one, text: capital(one) }))}
            onChange={(key) => importing.choose(choices.find((one) => one === key) ?? what)}
          />
          {what === calendar ? <CalendarImport /> : <ChooseFile what={what} importing={importing} />}
        </Column>
      ) : null}
      {what === calendar ? null : <After what={what} importing={importing} />}
      {what === calendar || state.step === 'done' ? null : <DraftLine kept={importing.kept} />}
    </Page>
  );
}

function ChooseFile({
  what,
  importing: { state, trust, setTrust, pick, send },
}: {
  readonly what: WhatToImport;
  readonly importing: Import;
}) {
  const { label, help, accept } = words[what];
  return (
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
        label={label}
        help={help}
        accept={accept}
        fileName={state.file?.name}
        onChoose={(file) => void pick(file)}
      />
      {state.problem === undefined ? null : <ProblemMessage problem={withoutFields(state.problem)} />}
      <Row>
        <PrimaryButton disabled={state.file === undefined} onClick={() => void send(false)}>
          Show what would change
        </PrimaryButton>
      </Row>
    </>
  );
}

/** What follows once a file was sent. */
function After({ what, importing }: { readonly what: WhatToImport; readonly importing: Import }) {
  const { file, step, busy, outcome } = importing.state;
  if (busy === 'looking') return <Spinner words={`Reading ${file?.name ?? 'the file'}…`} />;
  if (busy === 'applying') return <Spinner words={`Writing ${what}…`} />;
  if (step === 'choose' || outcome === undefined) return null;
  if (step === 'preview') return <Preview what={what} importing={importing} outcome={outcome} />;
  return (
    <Arrival key="done" label="Result">
      <Message tone="success">{`${file?.name ?? 'The file'} was imported.`}</Message>
      <Outcome outcome={outcome} />
      <Row>
        <Button onClick={importing.startAgain}>Import another file</Button>
      </Row>
    </Arrival>
  );
}

function Preview({
  what,
  importing: { state, dispatch, send, startAgain },
  outcome,
}: {
  readonly what: WhatToImport;
  readonly importing: Import;
  readonly outcome: NonNullable<Import['state']['outcome']>;
}) {
  const { file, corrections, isChecked, problem } = state;
  return (
    <Arrival key="preview" label="Preview">
      <Message tone="info">{`${file?.name ?? 'The file'}: nothing has been written yet.`}</Message>
      <Outcome
        outcome={outcome}
        isChecked={isChecked}
        leftOut={
          <CorrectLines
            refused={outcome.refused}
            corrections={corrections}
            onCorrect={(correction) => dispatch({ type: 'correct', correction })}
          />
        }
      />
      {problem === undefined ? null : <ProblemMessage problem={withoutFields(problem)} />}
      <Row>
        {isChecked ? (
          <PrimaryButton disabled={!changesSomething(outcome)} onClick={() => void send(true)}>
            {`Apply these ${what}`}
          </PrimaryButton>
        ) : (
          <PrimaryButton onClick={() => void send(false)}>Check again</PrimaryButton>
        )}
        <Button onClick={startAgain}>Choose another file</Button>
      </Row>
    </Arrival>
  );
}

/** A file's sentence names its columns already; a list of them would only say it again. */
function withoutFields({ code, sentence }: Problem): Problem {
  return { code, sentence };
}
