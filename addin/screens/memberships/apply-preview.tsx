import { useState } from 'react';
import { requests } from '../../../shared/requests';
import type { Problem } from '../../../shared/result';
import { usePanel } from '../../panel-context';
import { ConfirmPanel } from '../../parts/confirm-panel';
import { focusFirstProblem } from '../../parts/focus-first-problem';
import { More } from '../../parts/more';
import { Points, Text } from '../../parts/text';
import { counted } from '../counted';
import { AgreementField } from '../meetings/agreement-field';
import { ProblemMessage } from '../problem-message';
import { mailsOf, meetingsInWords, type PersonChange } from './by-person';

interface ApplyProps {
  readonly people: readonly PersonChange[];
  readonly agreedOn: string | undefined;
  /** With what was done, in a sentence; undefined where nothing was. */
  readonly onDone: (sentence: string | undefined) => void;
}

/** Who gets which mail, and what staff must have agreed to first. */
export function ApplyPreview({ people, agreedOn, onDone }: ApplyProps) {
  const { server } = usePanel();
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [agreement, setAgreement] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const later = people.filter((one) => one.later).length;
  const apply = async (): Promise<void> => {
    setTried(true);
    if (later > 0 && agreement.trim() === '') return focusFirstProblem();
    setBusy(true);
    setProblem(undefined);
    const changes = people.flatMap((one) =>
      one.changes.map(({ meeting, who, does }) => ({ meeting, who: who.id, does })),
    );
    const applied = await server.call(requests.applyMembershipChanges, {
      changes,
      ...(later > 0 ? { agreement: agreement.trim() } : {}),
    });
    setBusy(false);
    if (applied.ok) onDone(sentenceOf(applied.value));
    else setProblem(applied.problem);
  };
  return (
    <ConfirmPanel
      title={`Change the coming meetings of ${counted(people.length, 'person', 'people')}?`}
      confirm="Change these meetings"
      busy={busy}
      onConfirm={() => void apply()}
      onCancel={() => onDone(undefined)}
    >
      <Text>{mailsOf(people)}</Text>
      <More of={people} what="people">
        {(some) => (
          <Points
            points={some.map(
              ({ does, name, changes }) =>
                `${name} ${does === 'add' ? 'joins' : 'leaves'}: ${meetingsInWords(changes)}`,
            )}
          />
        )}
      </More>
      {later === 0 || agreedOn === undefined ? null : (
        <AgreementField
          those={counted(later, 'of these people was', 'of these people were')}
          agreedOn={agreedOn}
          value={agreement}
          tried={tried}
          onChange={setAgreement}
        />
      )}
      {problem === undefined ? null : <ProblemMessage problem={problem} />}
    </ConfirmPanel>
  );
}

function sentenceOf({ meetings, gone }: { readonly meetings: number; readonly gone: number }): string {
  const done = `${counted(meetings, 'meeting was', 'meetings were')} changed; Outlook follows.`;
  return gone === 0 ? done : `${done} ${counted(gone, 'change was', 'changes were')} not needed any more.`;
}
