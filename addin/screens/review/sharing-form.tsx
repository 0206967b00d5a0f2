import { useState } from 'react';
import { review as reviewKind } from '../../../shared/records/review';
import { requests } from '../../../shared/requests';
import { Arrival } from '../../parts/arrival';
import { Button, PrimaryButton } from '../../parts/button';
import { Row } from '../../parts/layout';
import { Message } from '../../parts/message';
import { Heading, Quiet } from '../../parts/text';
import { Radio } from '../../parts/yes-no';
import { RefusedChange } from '../refused-change';
import type { Cycle } from './cycle-words';
import { useCycleChange } from './use-cycle-change';

const levels = [
  { key: 'none', text: 'Us and our reviewers', says: 'Your academy and those who visited you read the findings.' },
  { key: 'triad', text: 'Our triad', says: 'Everybody of the academies in your triad may read the findings.' },
  { key: 'hub', text: 'Our hub', says: 'Everybody of the academies in your triad and your hub may read the findings.' },
  {
    key: 'trust',
    text: 'Our trust',
    says: 'Principals, champions and executives of all our academies may read the findings, and learn from your good practice.',
  },
] as const;
type Level = (typeof levels)[number]['key'];

/** The host head alone decides who reads the findings. What it means is said before it is pressed. */
export function SharingForm({
  cycle: { review },
  onDone,
}: {
  readonly cycle: Cycle;
  readonly onDone: (changed: boolean) => void;
}) {
  const parsed = reviewKind.parse(review.record);
  const [level, setLevel] = useState<Level | undefined>(parsed.ok ? parsed.value.sharing : undefined);
  const { busy, send, rest } = useCycleChange(onDone);
  const refused = rest([]);
  if (!parsed.ok) return <Message tone="warning">This review was kept by an older version.</Message>;
  const { stage, sharing } = parsed.value;
  const closes = level !== undefined && level !== 'none' && stage === 'impact reviewed';
  const share = (): void => {
    if (level === undefined) return;
    const record = { ...parsed.value, sharing: level, stage: closes ? 'shared' : stage };
    void send(requests.changeRecord, { kind: 'review', key: review.key, version: review.version, record });
  };
  return (
    <Arrival label="Who may read the findings">
      <Heading>Who may read the findings</Heading>
      <Quiet>The report is yours. You may share it further at any time.</Quiet>
      <Radio
        label="Share with"
        options={levels.map(({ key, text }) => ({ key, text }))}
        value={level}
        onChange={setLevel}
      />
      <Message tone="info">{levels.find(({ key }) => key === level)?.says ?? 'Choose one.'}</Message>
      {refused === undefined ? null : <RefusedChange problem={refused} onReadAgain={() => onDone(true)} />}
      <Row>
        <PrimaryButton disabled={busy || (level === sharing && !closes)} onClick={share}>
          {busy ? 'Saving…' : 'Share like this'}
        </PrimaryButton>
        <Button onClick={() => onDone(false)}>Back</Button>
      </Row>
    </Arrival>
  );
}
