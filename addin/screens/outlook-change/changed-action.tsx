import { changedInOutlook } from '../../../shared/meetings/publishing';
import type { Stored } from '../../../shared/record';
import { type Action, action } from '../../../shared/records/action';
import { britishDay } from '../../../shared/time/british-date';
import { usePanel } from '../../panel-context';
import { OutlookChange } from './outlook-change';

interface ChangedActionProps {
  readonly stored: Stored;
  readonly onDone: () => void;
}

/** An action whose follow-up somebody moved or deleted in Outlook. */
export function ChangedAction({ stored, onDone }: ChangedActionProps) {
  const { me } = usePanel();
  const parsed = action.parse(stored.record);
  const changed = parsed.ok ? changedInOutlook(parsed.value) : undefined;
  if (!parsed.ok || changed === undefined) return null;
  return (
    <OutlookChange
      title="The follow-up"
      change={{ kind: 'action', changed, planned: britishDay(parsed.value.dueOn), whom: 'those who follow it up' }}
      at={{ key: stored.key, version: stored.version }}
      may={mayFollow(parsed.value, me)}
      onDone={onDone}
    />
  );
}

/** Those whom the API lets change it: its owner, the reviewers, the host's head. */
function mayFollow({ owner, supporters, host }: Action, me: ReturnType<typeof usePanel>['me']): boolean {
  const isHead = me.roles.includes('Principal') && me.academy?.urn === host;
  return me.id === owner.id || supporters.some(({ id }) => id === me.id) || isHead;
}
