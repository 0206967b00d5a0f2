import { useState } from 'react';
import { britishDay, britishMoment } from '../../../shared/time/british-date';
import { draftWords, isAtRisk } from '../../draft/draft-words';
import { Button, PrimaryButton } from '../../parts/button';
import { Message } from '../../parts/message';
import { Page } from '../../parts/page';
import { Quiet, Text } from '../../parts/text';
import { useRouter } from '../../router';
import { counted } from '../counted';
import { RefusedChange } from '../refused-change';
import { NotesForm } from './notes-form';
import { SendPreview, whyNotSent } from './send-preview';
import { type NotesProps, useNotes } from './use-notes';

/** Written, saved, then looked at and sent. */
export function Writing(props: NotesProps) {
  const { opening, keeper, draft, onAgain } = props;
  const { back } = useRouter();
  const { meeting, register } = opening;
  const { notes, isSaved, busy, ...writing } = useNotes(props);
  const [asking, setAsking] = useState(false);
  const wait = whyNotSent(meeting, register);
  const page = {
    title: 'Notes',
    onBack: back,
    status: isSaved ? 'Nothing to save.' : draftWords(draft),
    statusTone: isAtRisk(draft) ? ('warning' as const) : ('quiet' as const),
  };
  if (asking)
    return (
      <Page {...page}>
        <SendPreview
          meeting={meeting}
          register={register}
          onDone={(over) => {
            setAsking(false);
            if (over) onAgain();
          }}
        />
      </Page>
    );
  const footer = (
    <>
      <PrimaryButton disabled={busy || isSaved} onClick={() => void writing.save()}>
        {busy ? 'Saving…' : 'Save'}
      </PrimaryButton>
      <Button icon="send" disabled={busy || !isSaved || wait !== undefined} onClick={() => setAsking(true)}>
        Send to everybody…
      </Button>
    </>
  );
  return (
    <Page {...page} footer={footer}>
      <Text>{`${meeting.record.name}, ${britishDay(meeting.record.date)}`}</Text>
      {meeting.record.notesMail === 'sent' ? (
        <Message tone="success">
          {`The notes went to ${counted(meeting.record.members.length, 'person', 'people')} on ${britishMoment(meeting.record.notesMailAt ?? '')}.`}
        </Message>
      ) : null}
      {opening.draft === undefined || isSaved ? null : (
        <Message tone="info" act={<Button onClick={() => void writing.startAgain()}>Start again</Button>}>
          {`This is what you were writing, kept on ${britishMoment(opening.draft.at)}.`}
        </Message>
      )}
      {draft.state === 'gone' ? (
        <Message tone="warning" act={<Button onClick={() => void keeper.keepAnew()}>Keep this one</Button>}>
          These notes were saved or given up in another panel. What stands here is not kept any more.
        </Message>
      ) : null}
      <NotesForm
        meeting={meeting.key}
        notes={notes}
        problems={writing.problems}
        onChange={writing.setNotes}
        onLeave={() => void keeper.save()}
      />
      {writing.problem === undefined ? null : <RefusedChange problem={writing.problem} onReadAgain={onAgain} />}
      {wait === undefined ? null : <Quiet>{wait}</Quiet>}
    </Page>
  );
}
