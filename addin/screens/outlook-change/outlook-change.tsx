import { useState } from 'react';
import { requests } from '../../../shared/requests';
import type { Problem } from '../../../shared/result';
import { usePanel } from '../../panel-context';
import { Button, PrimaryButton } from '../../parts/button';
import { ConfirmPanel } from '../../parts/confirm-panel';
import { Column } from '../../parts/layout';
import { Message } from '../../parts/message';
import { Facts, Quiet, Text } from '../../parts/text';
import { Toolbar } from '../../parts/toolbar';
import { RefusedChange } from '../refused-change';
import {
  type OutlookChange as Change,
  factsOfChange,
  mailsOfPuttingBack,
  mailsOfTakingOver,
  whyNotTakenOver,
} from './change-words';

interface OutlookChangeProps {
  readonly change: Change;
  /** What it is, where the screen does not say it: "Visit". */
  readonly title?: string;
  readonly at: { readonly key: string; readonly version: string };
  /** Whether this reader may settle it. */
  readonly may: boolean;
  readonly onDone: () => void;
}

type Asking = 'takeOver' | 'putBack';

/** What somebody changed of an event in Outlook, and the two ways to settle it; each tells first who gets which mail. */
export function OutlookChange({ change, title, at, may, onDone }: OutlookChangeProps) {
  const [asking, setAsking] = useState<Asking>();
  const why = whyNotTakenOver(change);
  const what = title ?? 'This';
  return (
    <Column>
      <Message tone="warning">
        {change.changed.gone ? `${what} is gone from Outlook.` : `${what} was changed in Outlook.`}
      </Message>
      <Facts facts={factsOfChange(change)} />
      {!may ? (
        <Quiet>Those who may move it decide whether it is taken over or put back.</Quiet>
      ) : asking === undefined ? (
        <>
          {why === undefined ? null : <Quiet>{why}</Quiet>}
          <Toolbar label={`${what}: changed in Outlook`}>
            {why === undefined ? <PrimaryButton onClick={() => setAsking('takeOver')}>Take over…</PrimaryButton> : null}
            <Button onClick={() => setAsking('putBack')}>Put back…</Button>
          </Toolbar>
        </>
      ) : (
        <Settle asking={asking} change={change} at={at} onBack={() => setAsking(undefined)} onDone={onDone} />
      )}
    </Column>
  );
}

interface SettleProps extends Pick<OutlookChangeProps, 'change' | 'at' | 'onDone'> {
  readonly asking: Asking;
  readonly onBack: () => void;
}

function Settle({ asking, change, at, onBack, onDone }: SettleProps) {
  const { server } = usePanel();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const takes = asking === 'takeOver';
  const settle = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const request = takes ? requests.takeOver : requests.putBack;
    const settled = await server.call(request, { kind: change.kind, ...at });
    setBusy(false);
    if (settled.ok) onDone();
    else setProblem(settled.problem);
  };
  return (
    <ConfirmPanel
      title={takes ? 'Take over what Outlook holds?' : 'Put Outlook back?'}
      confirm={takes ? 'Take it over' : 'Put it back'}
      busy={busy}
      onConfirm={() => void settle()}
      onCancel={onBack}
    >
      {(takes ? mailsOfTakingOver : mailsOfPuttingBack)(change).map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      {problem === undefined ? null : <RefusedChange problem={problem} onReadAgain={onDone} />}
    </ConfirmPanel>
  );
}
