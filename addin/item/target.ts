import type { Route } from '../router';
import type { LinkedKey } from './key-in-body';

/** The screen that shows what a link stands for. */
export function targetOf({ kind, key }: LinkedKey): Route {
  return kind !== 'action' ? { screen: kind, given: { key } } : { screen: 'record', given: { kind, key } };
}
