import { useState } from 'react';
import type { Problem } from '../../../shared/result';
import { usePanel } from '../../panel-context';
import { Button } from '../../parts/button';
import { Column } from '../../parts/layout';
import { List } from '../../parts/list';
import { Message } from '../../parts/message';
import { Progress } from '../../parts/progress';
import { Quiet } from '../../parts/text';
import { ProblemMessage } from '../problem-message';
import { progressOf, type StoredMeeting, waitInWords } from './meeting-list';
import { publish } from './publish';

interface SendingProps {
  readonly meetings: readonly StoredMeeting[];
  readonly followed: ReadonlySet<string>;
  readonly onChanged: () => Promise<void>;
  readonly onOpen: (key: string) => void;
}

/** How far Outlook has come with what was published, and what it refused. */
export function SendingProgress({ meetings, followed, onChanged, onOpen }: SendingProps) {
  const { server } = usePanel();
  const [problem, setProblem] = useState<Problem>();
  const progress = progressOf(meetings, followed);
  const wait = waitInWords(progress);
  const failed = meetings.filter(({ record }) => record.outlook === 'failed');
  const tryAgain = async (): Promise<void> => {
    const published = await publish(
      server,
      failed.map(({ key }) => key),
    );
    setProblem(published.ok ? undefined : published.problem);
    await onChanged();
  };
  if (followed.size === 0 && failed.length === 0) return null;
  return (
    <Column>
      {followed.size === 0 ? null : <Progress words="In Outlook" done={progress.done} of={progress.of} />}
      {wait === undefined ? null : <Quiet>{wait}</Quiet>}
      {followed.size > 0 && progress.done === progress.of ? (
        <Message tone="success">Everything that was asked for is in Outlook.</Message>
      ) : null}
      {failed.length === 0 ? null : (
        <>
          <Message
            tone="error"
            act={
              <Button icon="again" onClick={() => void tryAgain()}>
                Try again
              </Button>
            }
          >
            {failed.length === 1 ? 'One meeting failed:' : `${failed.length} meetings failed:`}
          </Message>
          <List
            label="Failed meetings"
            lines={failed.map(({ key, record }) => ({
              key,
              title: `${record.name}, meeting ${record.number}`,
              detail: record.outlookProblem ?? 'Outlook gave no reason.',
              icon: 'error',
              onOpen: () => onOpen(key),
            }))}
          />
        </>
      )}
      {problem === undefined ? null : <ProblemMessage problem={problem} />}
    </Column>
  );
}
