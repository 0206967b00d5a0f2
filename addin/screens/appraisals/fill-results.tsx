import { useState } from 'react';
import { requests } from '../../../shared/requests';
import type { Problem } from '../../../shared/result';
import { usePanel } from '../../panel-context';
import { Arrival } from '../../parts/arrival';
import { Button, QuietButton } from '../../parts/button';
import { Card } from '../../parts/card';
import { Disclosure } from '../../parts/disclosure';
import { Row } from '../../parts/layout';
import { Message } from '../../parts/message';
import { Progress } from '../../parts/progress';
import { Points, Text } from '../../parts/text';
import { ProblemMessage } from '../problem-message';
import { fromBase64, saveFile, wordDocument } from '../save-file';
import type { Filled, FillResult } from './fill-many';
import type { FillingState } from './use-fill-many';

interface ResultsProps extends FillingState {
  readonly onStop: () => void;
  readonly onAgain: () => void;
}

/** Each document as it is filled, or why it was not. */
export function FillResults({ of, results, running, onStop, onAgain }: ResultsProps) {
  const filled = results.filter(({ ok }) => ok).length;
  return (
    <Arrival label="Filled documents">
      <Progress words="Documents filled" done={filled} of={of} />
      {running ? null : (
        <Message tone={filled === of ? 'success' : 'warning'}>
          {filled === of ? 'All documents are filled.' : `${filled} of ${of} documents are filled. See why below.`}
        </Message>
      )}
      {results.map((result) => (
        <OneResult key={result.of.objective} result={result} />
      ))}
      <Row>
        {running ? (
          <Button onClick={onStop}>Stop after this one</Button>
        ) : (
          <Button onClick={onAgain}>Fill others</Button>
        )}
      </Row>
    </Arrival>
  );
}

function OneResult({ result }: { readonly result: FillResult }) {
  return (
    <Card title={result.of.name}>
      {result.ok ? <OneDocument filled={result.filled} /> : <ProblemMessage problem={result.problem} />}
    </Card>
  );
}

function OneDocument({ filled: { document, filled, empty, unused } }: { readonly filled: Filled }) {
  const { server } = usePanel();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const download = async (): Promise<void> => {
    setBusy(true);
    const read = await server.call(requests.readDocument, { id: document.id });
    setBusy(false);
    setProblem(read.ok ? undefined : read.problem);
    if (read.ok) saveFile(read.value.name, fromBase64(read.value.file), wordDocument);
  };
  return (
    <>
      <Text>{`${document.name}: ${filled.length} places filled`}</Text>
      {empty.length + unused.length === 0 ? null : (
        <Disclosure summary={`Left over (${empty.length + unused.length})`}>
          <Points
            points={[
              ...empty.map((tag) => `${tag}: in the template, nothing to put there`),
              ...unused.map((tag) => `${tag}: in the objective, no place in the template`),
            ]}
          />
        </Disclosure>
      )}
      {problem === undefined ? null : <ProblemMessage problem={problem} />}
      <Row>
        <QuietButton label={`Download ${document.name}`} disabled={busy} onClick={() => void download()}>
          {busy ? 'Fetching…' : 'Download'}
        </QuietButton>
      </Row>
    </>
  );
}
