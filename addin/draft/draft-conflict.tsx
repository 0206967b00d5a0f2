import { britishDate, inLondon } from '../../shared/time/british-date';
import { Button, PrimaryButton } from '../parts/button';
import { Card } from '../parts/card';
import { Row } from '../parts/layout';
import { Message } from '../parts/message';
import { Heading, Points } from '../parts/text';

interface DraftConflictProps {
  readonly at: string;
  /** What each side says, in lines that people can compare. */
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** The same draft was open in two panes: both are shown, and the person chooses. */
export function DraftConflict({ at, mine, theirs, onKeepMine, onTakeTheirs }: DraftConflictProps) {
  const saved = inLondon(at);
  return (
    <>
      <Message tone="warning">
        {`This draft was changed in another panel on ${britishDate(saved.date)} at ${saved.time}. Choose which one goes on; the other is dropped.`}
      </Message>
      <Card title="In this panel">
        <Points points={mine} />
        <Row>
          <PrimaryButton onClick={onKeepMine}>Keep this one</PrimaryButton>
        </Row>
      </Card>
      <Card title="In the other panel">
        <Heading level={3}>Saved there</Heading>
        <Points points={theirs} />
        <Row>
          <Button onClick={onTakeTheirs}>Take that one</Button>
        </Row>
      </Card>
    </>
  );
}
