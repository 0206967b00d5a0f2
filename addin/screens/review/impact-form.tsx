import { useState } from 'react';
import { requests } from '../../../shared/requests';
import { Arrival } from '../../parts/arrival';
import { Button, PrimaryButton } from '../../parts/button';
import { Row } from '../../parts/layout';
import { Heading, Quiet } from '../../parts/text';
import { TextArea } from '../../parts/text-field';
import { NameHint } from '../name-hint';
import { RefusedChange } from '../refused-change';
import type { Cycle } from './cycle-words';
import { useCycleChange } from './use-cycle-change';

/** The end of a review: what has changed for pupils. Kept with the findings, and shared only as they are. */
export function ImpactForm({
  cycle: { review },
  onDone,
}: {
  readonly cycle: Cycle;
  readonly onDone: (changed: boolean) => void;
}) {
  const [statement, setStatement] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, send, at, rest } = useCycleChange(onDone);
  const refused = rest(['statement']);
  const missing = tried && statement.trim() === '' ? 'Say what has changed for your pupils.' : undefined;
  const close = (): void => {
    setTried(true);
    if (statement.trim() !== '') void send(requests.reviewImpact, { key: review.key, statement });
  };
  return (
    <Arrival label="Impact review">
      <Heading>Impact review</Heading>
      <Quiet>Whoever may read the findings may read this. It is never part of appraisal.</Quiet>
      <TextArea
        label="What has changed for our pupils"
        help="And how you know. No names."
        value={statement}
        problem={missing ?? at('statement')}
        most={4000}
        onChange={setStatement}
      />
      <NameHint texts={[statement]} />
      {refused === undefined ? null : <RefusedChange problem={refused} onReadAgain={() => onDone(true)} />}
      <Row>
        <PrimaryButton disabled={busy} onClick={close}>
          {busy ? 'Saving…' : 'Close this review'}
        </PrimaryButton>
        <Button onClick={() => onDone(false)}>Back</Button>
      </Row>
    </Arrival>
  );
}
