import { useState } from 'react';
import { meeting as meetingKind } from '../../../shared/records/meeting';
import { Arrival } from '../../parts/arrival';
import { Button, PrimaryButton } from '../../parts/button';
import { DateField, TimeField } from '../../parts/date-field';
import { focusFirstProblem } from '../../parts/focus-first-problem';
import { Row } from '../../parts/layout';
import type { StoredMeeting } from './meeting-list';
import { MovePreview } from './move-preview';
import type { When } from './use-time-preview';

/** What is refused of a new time, by field. */
function problemsOf(when: When, meeting: StoredMeeting): Readonly<Record<string, string>> {
  const parsed = meetingKind.parse({ ...meeting.record, ...when });
  const fields = parsed.ok ? [] : (parsed.problem.fields ?? []);
  return Object.fromEntries(fields.map(({ path, sentence }) => [path, sentence]));
}

interface MoveProps {
  readonly meeting: StoredMeeting;
  readonly onDone: (moved: boolean) => void;
}

/** Another date or time: typed, then shown with who gets which mail, then done. */
export function MoveForm({ meeting, onDone }: MoveProps) {
  const { date, from, until } = meeting.record;
  const [when, setWhen] = useState<When>({ date, from, until });
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const problems = problemsOf(when, meeting);
  const shown = tried ? problems : {};
  const isSame = when.date === date && when.from === from && when.until === until;
  const look = (): void => {
    setTried(true);
    if (Object.keys(problems).length > 0) focusFirstProblem();
    else setAsking(true);
  };
  if (asking) return <MovePreview meeting={meeting} when={when} onBack={() => setAsking(false)} onDone={onDone} />;
  return (
    <Arrival label="Move this meeting">
      <DateField
        label="New date"
        value={when.date}
        problem={shown['date']}
        onChange={(next) => setWhen({ ...when, date: next })}
      />
      <TimeField
        label="From"
        value={when.from}
        problem={shown['from']}
        onChange={(next) => setWhen({ ...when, from: next })}
      />
      <TimeField
        label="Until"
        value={when.until}
        problem={shown['until']}
        onChange={(next) => setWhen({ ...when, until: next })}
      />
      <Row>
        <PrimaryButton disabled={isSame} onClick={look}>
          See who is told
        </PrimaryButton>
        <Button onClick={() => onDone(false)}>Leave it where it is</Button>
      </Row>
    </Arrival>
  );
}
