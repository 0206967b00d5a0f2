import { useState } from 'react';
import { meeting as meetingKind } from '../../../shared/records/meeting';
import { Button, PrimaryButton } from '../../parts/button';
import { ConfirmPanel } from '../../parts/confirm-panel';
import { Row } from '../../parts/layout';
import { More } from '../../parts/more';
import { Points, Quiet, Text } from '../../parts/text';
import { LongTextField } from '../../parts/text-field';
import { counted } from '../counted';
import { nameOfRow, whenOf } from './plan-lists';
import { planRows } from './plan-rows';
import type { Look } from './plan-state';
import type { Planning } from './use-planning';

const { agreement: agreementField } = meetingKind.fields;

/** Keeping the plan. Where meetings that may be in Outlook move, that is looked at first. */
export function Keep({ look, planning }: { readonly look: Look; readonly planning: Planning }) {
  // A refusal comes back here: new dates of an agreed calendar are not kept without a word about it.
  const asksAgreement = look.refused?.fields?.some(({ path }) => path === 'agreement') === true;
  const [sure, setSure] = useState(asksAgreement);
  const [agreement, setAgreement] = useState('');
  const { plan, problem, question } = look;
  const moved = question.replan ? planRows(plan, problem).filter(({ was }) => was !== undefined) : [];
  const meetings = counted(plan.meetings.length, 'meeting', 'meetings');
  if (sure)
    return (
      <ConfirmPanel
        title={`Keep this plan, with ${counted(moved.length, 'meeting', 'meetings')} moved?`}
        confirm="Keep the plan"
        unknown={asksAgreement && agreement.trim() === ''}
        onConfirm={() => planning.save(asksAgreement ? agreement.trim() : undefined)}
        onCancel={() => setSure(false)}
      >
        <Text>
          Those of them that are in Outlook move there too, and everybody invited gets an update. Drafts only change
          here.
        </Text>
        <More of={moved} atOnce={30} what="meetings">
          {(some) => <Points points={some.map((row) => `${nameOfRow(row)}: ${whenOf(row)}, was ${row.was ?? ''}`)} />}
        </More>
        {asksAgreement ? (
          <LongTextField
            label={agreementField.label}
            help="With whom and when the new dates were agreed. It is kept with each of them."
            value={agreement}
            most={agreementField.max}
            onChange={setAgreement}
          />
        ) : null}
      </ConfirmPanel>
    );
  return (
    <>
      <Quiet>
        {question.replan
          ? 'New meetings become drafts. Meetings that moved are listed once more before anything is sent.'
          : 'Keeping the plan invites nobody: it takes the place of the drafts that these networks had in this time. Invitations go out when you publish the drafts.'}
      </Quiet>
      <Row>
        <PrimaryButton
          disabled={plan.meetings.length === 0}
          onClick={() => (moved.length === 0 ? planning.save() : setSure(true))}
        >
          {question.replan ? `Keep this plan of ${meetings}` : `Keep ${meetings} as drafts`}
        </PrimaryButton>
        <Button onClick={planning.cancel}>Start again</Button>
      </Row>
    </>
  );
}
