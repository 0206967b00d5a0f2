import { useState } from 'react';
import * as z from 'zod/mini';
import { requests } from '../../../shared/requests';
import { useKeptText } from '../../draft/use-kept-text';
import { Arrival } from '../../parts/arrival';
import { Button, PrimaryButton } from '../../parts/button';
import { Row } from '../../parts/layout';
import { Heading, Quiet } from '../../parts/text';
import { TextArea } from '../../parts/text-field';
import { DraftLine } from '../draft-line';
import { NameHint } from '../name-hint';
import { RefusedChange } from '../refused-change';
import type { Cycle } from './cycle-words';
import { sentAndForgotten, useCycleChange } from './use-cycle-change';

const impactSchema = z.object({ statement: z.string() });
const empty = { statement: '' };

/** The end of a review: what has changed for pupils. Kept with the findings, and shared only as they are. */
export function ImpactForm({
  cycle: { review },
  onDone,
}: {
  readonly cycle: Cycle;
  readonly onDone: (changed: boolean) => void;
}) {
  const [typed, setTyped] = useState(empty);
  const { statement } = typed;
  const [tried, setTried] = useState(false);
  const about = `review-impact/${review.key}`;
  const kept = useKeptText({ about, value: typed, fresh: empty, schema: impactSchema, restore: setTyped });
  const { busy, send, at, rest } = useCycleChange(sentAndForgotten(kept, onDone));
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
        onChange={(text) => setTyped({ statement: text })}
        onLeave={() => void kept.save()}
      />
      <NameHint texts={[statement]} />
      <DraftLine kept={kept} />
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
