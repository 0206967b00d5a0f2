import { useCallback } from 'react';
import { academy as academyKind } from '../../../../shared/records/academy';
import { useAsked } from '../../../answer';
import { allRecords } from '../../../directory';
import { usePanel } from '../../../panel-context';
import { Arrival } from '../../../parts/arrival';
import { Button, PrimaryButton } from '../../../parts/button';
import { Choice, type Option } from '../../../parts/choice';
import { FileField } from '../../../parts/file-field';
import { Column, Row } from '../../../parts/layout';
import { Message } from '../../../parts/message';
import { Spinner } from '../../../parts/spinner';
import { DraftLine } from '../../draft-line';
import { ProblemMessage } from '../../problem-message';
import { SchoolYearChoice } from '../../school-year-choice';
import { WaitingFor } from '../../waiting-for';
import { Outcome } from '../outcome';
import { CorrectCalendar } from './correct-calendar';
import { useCalendar } from './use-calendar';

type Calendar = ReturnType<typeof useCalendar>;

/** A school's calendar: choose it, answer what is doubtful, put its lines right, and only then keep it. */
export function CalendarImport() {
  const calendar = useCalendar();
  return (
    <>
      <Step calendar={calendar} />
      {calendar.state.step === 'done' ? null : <DraftLine kept={calendar.kept} />}
    </>
  );
}

function Step({ calendar }: { readonly calendar: Calendar }) {
  const { state, startAgain } = calendar;
  if (state.busy === 'reading') return <Spinner words={`Reading ${state.file?.name ?? 'the calendar'}…`} />;
  switch (state.step) {
    case 'choose':
      return <ChooseCalendar calendar={calendar} />;
    case 'asked':
      return <Questions calendar={calendar} />;
    case 'correct':
      return (
        <Arrival key="correct" label="Preview">
          <Message tone="info">{`${state.file?.name ?? ''}: nothing has been written yet.`}</Message>
          <CorrectCalendar calendar={calendar} />
          <Row>
            <Button onClick={startAgain}>Choose another file</Button>
          </Row>
        </Arrival>
      );
    case 'done':
      return (
        <Arrival key="done" label="Result">
          <Message tone="success">{`${state.file?.name ?? ''} was imported.`}</Message>
          {state.outcome === undefined ? null : <Outcome outcome={state.outcome} />}
          <Row>
            <Button onClick={startAgain}>Import another calendar</Button>
          </Row>
        </Arrival>
      );
  }
}

function ChooseCalendar({ calendar: { state, dispatch, choose, read } }: { readonly calendar: Calendar }) {
  const { server } = usePanel();
  const academies = useAsked(useCallback(() => allRecords(server, academyKind), [server]));
  return (
    <WaitingFor asked={academies} words="Reading our academies…">
      {(known) => (
        <Column>
          <Choice
            label="Whose calendar it is"
            help="A local authority's dates hold for its academies, unless an academy has its own."
            value={state.scope}
            options={scopesOf(known.map(({ record }) => record))}
            onChange={(scope) => dispatch({ type: 'set', with: { scope } })}
          />
          <SchoolYearChoice value={state.year} onChange={(year) => dispatch({ type: 'set', with: { year } })} />
          <FileField
            label="Calendar of a school"
            help="An ICS file, or a CSV with the columns start, end, kind and label and, where lines concern others, scope: trust, a local authority or a URN."
            accept=".ics,.csv,text/calendar,text/csv"
            fileName={state.file?.name}
            onChoose={(file) => void choose(file)}
          />
          {state.problem === undefined ? null : <ProblemMessage problem={state.problem} />}
          <Row>
            <PrimaryButton disabled={state.file === undefined || state.scope === ''} onClick={() => void read()}>
              Show what it says
            </PrimaryButton>
          </Row>
        </Column>
      )}
    </WaitingFor>
  );
}

function scopesOf(
  academies: readonly { readonly urn: string; readonly name: string; readonly localAuthority: string }[],
): readonly Option[] {
  const authorities = [...new Set(academies.map(({ localAuthority }) => localAuthority))].sort();
  return [
    ...authorities.map((one) => ({ key: one, text: `${one} (local authority)` })),
    ...academies.map(({ urn, name }) => ({ key: urn, text: name })),
    { key: 'trust', text: 'The whole trust' },
  ];
}

function Questions({ calendar: { state, dispatch, read, startAgain } }: { readonly calendar: Calendar }) {
  const answered = state.questions.every(({ about }) => (state.answers[about] ?? '') !== '');
  return (
    <Arrival key="asked" label="Questions">
      {state.questions.map(({ about, sentence, choices }) => (
        <Choice
          key={about}
          label={sentence}
          value={state.answers[about] ?? ''}
          options={choices}
          onChange={(key) => dispatch({ type: 'answer', about, key })}
        />
      ))}
      {state.problem === undefined ? null : <ProblemMessage problem={state.problem} />}
      <Row>
        <PrimaryButton disabled={!answered} onClick={() => void read()}>
          Go on
        </PrimaryButton>
        <Button onClick={startAgain}>Choose another file</Button>
      </Row>
    </Arrival>
  );
}
