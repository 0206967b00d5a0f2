import { review as reviewKind } from '../../../shared/records/review';
import { britishDay } from '../../../shared/time/british-date';
import type { Overview } from '../../outcome/outcome';
import { Badge } from '../../parts/badge';
import { Message } from '../../parts/message';
import { Facts } from '../../parts/text';
import { stageWords } from './cycle-words';

function said(facts: readonly { readonly name: string; readonly value: string | undefined }[]) {
  return facts.filter((fact): fact is { readonly name: string; readonly value: string } => Boolean(fact.value));
}

/** Who reviews whom, when, and how far it has come. */
export function ReviewFacts({ overview }: { readonly overview: Overview }) {
  const parsed = reviewKind.parse(overview.review.record);
  if (!parsed.ok)
    return <Message tone="warning">This review was kept by an older version and cannot be shown.</Message>;
  const {
    host,
    hostHead,
    lead,
    reviewers,
    visitOn,
    visitFrom,
    visitUntil,
    stage,
    focus,
    enquiryQuestion,
    improvementPlan,
  } = parsed.value;
  const others = reviewers.filter(({ id }) => id !== lead.id);
  const hostName = overview.academies.find(({ urn }) => urn === host)?.name ?? host;
  return (
    <>
      <Facts
        facts={said([
          { name: 'Host', value: hostName },
          { name: 'Head', value: hostHead.name },
          { name: 'Lead reviewer', value: lead.name },
          { name: 'Also reviewing', value: others.map(({ name }) => name).join(', ') },
          { name: 'Visit', value: `${britishDay(visitOn)}, ${visitFrom} to ${visitUntil}` },
          { name: 'Focus', value: focus },
          { name: 'Question', value: enquiryQuestion },
          { name: 'Our plan', value: improvementPlan },
        ])}
      />
      <div>
        <Badge tone="info">{stageWords(stage)}</Badge>
      </div>
    </>
  );
}
