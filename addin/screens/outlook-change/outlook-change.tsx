import { useState } from 'react';
import { Button, PrimaryButton } from '../../parts/button';
import { Column } from '../../parts/layout';
import { Message } from '../../parts/message';
import { Facts, Quiet } from '../../parts/text';
import { Toolbar } from '../../parts/toolbar';
import { type OutlookChange as Change, factsOfChange, whyNotTakenOver } from './change-words';
import { Settle, type SettleProps } from './settle';
import { TakeMoveOver } from './take-move-over';

interface OutlookChangeProps {
  readonly change: Change;
  /** What it is, where the screen does not say it: "Visit". */
  readonly title?: string;
  readonly at: { readonly key: string; readonly version: string };
  /** Whether this reader may settle it. */
  readonly may: boolean;
  readonly onDone: () => void;
}

/** What somebody changed of an event in Outlook, and the two ways to settle it; each tells first who gets which mail. */
export function OutlookChange({ change, title, at, may, onDone }: OutlookChangeProps) {
  const [asking, setAsking] = useState<SettleProps['asking']>();
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
        <Asked asking={asking} change={change} at={at} onBack={() => setAsking(undefined)} onDone={onDone} />
      )}
    </Column>
  );
}

/** A meeting that was moved is taken over by the rules of a move: what stands against it is asked first. */
function Asked(props: SettleProps) {
  const { asking, change, at } = props;
  const [seen] = change.changed.seen ?? [];
  if (asking === 'putBack' || change.invited === undefined || seen === undefined) return <Settle {...props} />;
  const { date, from, until } = seen;
  return <TakeMoveOver {...props} meeting={at.key} invited={change.invited} when={{ date, from, until }} />;
}
