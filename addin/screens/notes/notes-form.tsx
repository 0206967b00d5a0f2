import { QuietButton } from '../../parts/button';
import { Card } from '../../parts/card';
import { DateField } from '../../parts/date-field';
import { Column, Row } from '../../parts/layout';
import { Heading } from '../../parts/text';
import { TextArea, TextField } from '../../parts/text-field';
import { NameHint } from '../name-hint';
import { changed, emptyPoint, type Notes } from './notes-state';
import { SharedFiles } from './shared-files';

export interface FormProps {
  /** The key of the meeting. */
  readonly meeting: string;
  readonly notes: Notes;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (notes: Notes) => void;
  readonly onLeave: () => void;
}

/** What was said, what is left to do, what was shared, who came as a guest. */
export function NotesForm({ meeting, notes, problems, onChange, onLeave }: FormProps) {
  const texts = [notes.notes, ...notes.points.flatMap(({ what }) => what)];
  return (
    <>
      <TextArea
        label="Notes"
        optional
        most={20_000}
        value={notes.notes}
        problem={problems['notes']}
        onChange={(text) => onChange({ ...notes, notes: text })}
        onLeave={onLeave}
      />
      <Points notes={notes} problems={problems} onChange={onChange} onLeave={onLeave} />
      <NameHint texts={texts} of="Notes name" />
      <SharedFiles {...{ meeting, notes, problems, onChange, onLeave }} />
      <TextField
        label="Guests"
        optional
        help="Who came beyond our academies."
        most={255}
        value={notes.guests}
        problem={problems['guests']}
        onChange={(guests) => onChange({ ...notes, guests })}
        onLeave={onLeave}
      />
    </>
  );
}

function Points({ notes, problems, onChange, onLeave }: Omit<FormProps, 'meeting'>) {
  const { points } = notes;
  const set = (next: Notes['points']): void => onChange({ ...notes, points: next });
  return (
    <Column>
      <Heading>Open points</Heading>
      {points.map((point, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: points have no identity but their place
        <Card key={at} title={`Open point ${at + 1}`}>
          <TextField
            label={`What is to be done, ${at + 1}`}
            most={255}
            value={point.what}
            problem={problems[`openPoints.${at}.what`]}
            onChange={(what) => set(changed(points, at, { ...point, what }))}
            onLeave={onLeave}
          />
          <TextField
            label={`By whom, ${at + 1}`}
            optional
            help="A post, e.g. English leads."
            most={120}
            value={point.who}
            problem={problems[`openPoints.${at}.who`]}
            onChange={(who) => set(changed(points, at, { ...point, who }))}
            onLeave={onLeave}
          />
          <DateField
            label={`By when, ${at + 1}`}
            optional
            value={point.by}
            problem={problems[`openPoints.${at}.by`]}
            onChange={(by) => set(changed(points, at, { ...point, by }))}
            onLeave={onLeave}
          />
          <Row>
            <QuietButton
              icon="remove"
              label={`Remove open point ${at + 1}`}
              onClick={() => set(points.filter((_one, index) => index !== at))}
            >
              Remove
            </QuietButton>
          </Row>
        </Card>
      ))}
      <Row>
        <QuietButton icon="add" disabled={points.length >= 20} onClick={() => set([...points, emptyPoint])}>
          Add an open point
        </QuietButton>
      </Row>
    </Column>
  );
}
