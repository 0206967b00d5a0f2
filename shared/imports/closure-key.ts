import type { Closure } from '../records/closure';

/** The key of a closed day follows from what it says, so that the same file again changes nothing. */
export function keyOfClosure({ scope, from, what }: Closure): string {
  const words = `${scope} ${what}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return `closure-${from}-${words}`.slice(0, 100).replace(/-+$/, '');
}
