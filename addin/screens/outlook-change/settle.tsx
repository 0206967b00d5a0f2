import { type ReactNode, useState } from 'react';
import { requests } from '../../../shared/requests';
import type { Problem } from '../../../shared/result';
import { usePanel } from '../../panel-context';
import { ConfirmPanel } from '../../parts/confirm-panel';
import { Text } from '../../parts/text';
import { RefusedChange } from '../refused-change';
import { mailsOfPuttingBack, mailsOfTakingOver, type OutlookChange } from './change-words';

export interface SettleProps {
  readonly asking: 'takeOver' | 'putBack';
  readonly change: OutlookChange;
  readonly at: { readonly key: string; readonly version: string };
  readonly onBack: () => void;
  readonly onDone: () => void;
}

interface MoreToAsk {
  readonly children?: ReactNode;
  /** Until it is known what stands against it, nothing can be confirmed. */
  readonly unknown?: boolean;
  /** What is sent along; undefined where something is still to be filled in. */
  readonly more?: () => { readonly agreement?: string } | undefined;
}

/** Who gets which mail; then it is done. */
export function Settle({ asking, change, at, onBack, onDone, children, unknown, more }: SettleProps & MoreToAsk) {
  const { server } = usePanel();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const takes = asking === 'takeOver';
  const settle = async (): Promise<void> => {
    const said = more === undefined ? {} : more();
    if (said === undefined) return;
    setBusy(true);
    setProblem(undefined);
    const of = { kind: change.kind, ...at };
    const settled = takes
      ? await server.call(requests.takeOver, { ...of, ...said })
      : await server.call(requests.putBack, of);
    setBusy(false);
    if (settled.ok) onDone();
    else setProblem(settled.problem);
  };
  return (
    <ConfirmPanel
      title={takes ? 'Take over what Outlook holds?' : 'Put Outlook back?'}
      confirm={takes ? 'Take it over' : 'Put it back'}
      busy={busy}
      unknown={unknown === true}
      onConfirm={() => void settle()}
      onCancel={onBack}
    >
      {(takes ? mailsOfTakingOver : mailsOfPuttingBack)(change).map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      {children}
      {problem === undefined ? null : <RefusedChange problem={problem} onReadAgain={onDone} />}
    </ConfirmPanel>
  );
}
