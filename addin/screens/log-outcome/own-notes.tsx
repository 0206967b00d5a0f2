import { asEvidence, asLine, isUsed, type VisitNote } from '../../outcome/notes';
import type { Outcome } from '../../outcome/outcome';
import { Button } from '../../parts/button';
import { Card } from '../../parts/card';
import { Disclosure } from '../../parts/disclosure';
import { Row } from '../../parts/layout';
import { Quiet, Text } from '../../parts/text';
import { capital } from '../capital';
import { counted } from '../counted';
import type { StepProps } from './step-props';

interface OwnNotesProps extends Pick<StepProps, 'outcome' | 'onTyped'> {
  readonly notes: readonly VisitNote[];
  readonly step: number;
}

/** What one noted during the visit, to be put where it belongs with one press. Nobody else sees it until then. */
export function OwnNotes({ notes, step, outcome, onTyped }: OwnNotesProps) {
  const left = notes.filter((note) => !isUsed(note, outcome));
  if (left.length === 0 || step > 1) return null;
  return (
    <Disclosure summary={`My notes from the visit: ${counted(left.length, 'note', 'notes')}`} open={step === 0}>
      {left.map((note) => (
        <Card key={note.key}>
          <Quiet>{[capital(note.what), note.withColleague].filter((part) => part !== '').join(' · ')}</Quiet>
          <Text>{note.text}</Text>
          <Row>
            <Insert note={note} step={step} outcome={outcome} onTyped={onTyped} />
          </Row>
        </Card>
      ))}
    </Disclosure>
  );
}

function Insert({ note, step, outcome, onTyped }: Omit<OwnNotesProps, 'notes'> & { readonly note: VisitNote }) {
  const put = (change: Partial<Outcome>) => () => onTyped(change);
  if (step === 0) return <Button onClick={put(asEvidence(outcome, note))}>Use as evidence</Button>;
  return (
    <>
      <Button onClick={put(asLine(outcome, 'strengths', note))}>Use as a strength</Button>
      <Button onClick={put(asLine(outcome, 'considerations', note))}>Use as an area to consider</Button>
    </>
  );
}
