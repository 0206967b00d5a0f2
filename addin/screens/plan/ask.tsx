import { useCallback, useState } from 'react';
import type { Stored } from '../../../shared/record';
import { type Network, network as networkKind } from '../../../shared/records/network';
import { schoolYear as schoolYearKind } from '../../../shared/records/school-year';
import { ok, type Problem } from '../../../shared/result';
import { britishSpan } from '../../../shared/time/british-date';
import { isCalendarDate } from '../../../shared/time/calendar-date';
import { useAsked } from '../../answer';
import { allRecords } from '../../directory';
import { usePanel } from '../../panel-context';
import { PrimaryButton } from '../../parts/button';
import { Checkboxes } from '../../parts/checkbox';
import { Choice } from '../../parts/choice';
import { DateField } from '../../parts/date-field';
import { EmptyState } from '../../parts/empty-state';
import { Column, Row } from '../../parts/layout';
import { Message } from '../../parts/message';
import { rhythmInWords } from '../networks/network-cards';
import { ProblemMessage } from '../problem-message';
import { SchoolYearChoice } from '../school-year-choice';
import { today } from '../today';
import { WaitingFor } from '../waiting-for';
import { type HalfTermChoice, halfTermChoices, nextHalfTerm } from './half-terms';
import type { Question } from './plan-state';

interface AskProps {
  readonly year: string;
  readonly onYear: (year: string) => void;
  readonly refused: Problem | undefined;
  readonly onAsk: (question: Question) => void;
}

/** What is to be planned: the year, the half-term and the networks. */
export function Ask({ year, onYear, refused, onAsk }: AskProps) {
  const { server } = usePanel();
  const asked = useAsked(
    useCallback(async () => {
      const [calendars, networks] = await Promise.all([
        allRecords(server, schoolYearKind, { by: 'year', is: year }),
        allRecords(server, networkKind),
      ]);
      if (!calendars.ok) return calendars;
      if (!networks.ok) return networks;
      const halfTerms = halfTermChoices(calendars.value.map(({ record }) => record));
      return ok({ year, halfTerms, networks: networks.value.filter(({ record }) => record.active) });
    }, [server, year]),
  );
  return (
    <Column>
      <SchoolYearChoice value={year} onChange={onYear} />
      <WaitingFor asked={asked} words="Reading half-terms and networks…">
        {(found) => <Form key={found.year} {...found} refused={refused} onAsk={onAsk} />}
      </WaitingFor>
    </Column>
  );
}

interface FormProps {
  readonly year: string;
  readonly halfTerms: readonly HalfTermChoice[];
  readonly networks: readonly Stored<Network>[];
  readonly refused: Problem | undefined;
  readonly onAsk: (question: Question) => void;
}

function Form({ year, halfTerms, networks, refused, onAsk }: FormProps) {
  const first = nextHalfTerm(halfTerms, today());
  const [span, setSpan] = useState({ from: first?.from ?? '', until: first?.until ?? '' });
  const [chosen, setChosen] = useState<readonly string[]>(networks.map(({ key }) => key));
  if (networks.length === 0)
    return (
      <EmptyState icon="people" title="There is no network yet">
        Add the networks that meet this year first, each with whom it is for and how often it meets.
      </EmptyState>
    );
  const ready = isCalendarDate(span.from) && isCalendarDate(span.until) && span.from <= span.until && chosen.length > 0;
  return (
    <Column>
      <HalfTerm halfTerms={halfTerms} span={span} onChange={setSpan} />
      <Checkboxes
        label="Networks"
        value={chosen}
        options={networks.map(({ key, record }) => ({ key, text: `${record.name} (${rhythmInWords(record)})` }))}
        onChange={setChosen}
        problem={chosen.length === 0 ? 'Choose at least one network.' : undefined}
      />
      {refused === undefined ? null : <ProblemMessage problem={refused} />}
      <Row>
        <PrimaryButton
          icon="calendar"
          disabled={!ready}
          onClick={() => onAsk({ year, ...span, networks: inOrder(networks, chosen) })}
        >
          Find dates
        </PrimaryButton>
      </Row>
    </Column>
  );
}

/** The half-terms of the school calendars, or two dates where none is kept. */
function HalfTerm({
  halfTerms,
  span,
  onChange,
}: {
  readonly halfTerms: readonly HalfTermChoice[];
  readonly span: { readonly from: string; readonly until: string };
  readonly onChange: (span: { readonly from: string; readonly until: string }) => void;
}) {
  if (halfTerms.length === 0)
    return (
      <>
        <Message tone="warning">No half-terms are kept for this year, so give the first and the last day.</Message>
        <DateField label="First day" value={span.from} onChange={(from) => onChange({ ...span, from })} />
        <DateField
          label="Last day"
          value={span.until}
          problem={span.until !== '' && span.until < span.from ? 'The last day is before the first.' : undefined}
          onChange={(until) => onChange({ ...span, until })}
        />
      </>
    );
  const chosen = halfTerms.find(({ from, until }) => from === span.from && until === span.until);
  return (
    <Choice
      label="Half-term"
      value={chosen?.name ?? ''}
      options={halfTerms.map(({ name }) => ({ key: name, text: name }))}
      help={chosen === undefined ? undefined : britishSpan(chosen.from, chosen.until)}
      onChange={(name) => {
        const next = halfTerms.find((one) => one.name === name);
        if (next !== undefined) onChange({ from: next.from, until: next.until });
      }}
    />
  );
}

/** In the list's order, whatever was ticked first: the same question gives the same plan. */
function inOrder(networks: readonly Stored<Network>[], chosen: readonly string[]): readonly string[] {
  return networks.map(({ key }) => key).filter((key) => chosen.includes(key));
}
