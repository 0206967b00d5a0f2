import type { Stored } from '../../../shared/record';
import { action as actionKind } from '../../../shared/records/action';
import { britishDay } from '../../../shared/time/british-date';
import { List } from '../../parts/list';

/** The actions of a review: what, who, by when. */
export function ActionList({
  actions,
  onOpen,
}: {
  readonly actions: readonly Stored[];
  readonly onOpen?: (key: string) => void;
}) {
  const lines = actions.flatMap(({ key, record }) => {
    const parsed = actionKind.parse(record);
    if (!parsed.ok) return [];
    const { what, owner, dueOn, state } = parsed.value;
    return [
      {
        key,
        title: what,
        detail: `${owner.name} · ${britishDay(dueOn)} · ${state}`,
        icon: 'target' as const,
        ...(onOpen === undefined ? {} : { onOpen: () => onOpen(key) }),
      },
    ];
  });
  return <List label="Actions" lines={lines} />;
}
