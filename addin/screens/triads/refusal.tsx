import type { Problem } from '../../../shared/result';
import type { TriadProblem } from '../../../shared/triads/problem';
import { byUrn } from '../../../shared/triads/weigh';
import { Message } from '../../parts/message';
import { Points } from '../../parts/text';

/** Why there is no plan: the wishes that stand against each other, with names for URNs. */
export function Refusal({ problem, wishes }: { readonly problem: Problem; readonly wishes: TriadProblem }) {
  const names = byUrn(wishes);
  const named = (sentence: string): string => sentence.replace(/\b\d{6}\b/g, (urn) => names.get(urn)?.name ?? urn);
  const because = (problem.fields ?? [])
    .map(({ sentence }) => named(sentence))
    .filter((one) => one !== problem.sentence);
  return (
    <Message tone="error">
      {named(problem.sentence)}
      {because.length === 0 ? null : <Points points={[...new Set(because)]} />}
    </Message>
  );
}
