import type { Problem } from '../../shared/result';
import { Button } from '../parts/button';
import { ProblemMessage } from './problem-message';

/** A change that was refused; where somebody else was quicker, what is stored now can be read at once. */
export function RefusedChange({
  problem,
  onReadAgain,
}: {
  readonly problem: Problem;
  readonly onReadAgain: () => void;
}) {
  const wasSlower = problem.code === 'changed-meanwhile';
  return (
    <ProblemMessage
      problem={problem}
      act={wasSlower ? <Button onClick={onReadAgain}>Read it again</Button> : undefined}
    />
  );
}
