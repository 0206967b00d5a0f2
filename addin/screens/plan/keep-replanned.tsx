import { useState } from 'react';
import { type OutputOf, requests } from '../../../shared/requests';
import { britishDay } from '../../../shared/time/british-date';
import { useAnswer } from '../../answer';
import { ConfirmPanel } from '../../parts/confirm-panel';
import { focusFirstProblem } from '../../parts/focus-first-problem';
import { More } from '../../parts/more';
import { Points, Text } from '../../parts/text';
import { counted } from '../counted';
import { AgreementField } from '../meetings/agreement-field';
import { WaitingFor } from '../waiting-for';
import type { Look } from './plan-state';
import { type Planning, savingOf } from './use-planning';

type Preview = OutputOf<typeof requests.previewPlan>;
type Move = Preview['moves'][number];

interface KeepReplannedProps {
  readonly look: Look;
  readonly planning: Planning;
  readonly onBack: () => void;
}

/** Which published meetings change, who gets which mail, and whether staff agreed to it; then the plan is kept. */
export function KeepReplanned({ look, planning, onBack }: KeepReplannedProps) {
  const asked = useAnswer(requests.previewPlan, savingOf(look));
  const [tried, setTried] = useState(false);
  const [agreement, setAgreement] = useState(look.agreement ?? '');
  const preview = asked.state === 'ready' ? asked.value : undefined;
  const moves = preview?.moves ?? [];
  const later = moves.filter((move) => move.later !== undefined).length;
  const keep = (): void => {
    setTried(true);
    if (later > 0 && agreement.trim() === '') focusFirstProblem();
    else planning.save(later > 0 ? agreement.trim() : undefined);
  };
  return (
    <ConfirmPanel
      title="Keep this plan?"
      confirm={verbOf(moves)}
      unknown={preview === undefined}
      onConfirm={keep}
      onCancel={onBack}
    >
      <WaitingFor asked={asked} words="Looking what changes in Outlook…">
        {({ agreedOn }) => (
          <>
            <Text>{inOutlook(moves)}</Text>
            <More of={moves} atOnce={30} what="meetings">
              {(some) => <Points points={some.map(lineOf)} />}
            </More>
            {later === 0 || agreedOn === undefined ? null : (
              <AgreementField
                those={counted(later, 'new date is', 'new dates are')}
                agreedOn={agreedOn}
                value={agreement}
                tried={tried}
                onChange={setAgreement}
              />
            )}
          </>
        )}
      </WaitingFor>
    </ConfirmPanel>
  );
}

function inOutlook(moves: readonly Move[]): string {
  if (moves.length === 0) return 'No published meeting changes, so nobody gets mail. New meetings become drafts.';
  const changes = counted(moves.length, 'published meeting changes', 'published meetings change');
  return `${changes}; Outlook tells everybody below, and they answer again. All other meetings stay as they are.`;
}

function verbOf(moves: readonly Move[]): string {
  const mails = [
    { many: moves.reduce((sum, { told }) => sum + told, 0), one: 'update', more: 'updates' },
    { many: moves.reduce((sum, { invited }) => sum + invited, 0), one: 'invitation', more: 'invitations' },
  ].flatMap(({ many, one, more }) => (many === 0 ? [] : [counted(many, one, more)]));
  return mails.length === 0 ? 'Keep the plan' : `Keep the plan and send ${mails.join(' and ')}`;
}

function lineOf({ name, number, was, now, told, invited }: Move): string {
  const moved = was.date !== now.date || was.from !== now.from || was.until !== now.until;
  const before = moved ? `${whenOf(was)}${was.place === now.place ? '' : `, ${was.place}`}` : was.place;
  const mails = [
    ...(told === 0 ? [] : [`${counted(told, 'person gets', 'people get')} an update`]),
    ...(invited === 0 ? [] : [`${counted(invited, 'person is', 'people are')} invited for the first time`]),
  ];
  return `${name}, meeting ${number}: ${whenOf(now)}, ${now.place}; was ${before}. ${mails.join('; ')}.`;
}

function whenOf({ date, from, until }: Move['now']): string {
  return `${britishDay(date)}, ${from} to ${until}`;
}
