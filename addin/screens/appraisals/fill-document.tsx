import type { WordDocument } from '../../host/word-document';
import { usePanel } from '../../panel-context';
import { Arrival } from '../../parts/arrival';
import { Button, PrimaryButton } from '../../parts/button';
import { ConfirmPanel } from '../../parts/confirm-panel';
import { Disclosure } from '../../parts/disclosure';
import { Column, Row } from '../../parts/layout';
import { Message } from '../../parts/message';
import { Spinner } from '../../parts/spinner';
import { Points, Quiet, Text } from '../../parts/text';
import { counted } from '../counted';
import { ProblemMessage } from '../problem-message';
import type { FillPlan, PlannedTag } from './fill-plan';
import { useFilling } from './use-filling';

/** Puts an objective into the document that is open in Word, after showing what would be written where. */
export function FillDocument({ document, objective }: { readonly document: WordDocument; readonly objective: string }) {
  const { server } = usePanel();
  const { state, read, fill, leave } = useFilling(server, document, objective);
  switch (state.step) {
    case 'idle':
      return (
        <Column>
          {state.problem === undefined ? null : <ProblemMessage problem={state.problem} />}
          <Row>
            <PrimaryButton icon="edit" onClick={read}>
              Fill this document
            </PrimaryButton>
          </Row>
        </Column>
      );
    case 'reading':
      return <Spinner words="Reading the tagged places of this document…" />;
    case 'look':
    case 'filling':
      return (
        <ConfirmPanel
          title="Fill this document?"
          confirm={`Fill ${countOf(state.plan.filled)}`}
          busy={state.step === 'filling'}
          onConfirm={fill}
          onCancel={leave}
        >
          <Plan plan={state.plan} />
          {state.step === 'look' && state.problem !== undefined ? <ProblemMessage problem={state.problem} /> : null}
        </ConfirmPanel>
      );
    case 'done':
      return (
        <Arrival label="Filled">
          <Message tone="success">
            {`${countOf(state.plan.filled)} filled. Look through the document and save it; Undo in Word takes it back.`}
          </Message>
          {state.outcome.locked.length === 0 ? null : (
            <Message tone="warning">
              {`Locked, so left as they were: ${state.outcome.locked.join(', ')}. Unlock them under Developer, Properties.`}
            </Message>
          )}
          {state.outcome.missing.length === 0 ? null : (
            <Message tone="warning">{`No longer in the document: ${state.outcome.missing.join(', ')}.`}</Message>
          )}
          <Row>
            <Button onClick={leave}>Fill it again</Button>
          </Row>
        </Arrival>
      );
  }
}

function countOf(tags: readonly PlannedTag[]): string {
  const places = tags.reduce((sum, one) => sum + one.places, 0);
  return counted(places, 'place', 'places');
}

/** What would be written, what stays as it is, and what finds no place. */
function Plan({ plan }: { readonly plan: FillPlan }) {
  return (
    <Column gap="close">
      <Text>Nothing has been changed yet. What stands in these places now is replaced.</Text>
      {/* Few are read at a glance; many would push the buttons out of sight. */}
      <Disclosure summary={`Would be filled (${plan.filled.length})`} open={plan.filled.length <= 4}>
        {plan.filled.map(({ tag, meaning, value }) => (
          <div key={tag}>
            <Quiet>{`${meaning} (${tag})`}</Quiet>
            <Text>{value}</Text>
          </div>
        ))}
      </Disclosure>
      <Tags summary="Locked, so left as they are" tags={plan.locked} />
      <Tags summary="In the document, but not in the objective" tags={plan.empty} />
      <Tags summary="In the objective, but not in the document" tags={plan.unused} />
    </Column>
  );
}

function Tags({ summary, tags }: { readonly summary: string; readonly tags: readonly PlannedTag[] }) {
  if (tags.length === 0) return null;
  return (
    <Disclosure summary={`${summary} (${tags.length})`}>
      <Points points={tags.map(({ tag, meaning }) => `${meaning} (${tag})`)} />
    </Disclosure>
  );
}
