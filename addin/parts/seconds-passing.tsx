import { useEffect, useState } from 'react';
import { Progress } from './progress';

/** How many seconds of the most that something may take have passed. */
export function SecondsPassing({ words, of }: { readonly words: string; readonly of: number }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const ticking = setInterval(() => setSeconds((before) => Math.min(of, before + 1)), 1000);
    return () => clearInterval(ticking);
  }, [of]);
  return <Progress words={words} done={seconds} of={of} />;
}
