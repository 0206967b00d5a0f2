import type { ReactNode } from 'react';
import type { Stored } from '../../../shared/record';
import { type Finding, finding as findingKind } from '../../../shared/records/finding';
import { britishDate, inLondon } from '../../../shared/time/british-date';
import { Card } from '../../parts/card';
import { Column } from '../../parts/layout';
import { Message } from '../../parts/message';
import { Heading, Points, Quiet, Text } from '../../parts/text';
import { capital } from '../capital';

/** Findings as they were written. */
export function FindingView({ stored }: { readonly stored: Stored }) {
  const parsed = findingKind.parse(stored.record);
  if (!parsed.ok)
    return <Message tone="warning">These findings were kept by an older version and cannot be shown.</Message>;
  return <FindingText finding={parsed.value} />;
}

/** What was written, also while it is still being checked. */
export function FindingText({
  finding,
}: {
  readonly finding: Pick<
    Finding,
    | 'focus'
    | 'activities'
    | 'strengths'
    | 'considerations'
    | 'goodPractice'
    | 'safeguardingRaised'
    | 'safeguardingToldAt'
  > & { readonly impact?: string | undefined };
}) {
  return (
    <>
      <Part title="Focus">
        <Text>{finding.focus}</Text>
      </Part>
      <Part title="Evidence">
        {finding.activities.length === 0 ? <Quiet>None written.</Quiet> : null}
        {finding.activities.map((activity) => (
          <Column gap="close" key={`${activity.what} ${activity.observation}`}>
            <Quiet>{`${capital(activity.what)} · ${activity.withColleague}`}</Quiet>
            <Text>{activity.observation}</Text>
          </Column>
        ))}
      </Part>
      <Part title="Strengths">
        {finding.strengths.length === 0 ? <Quiet>None written.</Quiet> : <Points points={finding.strengths} />}
      </Part>
      <Part title="Areas to consider">
        {finding.considerations.length === 0 ? (
          <Quiet>None written.</Quiet>
        ) : (
          <Points points={finding.considerations} />
        )}
      </Part>
      {finding.goodPractice === undefined ? null : (
        <Part title="Good practice to offer">
          <Text>{finding.goodPractice}</Text>
        </Part>
      )}
      {finding.impact === undefined ? null : (
        <Part title="What has changed for our pupils">
          <Text>{finding.impact}</Text>
        </Part>
      )}
      <Part title="Safeguarding">
        <Text>{safeguardingWords(finding)}</Text>
      </Part>
    </>
  );
}

function safeguardingWords({
  safeguardingRaised,
  safeguardingToldAt,
}: Pick<Finding, 'safeguardingRaised' | 'safeguardingToldAt'>): string {
  if (!safeguardingRaised) return 'No concern was raised.';
  if (safeguardingToldAt === undefined) return 'A concern was raised.';
  const { date, time } = inLondon(safeguardingToldAt);
  return `A concern was raised and told on ${britishDate(date)} at ${time}.`;
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Card>
      <Heading level={3}>{title}</Heading>
      {children}
    </Card>
  );
}
