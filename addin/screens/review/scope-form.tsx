import { useState } from 'react';
import * as z from 'zod/mini';
import { review as reviewKind } from '../../../shared/records/review';
import { requests } from '../../../shared/requests';
import { useKeptText } from '../../draft/use-kept-text';
import { Arrival } from '../../parts/arrival';
import { Button, PrimaryButton } from '../../parts/button';
import { Row } from '../../parts/layout';
import { Heading, Quiet } from '../../parts/text';
import { TextArea, TextField } from '../../parts/text-field';
import { DraftLine } from '../draft-line';
import { NameHint } from '../name-hint';
import { RefusedChange } from '../refused-change';
import type { Cycle } from './cycle-words';
import { sentAndForgotten, useCycleChange } from './use-cycle-change';

const scopeSchema = z.object({ focus: z.string(), question: z.string(), plan: z.string() });

/** The self-review: the host chooses what the visit is about. Kept as often as wanted, signed once. */
export function ScopeForm({
  cycle: { review },
  onDone,
}: {
  readonly cycle: Cycle;
  readonly onDone: (changed: boolean) => void;
}) {
  const parsed = reviewKind.parse(review.record);
  const before = parsed.ok ? parsed.value : undefined;
  const [fresh] = useState({
    focus: before?.focus ?? '',
    question: before?.enquiryQuestion ?? '',
    plan: before?.improvementPlan ?? '',
  });
  const [typed, setTyped] = useState(fresh);
  const { focus, question, plan } = typed;
  const about = `review-scope/${review.key}`;
  const kept = useKeptText({ about, value: typed, fresh, schema: scopeSchema, restore: setTyped });
  const { busy, send, at, rest } = useCycleChange(sentAndForgotten(kept, onDone));
  const refused = rest(['focus', 'enquiryQuestion']);
  const signed = before?.scopeAgreedOn !== undefined;
  const keep = (sign: boolean): void => {
    const said = {
      ...(focus.trim() === '' ? {} : { focus }),
      ...(question.trim() === '' ? {} : { enquiryQuestion: question }),
      ...(plan.trim() === '' ? {} : { improvementPlan: plan }),
    };
    void send(requests.agreeScope, { key: review.key, version: review.version, ...said, sign });
  };
  return (
    <Arrival label="Self-review and scope">
      <Heading>Self-review and scope</Heading>
      <Quiet>You choose what your peers look at, and what they do not. Involve your colleagues first.</Quiet>
      <TextArea
        label="Focus"
        value={focus}
        problem={at('focus')}
        most={1000}
        onChange={(text) => setTyped({ ...typed, focus: text })}
        onLeave={() => void kept.save()}
      />
      <TextField
        label="Enquiry question"
        help="What would you like to understand better?"
        value={question}
        problem={at('enquiryQuestion')}
        most={255}
        onChange={(text) => setTyped({ ...typed, question: text })}
        onLeave={() => void kept.save()}
      />
      <TextField
        label="Priority of your improvement plan"
        optional
        value={plan}
        most={255}
        onChange={(text) => setTyped({ ...typed, plan: text })}
        onLeave={() => void kept.save()}
      />
      <NameHint texts={[focus, question, plan]} />
      <DraftLine kept={kept} />
      {refused === undefined ? null : <RefusedChange problem={refused} onReadAgain={() => onDone(true)} />}
      <Row>
        <PrimaryButton disabled={busy} onClick={() => keep(!signed)}>
          {busy ? 'Saving…' : signed ? 'Save' : 'Sign the scope'}
        </PrimaryButton>
        {signed ? null : (
          <Button disabled={busy} onClick={() => keep(false)}>
            Save for later
          </Button>
        )}
        <Button onClick={() => onDone(false)}>Back</Button>
      </Row>
    </Arrival>
  );
}
