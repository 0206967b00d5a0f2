import type { ReactNode } from 'react';
import { Card } from '../../parts/card';
import { Disclosure } from '../../parts/disclosure';
import { More } from '../../parts/more';
import { Points, Text } from '../../parts/text';
import type { ImportOutcome } from './import-files';
import { countsOf } from './import-state';

function Lines({
  summary,
  lines,
  open,
}: {
  readonly summary: string;
  readonly lines: readonly string[];
  readonly open: boolean;
}) {
  if (lines.length === 0) return null;
  return (
    <Disclosure summary={`${summary} (${lines.length})`} open={open}>
      <More of={lines} what="lines">
        {(some) => <Points points={some} />}
      </More>
    </Disclosure>
  );
}

/** What an import would do, or did: left out lines first, since they ask for something. */
export function Outcome({
  outcome,
  isChecked = true,
  leftOut,
}: {
  readonly outcome: ImportOutcome;
  /** Whether it counts what was corrected. */
  readonly isChecked?: boolean;
  /** In place of the plain list of lines that were left out. */
  readonly leftOut?: ReactNode;
}) {
  const refused = outcome.refused.map(({ line, sentence }) => `Line ${line}: ${sentence}`);
  return (
    <Card title={outcome.applied ? 'What was written' : 'What would change'}>
      <Text>{isChecked ? countsOf(outcome) : 'Lines were corrected since this was counted: check again.'}</Text>
      {leftOut ?? <Lines summary="Left out" lines={refused} open />}
      <Lines summary={outcome.applied ? 'Added' : 'New'} lines={outcome.added} open={false} />
      <Lines summary="Changed" lines={outcome.changed} open={false} />
    </Card>
  );
}
