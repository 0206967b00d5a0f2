import type { ReactNode } from 'react';
import type { Answered } from '../answer';
import { Button } from '../parts/button';
import { Spinner } from '../parts/spinner';
import { ProblemMessage } from './problem-message';

/** Draws the wait and the refusal of something asked for; the screen draws what came. */
export function WaitingFor<T>({
  asked,
  words,
  children,
}: {
  readonly asked: Answered<T> & { readonly again: () => void };
  readonly words: string;
  readonly children: (value: T) => ReactNode;
}) {
  switch (asked.state) {
    case 'waiting':
      return <Spinner words={words} />;
    case 'refused':
      return (
        <ProblemMessage
          problem={asked.problem}
          act={
            <Button icon="again" onClick={asked.again}>
              Try again
            </Button>
          }
        />
      );
    case 'ready':
      return <>{children(asked.value)}</>;
  }
}
