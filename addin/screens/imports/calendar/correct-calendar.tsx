import { outsideOf } from '../../../../shared/imports/calendar/entry';
import type { RefusedLine } from '../../../../shared/imports/table';
import { britishSpan } from '../../../../shared/time/british-date';
import { PrimaryButton } from '../../../parts/button';
import { Card } from '../../../parts/card';
import { Checkbox } from '../../../parts/checkbox';
import { Disclosure } from '../../../parts/disclosure';
import { Column, Row } from '../../../parts/layout';
import { Message } from '../../../parts/message';
import { More } from '../../../parts/more';
import { Spinner } from '../../../parts/spinner';
import { Facts, Points, Text } from '../../../parts/text';
import { counted } from '../../counted';
import { ProblemMessage } from '../../problem-message';
import { changesSomething, countsOf } from '../import-state';
import { type CalendarOutcome, undecidedIn } from './calendar-state';
import { EntryList } from './entry-list';
import type { useCalendar } from './use-calendar';

/** The lines of a calendar, what they come to, and what looks unusual about it. */
export function CorrectCalendar({
  calendar: { state, dispatch, check, remove: onRemove },
}: {
  readonly calendar: ReturnType<typeof useCalendar>;
}) {
  const { entries, refused, outcome, busy, problem, remove, isChecked, year } = state;
  const undecided = undecidedIn(entries);
  return (
    <Column>
      {undecided === 0 ? null : (
        <Message tone="warning">{`${counted(undecided, 'line waits', 'lines wait')} for you to say what it is.`}</Message>
      )}
      {outcome === undefined ? null : (
        <WhatItComesTo outcome={outcome} isChecked={isChecked} remove={remove} onRemove={onRemove} />
      )}
      <LeftOut summary="Left out" lines={refused.filter(({ sentence }) => sentence !== outsideOf(year))} open />
      <EntryList entries={entries} onCorrect={(at, entry) => dispatch({ type: 'correct', at, entry })} />
      <LeftOut
        summary="Outside the school year"
        lines={refused.filter(({ sentence }) => sentence === outsideOf(year))}
        open={false}
      />
      {problem === undefined ? null : <ProblemMessage problem={problem} />}
      {busy === undefined ? (
        <Row>
          {isChecked && outcome !== undefined ? (
            <PrimaryButton
              disabled={undecided > 0 || !(changesSomething(outcome) || (remove && outcome.dropped.length > 0))}
              onClick={() => void check(true)}
            >
              Keep this calendar
            </PrimaryButton>
          ) : (
            <PrimaryButton onClick={() => void check(false)}>Check again</PrimaryButton>
          )}
        </Row>
      ) : (
        <Spinner words={busy === 'keeping' ? 'Keeping the calendar…' : 'Checking the calendar…'} />
      )}
    </Column>
  );
}

function LeftOut({
  summary,
  lines,
  open,
}: {
  readonly summary: string;
  readonly lines: readonly RefusedLine[];
  readonly open: boolean;
}) {
  if (lines.length === 0) return null;
  return (
    <Disclosure summary={`${summary} (${lines.length})`} open={open}>
      <More of={lines} what="lines">
        {(some) => <Points points={some.map(({ line, sentence }) => `Line ${line}: ${sentence}`)} />}
      </More>
    </Disclosure>
  );
}

function WhatItComesTo({
  outcome,
  isChecked,
  remove,
  onRemove,
}: {
  readonly outcome: CalendarOutcome;
  readonly isChecked: boolean;
  readonly remove: boolean;
  readonly onRemove: (remove: boolean) => void;
}) {
  const { halfTerms, warnings, dropped, refused } = outcome;
  return (
    <Card title="What it comes to">
      <Text>{isChecked ? countsOf(outcome) : 'Lines were changed since this was counted: check again.'}</Text>
      {warnings.map((sentence) => (
        <Message key={sentence} tone="warning">
          {sentence}
        </Message>
      ))}
      {halfTerms.map((one) => (
        <Facts
          key={one.scope}
          facts={one.halfTerms.map(({ name, from, until }) => ({ name, value: britishSpan(from, until) }))}
        />
      ))}
      {refused.length === 0 ? null : (
        <Points points={refused.map(({ line, sentence }) => `Line ${line}: ${sentence}`)} />
      )}
      {dropped.length === 0 ? null : (
        <Column gap="close">
          <Text>Kept before, and not in this calendar:</Text>
          <Points points={dropped.map(({ label, from, until }) => `${label}, ${britishSpan(from, until)}`)} />
          <Checkbox label="Remove these days" value={remove} onChange={onRemove} />
        </Column>
      )}
    </Card>
  );
}
