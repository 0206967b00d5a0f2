import type { ReactNode } from 'react';
import { Button } from '../parts/button';
import { Spinner } from '../parts/spinner';
import { ProblemMessage } from './problem-message';
import type { Asked } from './use-asked';

/** Draws the wait and the refusal of something asked for; the screen draws what came. */
export function WaitingFor<T>({
  asked,
  words,
  onAgain,
  children,
}: {
  readonly asked: Asked<T>;
  readonly words: string;
  readonly onAgain: () => void;
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
            <Button icon="again" onClick={onAgain}>
              Try again
            </Button>
          }
        />
      );
    case 'ready':
      return <>{children(asked.value)}</>;
  }
}
