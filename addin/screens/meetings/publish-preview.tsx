import { useCallback, useState } from 'react';
import type { Problem } from '../../../shared/result';
import { britishDay } from '../../../shared/time/british-date';
import { useAsked } from '../../answer';
import { usePanel } from '../../panel-context';
import { ConfirmPanel } from '../../parts/confirm-panel';
import { Disclosure } from '../../parts/disclosure';
import { focusFirstProblem } from '../../parts/focus-first-problem';
import { More } from '../../parts/more';
import { Points, Text } from '../../parts/text';
import { counted } from '../counted';
import { ProblemMessage } from '../problem-message';
import { WaitingFor } from '../waiting-for';
import { AgreementField, whyLater } from './agreement-field';
import { invitationsOf, inWords, type StoredMeeting } from './meeting-list';
import { type Later, laterAmong, publish } from './publish';

interface PublishProps {
  readonly meetings: readonly StoredMeeting[];
  readonly onDone: (published: boolean) => void;
}

/** Who would be invited, before anybody is, and which meetings staff have not agreed to. */
export function PublishPreview({ meetings, onDone }: PublishProps) {
  const { server } = usePanel();
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [agreement, setAgreement] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const keys = meetings.map(({ key }) => key).join(' ');
  const asked = useAsked(useCallback(() => laterAmong(server, keys.split(' ')), [server, keys]));
  const later = asked.state === 'ready' ? asked.value.why.size : 0;
  const invitations = invitationsOf(meetings);
  const what = meetings.length === 1 ? 'this meeting' : `these ${meetings.length} meetings`;
  const send = async (): Promise<void> => {
    setTried(true);
    if (later > 0 && agreement.trim() === '') return focusFirstProblem();
    setBusy(true);
    setProblem(undefined);
    const published = await publish(server, keys.split(' '), later > 0 ? agreement.trim() : undefined);
    setBusy(false);
    if (published.ok) onDone(true);
    else setProblem(published.problem);
  };
  return (
    <ConfirmPanel
      title={`Publish ${what}?`}
      confirm={`Send ${counted(invitations.invitations, 'invitation', 'invitations')}`}
      busy={busy}
      unknown={asked.state !== 'ready'}
      onConfirm={() => void send()}
      onCancel={() => onDone(false)}
    >
      <Text>{`Outlook sends ${inWords(invitations)}, from the trust's shared mailbox.`}</Text>
      <Disclosure summary="Meeting by meeting">
        <More of={meetings} what="meetings">
          {(some) => <Points points={some.map(lineOf)} />}
        </More>
      </Disclosure>
      <WaitingFor asked={asked} words="Looking whether staff agreed to them…">
        {(found) => (
          <LaterOnes meetings={meetings} later={found} agreement={agreement} tried={tried} onChange={setAgreement} />
        )}
      </WaitingFor>
      {problem === undefined ? null : <ProblemMessage problem={problem} />}
    </ConfirmPanel>
  );
}

interface LaterProps {
  readonly meetings: readonly StoredMeeting[];
  readonly later: Later;
  readonly agreement: string;
  readonly tried: boolean;
  readonly onChange: (agreement: string) => void;
}

function LaterOnes({ meetings, later: { agreedOn, why }, agreement, tried, onChange }: LaterProps) {
  if (agreedOn === undefined || why.size === 0) return null;
  const lines = meetings.flatMap(({ key, record }) => {
    const reason = why.get(key);
    return reason === undefined ? [] : [`${record.name}, ${britishDay(record.date)}: ${whyLater[reason]}`];
  });
  return (
    <>
      <AgreementField
        those={meetings.length === 1 ? 'this meeting is' : counted(why.size, 'meeting is', 'meetings are')}
        agreedOn={agreedOn}
        value={agreement}
        tried={tried}
        onChange={onChange}
      />
      <More of={lines} what="later additions">
        {(some) => <Points points={some} />}
      </More>
    </>
  );
}

function lineOf(meeting: StoredMeeting): string {
  const { record } = meeting;
  return `${record.name}, ${britishDay(record.date)}: ${invitationsOf([meeting]).invitations} invited`;
}
