import { type CalendarEntry, kindsOfEntry } from '../../../../shared/imports/calendar/entry';
import { britishSpan } from '../../../../shared/time/british-date';
import { isCalendarDate } from '../../../../shared/time/calendar-date';
import { Card } from '../../../parts/card';
import { Choice } from '../../../parts/choice';
import { DateField } from '../../../parts/date-field';
import { Disclosure } from '../../../parts/disclosure';
import { Column } from '../../../parts/layout';
import { More } from '../../../parts/more';
import { Heading, Quiet, Text } from '../../../parts/text';
import { capital } from '../../capital';

interface Numbered {
  readonly at: number;
  readonly entry: CalendarEntry;
}

type Correct = (at: number, entry: CalendarEntry) => void;

const kinds = kindsOfEntry.map((one) => ({ key: one, text: capital(one) }));

/** Every line with what it is taken for: first those that nobody could guess, last those that are left out. */
export function EntryList({
  entries,
  onCorrect,
}: {
  readonly entries: readonly CalendarEntry[];
  readonly onCorrect: Correct;
}) {
  const numbered = entries.map((entry, at) => ({ at, entry }));
  const kept = numbered.filter(({ entry }) => entry.what !== 'leave out');
  const sorted = [...kept].sort((one, other) => orderOf(one).localeCompare(orderOf(other)));
  const left = numbered.filter(({ entry }) => entry.what === 'leave out');
  return (
    <Column>
      <Disclosure summary={`What each line is (${kept.length})`} open>
        <Lines of={sorted} onCorrect={onCorrect} />
      </Disclosure>
      {left.length === 0 ? null : (
        <Disclosure summary={`Not about school days (${left.length})`}>
          <Lines of={left} onCorrect={onCorrect} />
        </Disclosure>
      )}
    </Column>
  );
}

function orderOf({ entry: { what, from } }: Numbered): string {
  return `${what === undefined ? 0 : 1} ${from}`;
}

function Lines({ of, onCorrect }: { readonly of: readonly Numbered[]; readonly onCorrect: Correct }) {
  return (
    <More of={of} what="lines" atOnce={20}>
      {(some) => (
        <Column>
          {some.map(({ at, entry }) => (
            <Line key={at} entry={entry} onCorrect={(corrected) => onCorrect(at, corrected)} />
          ))}
        </Column>
      )}
    </More>
  );
}

function Line({
  entry,
  onCorrect,
}: {
  readonly entry: CalendarEntry;
  readonly onCorrect: (entry: CalendarEntry) => void;
}) {
  const { label, from, until, what, ask, line, scope } = entry;
  const isRead = isCalendarDate(from) && isCalendarDate(until);
  const choose = (key: string): void => {
    const { what: _what, ...rest } = entry;
    const chosen = kindsOfEntry.find((one) => one === key);
    onCorrect(chosen === undefined ? rest : { ...rest, what: chosen });
  };
  return (
    <Card>
      <Heading level={3}>{label}</Heading>
      <Quiet>{`Line ${line}${scope === undefined ? '' : `, ${scope}`}`}</Quiet>
      <Text>{isRead ? britishSpan(from, until) : 'Give both days.'}</Text>
      {ask === undefined ? null : <Text>{ask}</Text>}
      <Choice label={`What line ${line} is`} value={what ?? ''} options={kinds} onChange={choose} />
      <Disclosure summary="Change the days" open={ask !== undefined}>
        <DateField label="First day" value={from} onChange={(day) => onCorrect({ ...entry, from: day })} />
        <DateField label="Last day" value={until} onChange={(day) => onCorrect({ ...entry, until: day })} />
      </Disclosure>
    </Card>
  );
}
