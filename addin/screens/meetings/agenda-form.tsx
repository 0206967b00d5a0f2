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

const { agenda: agendaField, notes: notesField } = meetingKind.fields;

function without(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}

interface AgendaProps {
  readonly meeting: StoredMeeting;
  readonly onDone: (saved: boolean) => void;
}

/** Agenda and notes. The agenda stands in the invitation, so people who were invited are told of a new one. */
export function AgendaForm({ meeting, onDone }: AgendaProps) {
  const { server } = usePanel();
  const [agenda, setAgenda] = useState(meeting.record.agenda ?? '');
  const [notes, setNotes] = useState(meeting.record.notes ?? '');
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const record: Meeting = { ...meeting.record, agenda: without(agenda), notes: without(notes) };
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
    <Arrival label="Agenda and notes">
      <TextArea
        label={agendaField.label}
        optional
        help="Stands in the invitation."
        value={agenda}
        onChange={setAgenda}
      />
      <TextArea
        label={notesField.label}
        optional
        help="Kept here; nobody is sent a mail."
        value={notes}
        onChange={setNotes}
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
