import type { Counters } from '../counters';
import { Refusal } from './answer';

export const mostAtOnce = 4;

/** Outlook serves four calls at once per app and mailbox; the fifth is refused. */
export interface Concurrency {
  /** Answers how to leave again. */
  enter(key: string): () => void;
}

export function makeConcurrency(counters: Counters): Concurrency {
  const inside = new Map<string, number>();
  return {
    enter: (key) => {
      const now = (inside.get(key) ?? 0) + 1;
      if (now > mostAtOnce) {
        counters.add('concurrencyRefusals');
        throw new Refusal(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.');
      }
      inside.set(key, now);
      counters.atLeast(now);
      return () => {
        const left = (inside.get(key) ?? 1) - 1;
        if (left === 0) inside.delete(key);
        else inside.set(key, left);
      };
    },
  };
}
