import { LinesControl } from '../../form/controls/lines-control';
import { textsOf, withTexts } from '../../outcome/lines';
import { problemAt } from '../../outcome/outcome-state';
import { DateField, TimeField } from '../../parts/date-field';
import { TextArea } from '../../parts/text-field';
import { YesNo } from '../../parts/yes-no';
import { NameHint } from '../name-hint';
import type { StepProps } from './step-props';

const most = 12;

/** Step 2: what is strong, what to consider, what to offer to others. No grade. */
export function StrengthsStep({ outcome, problems, onTyped, onLeave }: StepProps) {
  return (
    <>
      <LinesControl
        label="Strengths"
        one="Strength"
        most={most}
        value={textsOf(outcome.strengths)}
        keyOf={(index) => outcome.strengths[index]?.key ?? index}
        onChange={(texts) => onTyped({ strengths: withTexts(outcome.strengths, texts) })}
        problemOf={(index) => problemAt(problems, `strengths.${index}`)}
        onLeave={onLeave}
      />
      <LinesControl
        label="Areas to consider"
        one="Consideration"
        most={most}
        value={textsOf(outcome.considerations)}
        keyOf={(index) => outcome.considerations[index]?.key ?? index}
        onChange={(texts) => onTyped({ considerations: withTexts(outcome.considerations, texts) })}
        problemOf={(index) => problemAt(problems, `considerations.${index}`)}
        onLeave={onLeave}
      />
      <TextArea
        label="Good practice to offer to our other academies"
        optional
        value={outcome.goodPractice}
        problem={problemAt(problems, 'goodPractice')}
        onChange={(goodPractice) => onTyped({ goodPractice })}
        onLeave={onLeave}
      />
      <NameHint texts={[...textsOf(outcome.strengths), ...textsOf(outcome.considerations), outcome.goodPractice]} />
      <YesNo
        label="Was a safeguarding concern raised?"
        help="Yes or no and when: never what. Tell the head, or the LADO if it is about the head."
        value={outcome.safeguardingRaised}
        problem={problemAt(problems, 'safeguardingRaised')}
        onChange={(safeguardingRaised) => onTyped({ safeguardingRaised })}
        onLeave={onLeave}
      />
      {outcome.safeguardingRaised ? (
        <>
          <DateField
            label="Told on"
            value={outcome.safeguardingOn}
            problem={problemAt(problems, 'safeguardingOn')}
            onChange={(safeguardingOn) => onTyped({ safeguardingOn })}
            onLeave={onLeave}
          />
          <TimeField
            label="Told at"
            value={outcome.safeguardingAt}
            onChange={(safeguardingAt) => onTyped({ safeguardingAt })}
            onLeave={onLeave}
          />
        </>
      ) : null}
    </>
  );
}
