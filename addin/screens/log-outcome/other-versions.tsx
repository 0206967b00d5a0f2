import type { OtherVersion } from '../../outcome/outcome';
import { stepOfPath } from '../../outcome/to-sending';
import { type Decision, valueAt } from '../../outcome/together';
import { Button } from '../../parts/button';
import { Card } from '../../parts/card';
import { Column, Row } from '../../parts/layout';
import { Message } from '../../parts/message';
import { SideBySide } from '../../parts/side-by-side';
import { Quiet, Text } from '../../parts/text';
import type { StepProps } from './step-props';

const names: Readonly<Record<string, string>> = {
  focus: 'Focus',
  goodPractice: 'Good practice',
  safeguardingRaised: 'Safeguarding concern',
  safeguardingOn: 'Told on',
  safeguardingAt: 'Told at',
  observation: 'What we saw',
  withColleague: 'With which host colleague',
  dueOn: 'Followed up on',
  owner: 'Owner',
  supportFrom: 'Support offered by',
  support: 'What support',
  evidenceOfSuccess: 'How we shall see that it worked',
};

const lists: Readonly<Record<string, string>> = {
  activities: 'Activity',
  strengths: 'Strength',
  considerations: 'Area to consider',
  actions: 'What will be done',
};

/** What the field is called in the form. */
function nameOf(path: string): string {
  const [list = '', , field] = path.split('/');
  return names[field ?? list] ?? lists[list] ?? list;
}

function words(value: unknown, { supporters }: Pick<StepProps, 'supporters'>): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string') return supporters.find(({ urn }) => urn === value)?.name ?? value;
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : '';
}

/** Fields of free text, in which both versions can stand one after the other. */
const inWords = /^(focus|goodPractice|actions\/[^/]+\/(what|support|evidenceOfSuccess)|.*\/(observation|text))$/;

interface OtherVersionsProps extends Pick<StepProps, 'outcome' | 'supporters'> {
  /** Those of one step of the form; all of them where it is absent. */
  readonly step?: number;
  readonly onDecide: (other: OtherVersion, decision: Decision) => void;
}

/** Two reviewers changed one field: both versions in sight, and a choice. */
export function OtherVersions({ step, onDecide, ...rest }: OtherVersionsProps) {
  const open = rest.outcome.others.filter(({ path }) => step === undefined || stepOfPath(path) === step);
  if (open.length === 0) return null;
  return (
    <Column>
      <Message tone="warning">
        {open.length === 1
          ? 'Two of you wrote into one field. Nothing is lost: choose which words go to the host.'
          : `Two of you wrote into ${open.length} fields. Nothing is lost: choose which words go to the host.`}
      </Message>
      {open.map((other) => (
        <Version key={other.key} other={other} onDecide={(decision) => onDecide(other, decision)} {...rest} />
      ))}
    </Column>
  );
}

function Version({
  other,
  onDecide,
  ...rest
}: Pick<StepProps, 'outcome' | 'supporters'> & {
  readonly other: OtherVersion;
  readonly onDecide: (decision: Decision) => void;
}) {
  const now = valueAt(rest.outcome, other.path);
  const hasBoth = inWords.test(other.path);
  return (
    <Card title={nameOf(other.path)}>
      <SideBySide>
        <Column gap="close">
          <Quiet>In the outcome now</Quiet>
          <Text>{words(now, rest) || 'Nothing'}</Text>
        </Column>
        <Column gap="close">
          <Quiet>{`Written by ${other.by}`}</Quiet>
          <Text>{words(other.value, rest)}</Text>
        </Column>
      </SideBySide>
      <Row>
        <Button onClick={() => onDecide('keep')}>Keep what is there</Button>
        <Button onClick={() => onDecide('take')}>Take the other</Button>
        {hasBoth ? <Button onClick={() => onDecide('both')}>Keep both</Button> : null}
      </Row>
    </Card>
  );
}
