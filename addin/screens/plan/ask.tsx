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
import { Quiet } from '../../parts/text';
import { rhythmInWords } from '../networks/network-cards';
import { ProblemMessage } from '../problem-message';
import { SchoolYearChoice } from '../school-year-choice';
import { today } from '../today';
import { WaitingFor } from '../waiting-for';
import type { Question } from './plan-state';
import { type YearPart, yearParts } from './year-parts';

interface AskProps {
  readonly year: string;
  readonly onYear: (year: string) => void;
  readonly refused: Problem | undefined;
  readonly onAsk: (question: Question) => void;
}

/** What is to be planned: the year or a part of it, and which networks. */
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
      const parts = yearParts(
        calendars.value.map(({ record }) => record),
        today(),
      );
      return ok({ year, parts, networks: networks.value.filter(({ record }) => record.active) });
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
  readonly parts: readonly YearPart[];
  readonly networks: readonly Stored<Network>[];
  readonly refused: Problem | undefined;
  readonly onAsk: (question: Question) => void;
}

type Span = Pick<YearPart, 'from' | 'until' | 'replan'>;

function Form({ year, parts, networks, refused, onAsk }: FormProps) {
  const [span, setSpan] = useState<Span>(parts[0] ?? { from: '', until: '', replan: false });
  const [chosen, setChosen] = useState<readonly string[]>(networks.map(({ key }) => key));
  if (networks.length === 0)
    return (
      <EmptyState icon="people" title="There is no network yet">
        Add the networks that meet this year first, each with whom it is for and how often it meets.
      </EmptyState>
    );
  const ready = isCalendarDate(span.from) && isCalendarDate(span.until) && span.from <= span.until && chosen.length > 0;
  const { from, until, replan } = span;
  return (
    <Column>
      <Part parts={parts} span={span} onChange={setSpan} />
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
          onClick={() => onAsk({ year, from, until, replan, networks: inOrder(networks, chosen) })}
        >
          Find dates
        </PrimaryButton>
      </Row>
    </Column>
  );
}

/** The parts of the year by its calendars, or two dates where none is kept. */
function Part({
  parts,
  span,
  onChange,
}: {
  readonly parts: readonly YearPart[];
  readonly span: Span;
  readonly onChange: (span: Span) => void;
}) {
  const [key, setKey] = useState(parts[0]?.key ?? '');
  const chosen = parts.find((part) => part.key === key);
  if (chosen === undefined)
    return (
      <>
        <Message tone="warning">
          No half-terms are kept for this year, so give the first and the last day. Import the school calendars to plan
          a year.
        </Message>
        <DateField label="First day" value={span.from} onChange={(from) => onChange({ ...span, from })} />
        <DateField
          label="Last day"
          value={span.until}
          problem={span.until !== '' && span.until < span.from ? 'The last day is before the first.' : undefined}
          onChange={(until) => onChange({ ...span, until })}
        />
      </>
    );
  return (
    <>
      <Choice
        label="What to plan"
        value={key}
        options={parts.map((part) => ({ key: part.key, text: part.name }))}
        help={chosen.replan ? undefined : britishSpan(chosen.from, chosen.until)}
        onChange={(next) => {
          const part = parts.find((one) => one.key === next);
          if (part === undefined) return;
          setKey(part.key);
          onChange(part);
        }}
      />
      {chosen.replan ? (
        <>
          <DateField
            label="From this day on"
            value={span.from}
            problem={span.from > span.until ? 'The school year is over by then.' : undefined}
            onChange={(from) => onChange({ ...span, from })}
          />
          <Quiet>
            What is planned stays where it can. Meetings that are in Outlook may move too, and you see which before
            anything is sent.
          </Quiet>
        </>
      ) : null}
    </>
  );
}

/** In the list's order, whatever was ticked first: the same question gives the same plan. */
function inOrder(networks: readonly Stored<Network>[], chosen: readonly string[]): readonly string[] {
  return networks.map(({ key }) => key).filter((key) => chosen.includes(key));
}
