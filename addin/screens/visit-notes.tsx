import { useState } from 'react';
import { visitNotes } from '../../shared/records/draft';
import { activityKinds } from '../../shared/records/finding';
import { requests } from '../../shared/requests';
import { useAnswer } from '../answer';
import { draftWords, isAtRisk } from '../draft/draft-words';
import { useKeptText } from '../draft/use-kept-text';
import { emptyNote, mostNotes, notesSchema, type VisitNote, type VisitNotes } from '../outcome/notes';
import { Button, PrimaryButton, QuietButton } from '../parts/button';
import { Card } from '../parts/card';
import { Choice } from '../parts/choice';
import { Column } from '../parts/layout';
import { Page } from '../parts/page';
import { Quiet } from '../parts/text';
import { TextArea, TextField } from '../parts/text-field';
import { useGrowingList } from '../parts/use-growing-list';
import { useRouter } from '../router';
import type { ScreenProps } from '.';
import { capital } from './capital';
import { NameHint } from './name-hint';

const kinds = activityKinds.map((kind) => ({ key: kind, text: capital(kind) }));

interface NoteProps {
  readonly note: VisitNote;
  readonly index: number;
  readonly onTyped: (change: Partial<VisitNote>) => void;
  readonly onRemove: () => void;
  readonly onLeave: () => void;
}

/** The words first: who walks through a school speaks or types one sentence, and says later where it was. */
function Note({ note, index, onTyped, onRemove, onLeave }: NoteProps) {
  return (
    <Card
      title={`Note ${index + 1}`}
      beside={
        <QuietButton label={`Remove note ${index + 1}`} onClick={onRemove}>
          Remove
        </QuietButton>
      }
    >
      <TextArea
        label="What I see"
        rows={4}
        value={note.text}
        onChange={(text) => onTyped({ text })}
        onLeave={onLeave}
      />
      <NameHint texts={[note.text, note.withColleague]} />
      <Choice
        label="Activity"
        options={kinds}
        value={note.what}
        onChange={(what) => onTyped({ what })}
        onLeave={onLeave}
      />
      <TextField
        label="With which host colleague"
        help={'The post, for example "English lead"'}
        value={note.withColleague}
        onChange={(withColleague) => onTyped({ withColleague })}
        onLeave={onLeave}
      />
    </Card>
  );
}

/** Notes during a visit, for oneself alone; the form of the outcome offers them afterwards. */
export function Screen({ given }: ScreenProps) {
  const { go, back } = useRouter();
  const key = given['key'] ?? '';
  const overview = useAnswer(requests.reviewOverview, { key });
  const [fresh] = useState<VisitNotes>(() => ({ notes: [emptyNote()] }));
  const [typed, setTyped] = useState(fresh);
  const { notes } = typed;
  const kept = useKeptText({
    about: `${visitNotes}${key}`,
    value: typed,
    fresh,
    schema: notesSchema,
    restore: (found) => setTyped({ notes: found.notes.length === 0 ? [emptyNote()] : found.notes }),
  });
  const { place, focusAdded, focusAfterRemoval } = useGrowingList();
  const change = (at: VisitNote, by: Partial<VisitNote>) =>
    setTyped({ notes: notes.map((one) => (one.key === at.key ? { ...one, ...by } : one)) });
  const remove = (gone: VisitNote) => {
    setTyped({ notes: notes.filter(({ key: one }) => one !== gone.key) });
    focusAfterRemoval();
    void kept.save();
  };
  const add = () => {
    setTyped({ notes: [...notes, emptyNote(notes.at(-1))] });
    focusAdded();
  };
  const use = async () => {
    await kept.save();
    go('logOutcome', { key });
  };
  const mayLog = overview.state === 'ready' && overview.value.may.logOutcome;
  return (
    <Page
      title="My notes from the visit"
      onBack={back}
      status={draftWords(kept.state)}
      statusTone={isAtRisk(kept.state) ? 'warning' : 'quiet'}
      footer={
        <>
          <Button icon="add" disabled={notes.length >= mostNotes} onClick={add}>
            Add a note
          </Button>
          {mayLog ? <PrimaryButton onClick={() => void use()}>Use them…</PrimaryButton> : <span />}
        </>
      }
    >
      <Quiet>For you alone, and kept for thirty days. No names of pupils or colleagues.</Quiet>
      <Column place={place}>
        {notes.map((note, index) => (
          <Note
            key={note.key}
            note={note}
            index={index}
            onTyped={(by) => change(note, by)}
            onRemove={() => remove(note)}
            onLeave={() => void kept.save()}
          />
        ))}
      </Column>
    </Page>
  );
}
