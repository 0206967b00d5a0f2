import type { ReactNode } from 'react';
import type { Problem } from '../../shared/result';
import { Column } from '../parts/layout';
import { Message } from '../parts/message';
import { Points } from '../parts/text';

/** Why something could not be done: the sentence, the fields where there are several, and what can be pressed next. */
export function ProblemMessage({ problem, act }: { readonly problem: Problem; readonly act?: ReactNode }) {
  const fields = problem.fields ?? [];
  return (
    <Message tone="error" act={act}>
      <Column gap="close">
        <span>{problem.sentence}</span>
        {fields.length > 1 ? (
          <Points points={fields.map(({ path, sentence }) => (path === '' ? sentence : `${path}: ${sentence}`))} />
        ) : null}
      </Column>
    </Message>
  );
}
