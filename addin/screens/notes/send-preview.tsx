import { useState } from 'react';
import { hasNotes, notesLetter } from '../../../shared/meetings/notes';
import { requests } from '../../../shared/requests';
import type { Problem } from '../../../shared/result';
import { britishDate } from '../../../shared/time/british-date';
import { usePanel } from '../../panel-context';
import { Checkbox } from '../../parts/checkbox';
import { ConfirmPanel } from '../../parts/confirm-panel';
import { Disclosure } from '../../parts/disclosure';
import { Text } from '../../parts/text';
import { counted } from '../counted';
import type { StoredMeeting } from '../meetings/meeting-list';
import { RefusedChange } from '../refused-change';
import type { Register } from '../register/register-state';

interface SendProps {
  readonly meeting: StoredMeeting;
  readonly register: Register;
  /** Whether something was sent, or must be read again. */
  readonly onDone: (over: boolean) => void;
}

/** Who gets which mail, before the notes go out; and whether the next agenda begins with what is open. */
export function SendPreview({ meeting, register, onDone }: SendProps) {
  const { server } = usePanel();
  const { next } = register;
  const { record } = meeting;
  const mayBegin = next !== undefined && !next.hasAgenda && (record.openPoints ?? []).length > 0;
  const [beginNext, setBeginNext] = useState(mayBegin);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const again = record.notesMail === 'on its way';
  const send = async (): Promise<void> => {
    setBusy(true);
    const { key, version } = meeting;
    const sent = await server.call(requests.sendNotes, { key, version, beginNext: mayBegin && beginNext, again });
    setBusy(false);
    if (sent.ok) onDone(true);
    else setProblem(sent.problem);
  };
  const { members } = record;
  const letter = notesLetter(record);
  return (
    <ConfirmPanel
      title={again ? 'Send the notes again?' : 'Send the notes?'}
      confirm={`Send to ${counted(members.length, 'person', 'people')}`}
      busy={busy}
      onConfirm={() => void send()}
      onCancel={() => onDone(false)}
    >
      <Text>
        {`One mail from the trust's shared mailbox to everybody who was invited, those who could not come included, and to whoever leads: ${counted(members.length, 'person', 'people')}. It goes once.`}
      </Text>
      {again ? <Text>It is not known whether the last attempt went out. Somebody may get it twice.</Text> : null}
      <Disclosure summary={`The mail: ${letter.subject}`}>
        <Text>{letter.paragraphs.join('\n\n')}</Text>
      </Disclosure>
      {mayBegin ? (
        <>
          <Checkbox
            label={`Begin the agenda of ${britishDate(next.date)} with the open points`}
            value={beginNext}
            onChange={setBeginNext}
          />
          {beginNext && next.published ? (
            <Text>{`Outlook sends ${counted(next.invited, 'person', 'people')} an update with that agenda.`}</Text>
          ) : null}
        </>
      ) : null}
      {problem === undefined ? null : <RefusedChange problem={problem} onReadAgain={() => onDone(true)} />}
    </ConfirmPanel>
  );
}

/** Why nothing can be sent just now; undefined where it can. */
export function whyNotSent({ record }: StoredMeeting, register: Register): string | undefined {
  if (record.notesMail === 'sent') return 'They are sent once. What is changed here now stays here.';
  if (!register.open) return 'They can be sent from the day of the meeting on.';
  return hasNotes(record) ? undefined : 'Save notes, open points or files first, then send them.';
}
