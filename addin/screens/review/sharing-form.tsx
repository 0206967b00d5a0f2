import { useMemo, useState } from 'react';
import { type Review, review as reviewKind } from '../../../shared/records/review';
import { requests } from '../../../shared/requests';
import { Arrival } from '../../parts/arrival';
import { Button, PrimaryButton } from '../../parts/button';
import { Checkbox } from '../../parts/checkbox';
import { Disclosure } from '../../parts/disclosure';
import { Row } from '../../parts/layout';
import { Message } from '../../parts/message';
import { Heading, Quiet } from '../../parts/text';
import { Radio } from '../../parts/yes-no';
import { RefusedChange } from '../refused-change';
import { WaitingFor } from '../waiting-for';
import { BoardSummaryText } from './board-summary-text';
import type { Cycle } from './cycle-words';
import { useCycleChange } from './use-cycle-change';
import { type Readers, useReaders } from './use-readers';

const levels = [
  { key: 'none', text: 'Us and our reviewers' },
  { key: 'triad', text: 'Our triad' },
  { key: 'hub', text: 'Our hub' },
  { key: 'trust', text: 'Our trust' },
] as const;
type Level = (typeof levels)[number]['key'];

interface FormProps {
  readonly cycle: Cycle;
  readonly onDone: (changed: boolean) => void;
}

/** The host head alone decides who reads the findings. Who that is, by name, is said before it is pressed. */
export function SharingForm({ cycle, onDone }: FormProps) {
  const parsed = useMemo(() => reviewKind.parse(cycle.review.record), [cycle]);
  return (
    <Arrival label="Who may read the findings">
      <Heading>Who may read the findings</Heading>
      {parsed.ok ? (
        <Choosing cycle={cycle} review={parsed.value} onDone={onDone} />
      ) : (
        <Message tone="warning">This review was kept by an older version.</Message>
      )}
    </Arrival>
  );
}

function Choosing({ cycle, review, onDone }: FormProps & { readonly review: Review }) {
  const { key, version } = cycle.review;
  const [level, setLevel] = useState<Level>(review.sharing);
  const [board, setBoard] = useState(review.boardSummary ?? false);
  const readers = useReaders(key, review);
  const { busy, send, rest } = useCycleChange(onDone);
  const refused = rest([]);
  const { stage, sharing } = review;
  const closes = level !== 'none' && stage === 'impact reviewed';
  const isSame = level === sharing && board === (review.boardSummary ?? false) && !closes;
  const share = (): void => {
    const record = { ...review, sharing: level, boardSummary: board, stage: closes ? 'shared' : stage };
    void send(requests.changeRecord, { kind: 'review', key, version, record });
  };
  return (
    <>
      <Quiet>The report is yours. You may share it further at any time.</Quiet>
      <Radio
        label="Share with"
        options={levels.map((one) => ({ key: one.key, text: one.text }))}
        value={level}
        onChange={setLevel}
      />
      <Checkbox label="The board reads a summary, too" value={board} onChange={setBoard} />
      <WaitingFor asked={readers} words="Looking who that is…">
        {(known) => <Preview readers={known} level={level} board={board} />}
      </WaitingFor>
      {refused === undefined ? null : <RefusedChange problem={refused} onReadAgain={() => onDone(true)} />}
      <Row>
        <PrimaryButton disabled={busy || isSame} onClick={share}>
          {busy ? 'Saving…' : 'Share like this'}
        </PrimaryButton>
        <Button onClick={() => onDone(false)}>Back</Button>
      </Row>
    </>
  );
}

interface PreviewProps {
  readonly readers: Readers;
  readonly level: Level;
  readonly board: boolean;
}

function Preview({ readers, level, board }: PreviewProps) {
  const { trustees, summary } = readers;
  return (
    <>
      <Message tone="info">{sentenceFor(readers, level)}</Message>
      {board ? (
        <>
          <Message tone="info">
            {`The board reads a summary: executives${trustees.length === 0 ? ' and trustees' : `, and ${trustees.join(', ')}`}. No evidence, no names, nothing of safeguarding.`}
          </Message>
          {summary === undefined ? null : (
            <Disclosure summary="What the board will read" open>
              <BoardSummaryText summary={summary} />
            </Disclosure>
          )}
        </>
      ) : null}
    </>
  );
}

function sentenceFor({ reviewers, triad, hub, trust }: Readers, level: Level): string {
  switch (level) {
    case 'none':
      return `Your academy and those who visited you read the findings: ${reviewers.join(', ')}.`;
    case 'triad':
      return `Everybody of the academies in your triad may read the findings: ${triad.join(', ')}.`;
    case 'hub':
      return `Everybody of the academies in your triad and your hub may read the findings: ${hub.join(', ')}.`;
    case 'trust':
      return `Principals, champions and executives of all ${trust.length} academies may read the findings, and learn from your good practice.`;
  }
}
