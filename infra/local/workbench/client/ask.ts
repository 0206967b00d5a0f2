import { useEffect, useState } from 'react';
import { useMoves } from './page-clock';

/** The workbench's own server. */
export async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init);
  const answer: unknown = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(sentenceIn(answer) ?? `The workbench answered ${response.status}.`);
  // Both ends are ours and built together; the shapes are in ../shapes.ts.
  return answer as T;
}

function sentenceIn(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('sentence' in answer)) return undefined;
  return String(answer.sentence);
}

export type Asked<T> =
  | { readonly is: 'waiting' }
  | { readonly is: 'here'; readonly value: T }
  | { readonly is: 'failed'; readonly sentence: string };

/** Asks when the path changes, and again when `again` does or the clock was moved; what was there stays until the new answer comes. */
export function useAsk<T>(path: string, again = 0): Asked<T> {
  const [asked, setAsked] = useState<{ readonly path: string; readonly answer: Asked<T> }>();
  const moves = useMoves();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` and `moves` are there to ask once more.
  useEffect(() => {
    let wanted = true;
    const keep = (answer: Asked<T>) => wanted && setAsked({ path, answer });
    ask<T>(path).then(
      (value) => keep({ is: 'here', value }),
      (error: Error) => keep({ is: 'failed', sentence: error.message }),
    );
    return () => {
      wanted = false;
    };
  }, [path, again, moves]);
  return asked?.path === path ? asked.answer : { is: 'waiting' };
}
