import { useState } from 'react';
import { Button, PrimaryButton } from '../../parts/button';
import { Row } from '../../parts/layout';
import { Quiet } from '../../parts/text';
import { counted } from '../counted';
import { KeepReplanned } from './keep-replanned';
import type { Look } from './plan-state';
import type { Planning } from './use-planning';

/** Keeping the plan. Where what is published may change, who gets which mail is looked at first. */
export function Keep({ look, planning }: { readonly look: Look; readonly planning: Planning }) {
  const { plan, question } = look;
  // A refusal comes back here: what would be sent is looked at again.
  const [asking, setAsking] = useState(question.replan && look.refused !== undefined);
  const meetings = counted(plan.meetings.length, 'meeting', 'meetings');
  if (asking) return <KeepReplanned look={look} planning={planning} onBack={() => setAsking(false)} />;
  const preview = (): void => {
    planning.stop();
    setAsking(true);
  };
  return (
    <>
      <Quiet>
        {question.replan
          ? 'New meetings become drafts. Before anything is sent you see who gets which mail.'
          : 'Keeping the plan invites nobody: it takes the place of the drafts that these networks had in this time. Invitations go out when you publish the drafts.'}
      </Quiet>
      <Row>
        <PrimaryButton
          disabled={plan.meetings.length === 0}
          onClick={() => (question.replan ? preview() : planning.save())}
        >
          {question.replan ? `Keep this plan of ${meetings}…` : `Keep ${meetings} as drafts`}
        </PrimaryButton>
        <Button onClick={planning.cancel}>Start again</Button>
      </Row>
    </>
  );
}
