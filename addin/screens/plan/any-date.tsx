import { type ReactNode, useState } from 'react';
import { whyNotOn } from '../../../shared/meetings/by-hand';
import type { MeetingProblem } from '../../../shared/meetings/problem';
import { isCalendarDate } from '../../../shared/time/calendar-date';
import { minutesOf, timeOf } from '../../../shared/time/time-of-day';
import { readTime } from '../../parts/british-input';
import { Button } from '../../parts/button';
import { DateField, TimeField } from '../../parts/date-field';
import { focusFirstProblem } from '../../parts/focus-first-problem';
import { Column, Row } from '../../parts/layout';
import { today } from '../today';
import type { Moves } from './plan-orders';
import type { PlanRow } from './plan-rows';

type When = Pick<Moves[number], 'date' | 'from' | 'until'>;

interface AnyDateProps {
  readonly row: PlanRow;
  readonly problem: MeetingProblem;
  readonly onTry: (when: When) => void;
  /** What was found for the day and time that stand in the fields. */
  readonly children: (typed: Pick<When, 'date' | 'from'>) => ReactNode;
}

/** A day and time that the person types; what cannot be is said at its field. */
export function AnyDate({ row, problem, onTry, children }: AnyDateProps) {
  const [date, setDate] = useState('');
  const [from, setFrom] = useState(row.from);
  const [tried, setTried] = useState(false);
  const minutes = minutesOf(row.until) - minutesOf(row.from);
  const ofDate = dateProblem(date, problem);
  const ofTime = timeProblem(from, minutes);
  const look = (): void => {
    setTried(true);
    if (ofDate === undefined && ofTime === undefined) onTry({ date, from, until: timeOf(minutesOf(from) + minutes) });
    else focusFirstProblem();
  };
  return (
    <Column>
      <DateField label="Date" value={date} problem={tried ? ofDate : undefined} onChange={setDate} />
      <TimeField label="Starts at" value={from} problem={tried ? ofTime : undefined} onChange={setFrom} />
      <Row>
        <Button onClick={look}>What would that mean?</Button>
      </Row>
      {children({ date, from })}
    </Column>
  );
}

function dateProblem(date: string, { from, until }: MeetingProblem): string | undefined {
  if (date === '') return 'Give a date.';
  if (!isCalendarDate(date)) return 'There is no such day in the calendar.';
  return whyNotOn(date, { from, until }, today());
}

function timeProblem(from: string, minutes: number): string | undefined {
  if (from === '') return 'Give a time.';
  if (readTime(from) === undefined) return 'Give a time as hours:minutes, e.g. 15:45.';
  return minutesOf(from) + minutes < 24 * 60 ? undefined : 'It would end after midnight. Choose an earlier time.';
}
