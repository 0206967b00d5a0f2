import type { LaterAddition } from '../../../shared/meetings/later-addition';
import { meeting as meetingKind } from '../../../shared/records/meeting';
import { britishDate } from '../../../shared/time/british-date';
import { Message } from '../../parts/message';
import { LongTextField } from '../../parts/text-field';

const { agreement: agreementField } = meetingKind.fields;

/** Why a meeting is not in the agreed calendar, after its name. */
export const whyLater: Readonly<Record<LaterAddition, string>> = {
  added: 'was not in it',
  moved: 'is on another day than agreed',
  longer: 'takes more time than agreed',
};

interface AgreementProps {
  /** What is not in the agreed calendar: "This meeting is", "3 meetings are". */
  readonly those: string;
  readonly agreedOn: string;
  readonly value: string;
  /** Somebody went on without it. */
  readonly tried: boolean;
  readonly onChange: (value: string) => void;
}

/** Colleagues are never silently invited to what was added after their calendar was agreed. */
export function AgreementField({ those, agreedOn, value, tried, onChange }: AgreementProps) {
  const missing = tried && value.trim() === '';
  return (
    <>
      <Message tone="warning">
        {`Later addition: ${those} not in the calendar that was agreed with staff on ${britishDate(agreedOn)}.`}
      </Message>
      <LongTextField
        label={agreementField.label}
        help="With whom and when it was agreed. It is kept with the meeting."
        value={value}
        most={agreementField.max}
        problem={missing ? 'Say with whom and when this was agreed.' : undefined}
        onChange={onChange}
      />
    </>
  );
}
