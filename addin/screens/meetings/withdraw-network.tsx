import { useState } from 'react';
import { withdrawable } from '../../../shared/meetings/withdraw';
import { requests } from '../../../shared/requests';
import type { Problem } from '../../../shared/result';
import { usePanel } from '../../panel-context';
import { Arrival } from '../../parts/arrival';
import { Button, PrimaryButton } from '../../parts/button';
import { Choice } from '../../parts/choice';
import { ConfirmPanel } from '../../parts/confirm-panel';
import { EmptyState } from '../../parts/empty-state';
import { Row } from '../../parts/layout';
import { Message } from '../../parts/message';
import { Text } from '../../parts/text';
import { counted } from '../counted';
import { ProblemMessage } from '../problem-message';
import { today } from '../today';
import { invitationsOf, type StoredMeeting, wasSent } from './meeting-list';

interface WithdrawProps {
  readonly year: string;
  readonly meetings: readonly StoredMeeting[];
  readonly onDone: (withdrawn: boolean) => void;
}

interface Withdrawable {
  readonly key: string;
  readonly name: string;
  readonly meetings: readonly StoredMeeting[];
}

function networksIn(meetings: readonly StoredMeeting[]): readonly Withdrawable[] {
  const names = new Map(meetings.map(({ record }) => [record.network, record.name]));
  return [...names]
    .map(([key, name]) => ({ key, name, meetings: withdrawable(meetings, key, today()) }))
    .filter((one) => one.meetings.length > 0)
    .sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
}

/** One network's whole year, from today on: chosen, looked at, withdrawn. */
export function WithdrawNetwork({ year, meetings, onDone }: WithdrawProps) {
  const [key, setKey] = useState('');
  const [asking, setAsking] = useState(false);
  const networks = networksIn(meetings);
  const chosen = networks.find((one) => one.key === key);
  if (asking && chosen !== undefined)
    return <Confirm year={year} network={chosen} onBack={() => setAsking(false)} onDone={onDone} />;
  return (
    <Arrival label="Withdraw a network">
      {networks.length === 0 ? (
        <EmptyState icon="calendar" title="No network has meetings to come in this year" />
      ) : (
        <Choice
          label="Network to withdraw"
          help="All its meetings from today on are cancelled."
          value={key}
          options={networks.map((one) => ({
            key: one.key,
            text: `${one.name} (${counted(one.meetings.length, 'meeting', 'meetings')})`,
          }))}
          onChange={setKey}
        />
      )}
      <Row>
        <PrimaryButton disabled={chosen === undefined} onClick={() => setAsking(true)}>
          See who is told
        </PrimaryButton>
        <Button onClick={() => onDone(false)}>Leave everything as it is</Button>
      </Row>
    </Arrival>
  );
}

interface ConfirmProps {
  readonly year: string;
  readonly network: Withdrawable;
  readonly onBack: () => void;
  readonly onDone: (withdrawn: boolean) => void;
}

function Confirm({ year, network, onBack, onDone }: ConfirmProps) {
  const { server } = usePanel();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const withdraw = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const withdrawn = await server.call(requests.withdrawNetwork, { network: network.key, year });
    setBusy(false);
    if (withdrawn.ok) onDone(true);
    else setProblem(withdrawn.problem);
  };
  return (
    <ConfirmPanel
      title={`Withdraw ${network.name} in ${year}?`}
      confirm={`Withdraw ${counted(network.meetings.length, 'meeting', 'meetings')}`}
      busy={busy}
      onConfirm={() => void withdraw()}
      onCancel={onBack}
    >
      <Text>{whoIsTold(network.meetings)}</Text>
      <Message tone="warning">
        This cannot be undone: everybody would have to be invited again, and answer again.
      </Message>
      {problem === undefined ? null : <ProblemMessage problem={problem} />}
    </ConfirmPanel>
  );
}

export function whoIsTold(meetings: readonly StoredMeeting[]): string {
  const sent = meetings.filter(wasSent);
  const rest = meetings.length - sent.length;
  const others = rest === 0 ? '' : ` ${counted(rest, 'meeting', 'meetings')} nobody was invited to yet.`;
  if (sent.length === 0) return `Nobody gets mail:${others.replace(' nobody', ' that nobody')}`;
  const { people, invitations } = invitationsOf(sent);
  const what = counted(sent.length, 'meeting', 'meetings');
  return `Outlook takes ${what} out of the calendars of ${counted(people, 'person', 'people')} and sends ${counted(invitations, 'cancellation', 'cancellations')}.${others}`;
}
