import { useCallback, useState } from 'react';
import { replacedBy } from '../../../shared/meetings/substitute';
import { meeting as meetingKind } from '../../../shared/records/meeting';
import { requests } from '../../../shared/requests';
import { ok, type Problem } from '../../../shared/result';
import { britishDay } from '../../../shared/time/british-date';
import { useAsked } from '../../answer';
import type { DirectoryPerson } from '../../directory';
import { usePanel } from '../../panel-context';
import { Choice } from '../../parts/choice';
import { ConfirmPanel } from '../../parts/confirm-panel';
import { EmptyState } from '../../parts/empty-state';
import { Message } from '../../parts/message';
import { Page } from '../../parts/page';
import type { PersonChosen } from '../../parts/people-combo';
import { PersonPicker } from '../../parts/people-picker';
import { Quiet, Text } from '../../parts/text';
import { useRouter } from '../../router';
import type { ScreenProps } from '..';
import type { StoredMeeting } from '../meetings/meeting-list';
import { RefusedChange } from '../refused-change';
import type { RegisterRow } from '../register/register-state';
import { answersInWords } from '../register/register-words';
import { WaitingFor } from '../waiting-for';

interface Opening {
  readonly meeting: StoredMeeting;
  /** Academies for which this person may name somebody. */
  readonly rows: readonly RegisterRow[];
  readonly people: readonly DirectoryPerson[];
}

function useOpening(key: string) {
  const { server, directory } = usePanel();
  return useAsked<Opening>(
    useCallback(async () => {
      const [stored, register, people] = await Promise.all([
        server.call(requests.getRecord, { kind: meetingKind.name, key }),
        server.call(requests.meetingRegister, { key }),
        directory.people(),
      ]);
      if (!stored.ok) return stored;
      if (!register.ok) return register;
      if (!people.ok) return people;
      const record = meetingKind.parse(stored.value.record);
      if (!record.ok) return record;
      return ok({
        meeting: { ...stored.value, record: record.value },
        rows: register.value.rows.filter(({ may }) => may.nameSubstitute),
        people: people.value,
      });
    }, [server, directory, key]),
  );
}

/** Somebody goes in an academy's place this once, also today: chosen, then shown who gets a mail, then done. */
export function Screen({ given }: ScreenProps) {
  const { back } = useRouter();
  const asked = useOpening(given['key'] ?? '');
  return (
    <Page title="Name a substitute" onBack={back}>
      <WaitingFor asked={asked} words="Reading who is invited…">
        {(opening) =>
          opening.rows.length === 0 ? (
            <EmptyState icon="people" title="There is nobody for you to name">
              The member, the deputy or the principal of an academy names who goes, until the day of the meeting.
            </EmptyState>
          ) : (
            <Naming key={opening.meeting.version} opening={opening} onAgain={asked.again} />
          )
        }
      </WaitingFor>
    </Page>
  );
}

function Naming({ opening, onAgain }: { readonly opening: Opening; readonly onAgain: () => void }) {
  const { server, me } = usePanel();
  const { meeting, rows, people } = opening;
  const own = rows.find(({ academy }) => academy === me.academy?.urn) ?? (rows.length === 1 ? rows[0] : undefined);
  const [academy, setAcademy] = useState(own?.academy ?? '');
  const [who, setWho] = useState<PersonChosen>();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const row = rows.find((one) => one.academy === academy);
  const { record, key, version } = meeting;
  const name = async (chosen: PersonChosen): Promise<void> => {
    setBusy(true);
    const named = await server.call(requests.nameSubstitute, { key, version, academy, who: chosen });
    setBusy(false);
    setProblem(named.ok ? undefined : named.problem);
    if (named.ok) setDone(chosen.name);
  };
  const colleagues = people.filter((one) => one.academy === academy);
  if (done !== undefined)
    return (
      <Message tone="success">
        {`${done} goes for ${row?.name ?? 'your academy'}. The invitation is on its way, usually within two minutes.`}
      </Message>
    );
  return (
    <>
      <Text>{`${record.name}, ${britishDay(record.date)}, ${record.from} to ${record.until}, ${record.place}`}</Text>
      {rows.length === 1 ? null : (
        <Choice
          label="For which academy"
          value={academy}
          options={rows.map((one) => ({ key: one.academy, text: one.name }))}
          onChange={(urn) => {
            setAcademy(urn);
            setWho(undefined);
          }}
        />
      )}
      {row === undefined ? null : <Quiet>{answersInWords(row)}</Quiet>}
      {row === undefined ? null : (
        <PersonPicker label={`Who goes for ${row.name}`} people={colleagues} value={who} onChange={setWho} />
      )}
      {who === undefined ? null : (
        <ConfirmPanel
          title={`Send ${who.name}?`}
          confirm={`Send ${who.name}`}
          busy={busy}
          onConfirm={() => void name(who)}
          onCancel={() => setWho(undefined)}
        >
          <Text>{mailsOf(meeting, academy, who)}</Text>
          {problem === undefined ? null : <RefusedChange problem={problem} onReadAgain={onAgain} />}
        </ConfirmPanel>
      )}
    </>
  );
}

/** Who gets which mail. */
function mailsOf({ record }: StoredMeeting, academy: string, who: PersonChosen): string {
  const gone = replacedBy(record, academy, who.id).map((one) => one.who.name);
  const backTaken = gone.length === 0 ? '' : ` ${gone.join(' and ')} gets a cancellation.`;
  if (record.wanted === 'nothing') return 'This is a draft: nobody was invited yet, so nobody gets mail.';
  if (record.members.some((one) => one.who.id === who.id))
    return `${who.name} is invited already and gets no new mail.${backTaken} Nobody else is written to.`;
  return `Ask ${who.name} first: the time counts as directed time. Outlook sends ${who.name} the invitation.${backTaken} The others keep theirs; Outlook may tell them that the guests have changed.`;
}
