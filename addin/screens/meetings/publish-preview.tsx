import { useState } from 'react';
import type { Problem } from '../../../shared/result';
import { britishDay } from '../../../shared/time/british-date';
import { usePanel } from '../../panel-context';
import { ConfirmPanel } from '../../parts/confirm-panel';
import { Disclosure } from '../../parts/disclosure';
import { More } from '../../parts/more';
import { Points, Text } from '../../parts/text';
import { counted } from '../counted';
import { ProblemMessage } from '../problem-message';
import { invitationsOf, inWords, type StoredMeeting } from './meeting-list';
import { publish } from './publish';

/** Who would be invited, before anybody is. */
export function PublishPreview({
  meetings,
  onDone,
}: {
  readonly meetings: readonly StoredMeeting[];
  readonly onDone: (published: boolean) => void;
}) {
  const { server } = usePanel();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const invitations = invitationsOf(meetings);
  const what = meetings.length === 1 ? 'this meeting' : `these ${meetings.length} meetings`;
  const send = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const published = await publish(
      server,
      meetings.map(({ key }) => key),
    );
    setBusy(false);
    if (published.ok) onDone(true);
    else setProblem(published.problem);
  };
  return (
    <ConfirmPanel
      title={`Publish ${what}?`}
      confirm={`Send ${counted(invitations.invitations, 'invitation', 'invitations')}`}
      busy={busy}
      onConfirm={() => void send()}
      onCancel={() => onDone(false)}
    >
      <Text>{`Outlook sends ${inWords(invitations)}, from the trust's shared mailbox.`}</Text>
      <Disclosure summary="Meeting by meeting">
        <More of={meetings} what="meetings">
          {(some) => <Points points={some.map(lineOf)} />}
        </More>
      </Disclosure>
      {problem === undefined ? null : <ProblemMessage problem={problem} />}
    </ConfirmPanel>
  );
}

function lineOf(meeting: StoredMeeting): string {
  const { record } = meeting;
  return `${record.name}, ${britishDay(record.date)}: ${invitationsOf([meeting]).invitations} invited`;
}
