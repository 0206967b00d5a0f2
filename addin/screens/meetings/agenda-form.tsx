import { useState } from 'react';
import { type Meeting, meeting as meetingKind } from '../../../shared/records/meeting';
import { requests } from '../../../shared/requests';
import type { Problem } from '../../../shared/result';
import { usePanel } from '../../panel-context';
import { Arrival } from '../../parts/arrival';
import { Button, PrimaryButton } from '../../parts/button';
import { ConfirmPanel } from '../../parts/confirm-panel';
import { Row } from '../../parts/layout';
import { Text } from '../../parts/text';
import { TextArea } from '../../parts/text-field';
import { RefusedChange } from '../refused-change';
import { mailsOfAgenda } from './mail-words';
import type { StoredMeeting } from './meeting-list';

const { agenda: agendaField } = meetingKind.fields;

function without(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}

interface AgendaProps {
  readonly meeting: StoredMeeting;
  /** What it begins with where nobody has begun it. */
  readonly begin: string | undefined;
  readonly onDone: (saved: boolean) => void;
}

/** The agenda stands in the invitation, so people who were invited are told of a new one. */
export function AgendaForm({ meeting, begin, onDone }: AgendaProps) {
  const { server } = usePanel();
  const [agenda, setAgenda] = useState(meeting.record.agenda ?? begin ?? '');
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const record: Meeting = { ...meeting.record, agenda: without(agenda) };
  const reachesPeople = record.agenda !== meeting.record.agenda && meeting.record.wanted === 'event';
  const save = async (): Promise<void> => {
    setBusy(true);
    const { key, version } = meeting;
    const saved = await server.call(requests.changeRecord, { kind: meetingKind.name, key, version, record });
    setBusy(false);
    if (saved.ok) onDone(true);
    else setProblem(saved.problem);
  };
  const refused = problem && <RefusedChange problem={problem} onReadAgain={() => onDone(true)} />;
  if (asking)
    return (
      <ConfirmPanel
        title="Send the new agenda?"
        confirm="Save and send"
        busy={busy}
        onConfirm={() => void save()}
        onCancel={() => setAsking(false)}
      >
        <Text>{mailsOfAgenda(meeting)}</Text>
        {refused}
      </ConfirmPanel>
    );
  return (
    <Arrival label="Agenda">
      <TextArea
        label={agendaField.label}
        optional
        help={
          meeting.record.agenda === undefined && begin !== undefined
            ? 'Begun with the open points of last time. Stands in the invitation.'
            : 'Stands in the invitation.'
        }
        value={agenda}
        onChange={setAgenda}
      />
      {refused}
      <Row>
        <PrimaryButton disabled={busy} onClick={() => (reachesPeople ? setAsking(true) : void save())}>
          {reachesPeople ? 'See who is told' : 'Save'}
        </PrimaryButton>
        <Button disabled={busy} onClick={() => onDone(false)}>
          Leave it as it was
        </Button>
      </Row>
    </Arrival>
  );
}
