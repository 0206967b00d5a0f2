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
import { LongTextField, TextArea } from '../../parts/text-field';
import { RefusedChange } from '../refused-change';
import { listed, mailsOfAgenda } from './mail-words';
import type { StoredMeeting } from './meeting-list';

const { agenda: agendaField, purpose: purposeField, bring: bringField } = meetingKind.fields;

function without(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}

interface AgendaProps {
  readonly meeting: StoredMeeting;
  /** What it begins with where nobody has begun it. */
  readonly begin: string | undefined;
  readonly onDone: (saved: boolean) => void;
}

/** What the invitation says of the meeting, as it is called in a sentence. */
const said = { agenda: 'agenda', purpose: 'purpose', bring: 'list of what to bring' } as const;
const parts = ['agenda', 'purpose', 'bring'] as const;

/** Agenda, purpose and what to bring stand in the invitation, so people who were invited are told of new ones. */
export function AgendaForm({ meeting, begin, onDone }: AgendaProps) {
  const { server } = usePanel();
  const [agenda, setAgenda] = useState(meeting.record.agenda ?? begin ?? '');
  const [purpose, setPurpose] = useState(meeting.record.purpose ?? '');
  const [bring, setBring] = useState(meeting.record.bring ?? '');
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const typed = { agenda: without(agenda), purpose: without(purpose), bring: without(bring) };
  const record: Meeting = { ...meeting.record, ...typed };
  const news = parts.filter((name) => record[name] !== meeting.record[name]);
  const reachesPeople = news.length > 0 && meeting.record.wanted === 'event';
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
        title={`Send the new ${listed(news.map((name) => said[name]))}?`}
        confirm="Save and send"
        busy={busy}
        onConfirm={() => void save()}
        onCancel={() => setAsking(false)}
      >
        <Text>
          {mailsOfAgenda(
            meeting,
            news.map((name) => said[name]),
          )}
        </Text>
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
      <LongTextField
        label={purposeField.label}
        optional
        value={purpose}
        most={purposeField.max}
        onChange={setPurpose}
      />
      <LongTextField label={bringField.label} optional value={bring} most={bringField.max} onChange={setBring} />
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
