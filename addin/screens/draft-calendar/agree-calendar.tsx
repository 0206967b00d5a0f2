import { useCallback, useState } from 'react';
import type { Stored } from '../../../shared/record';
import { type Trust, trust as trustKind } from '../../../shared/records/trust';
import { requests } from '../../../shared/requests';
import type { Problem } from '../../../shared/result';
import { britishDate } from '../../../shared/time/british-date';
import { isCalendarDate } from '../../../shared/time/calendar-date';
import { useAsked } from '../../answer';
import { allRecords } from '../../directory';
import { usePanel } from '../../panel-context';
import { Button } from '../../parts/button';
import { Card } from '../../parts/card';
import { ConfirmPanel } from '../../parts/confirm-panel';
import { DateField } from '../../parts/date-field';
import { Row } from '../../parts/layout';
import { Text } from '../../parts/text';
import { ProblemMessage } from '../problem-message';
import { today } from '../today';
import { WaitingFor } from '../waiting-for';

/** The day on which staff agreed to the calendar; every meeting that is added afterwards is a later addition. */
export function AgreeCalendar({ onAgreed }: { readonly onAgreed: () => void }) {
  const { server } = usePanel();
  const asked = useAsked(useCallback(() => allRecords(server, trustKind), [server]));
  return (
    <Card title="Agreed with staff">
      <WaitingFor asked={asked} words="Reading what was agreed…">
        {([trust]) =>
          trust === undefined ? (
            <Text>There is no record of the trust yet.</Text>
          ) : (
            <Agreed
              key={trust.version}
              trust={trust}
              onChanged={() => {
                asked.again();
                onAgreed();
              }}
            />
          )
        }
      </WaitingFor>
    </Card>
  );
}

function Agreed({ trust, onChanged }: { readonly trust: Stored<Trust>; readonly onChanged: () => void }) {
  const { server } = usePanel();
  const [on, setOn] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const agreed = trust.record.calendarAgreedOn;
  const agree = async (day: string): Promise<void> => {
    setBusy(true);
    const changed = await server.call(requests.changeRecord, {
      kind: trustKind.name,
      key: trust.key,
      version: trust.version,
      record: { ...trust.record, calendarAgreedOn: day },
    });
    setBusy(false);
    if (!changed.ok) return setProblem(changed.problem);
    setOn(undefined);
    onChanged();
  };
  return (
    <>
      <Text>
        {agreed === undefined ? 'No calendar was agreed yet.' : `The calendar was agreed on ${britishDate(agreed)}.`}
      </Text>
      {on === undefined ? (
        <Row>
          <Button icon="check" onClick={() => setOn(today())}>
            {agreed === undefined ? 'Mark as agreed…' : 'Agreed anew…'}
          </Button>
        </Row>
      ) : (
        <ConfirmPanel
          title="Was the calendar agreed with staff?"
          confirm="Mark as agreed"
          busy={busy}
          unknown={!isCalendarDate(on)}
          onConfirm={() => void agree(on)}
          onCancel={() => setOn(undefined)}
        >
          <DateField label="Agreed on" value={on} onChange={setOn} />
          <Text>Meetings that are added afterwards are later additions: nobody is invited to them in silence.</Text>
          {problem === undefined ? null : <ProblemMessage problem={problem} />}
        </ConfirmPanel>
      )}
    </>
  );
}
