import { useSyncExternalStore } from 'react';
import { openClock } from '../../moved-clock';
import { pageSetting } from '../page-setting';

/** The clock of this page; opened before anything asks for the date. */
export const pageClock = openClock(pageSetting());

const listeners = new Set<() => void>();
let moves = 0;

/** The clock stands somewhere else: much may have happened on the way. */
export function tellMoved(): void {
  moves += 1;
  for (const listener of listeners) listener();
}

function listen(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Another number after each move. */
export const useMoves = (): number => useSyncExternalStore(listen, () => moves);
