import { worstPairs } from '../../../shared/triads/plan-of';
import type { Weighed, WeighedRule } from '../../../shared/triads/weigh';
import { Badge } from '../../parts/badge';
import { Disclosure } from '../../parts/disclosure';
import { Column } from '../../parts/layout';
import { Message } from '../../parts/message';
import { Table, type TableColumn } from '../../parts/table';
import { Facts, Points, Text } from '../../parts/text';
import { kilometresInWords, nameOfRule, nearness, repeatsInWords } from './triad-words';
import type { Draft } from './triads-state';

const columns: readonly TableColumn<WeighedRule>[] = [
  { name: 'Wish', cell: ({ rule }) => nameOfRule(rule) },
  { name: 'Costs', cell: ({ cost }) => cost.toLocaleString('en-GB', { maximumFractionDigits: 1 }) },
  { name: 'Since', cell: ({ says }) => says },
];

/** How good the plan is, in a few numbers; and what each wish costs for those who want to know. */
export function PlanFacts({ draft, weighed }: { readonly draft: Draft; readonly weighed: Weighed }) {
  const { proved, words } = nearness(weighed.cost, draft.bound);
  const { explanation } = draft;
  const dearest = worstPairs(weighed.pairs);
  return (
    <Column>
      <Message tone={proved ? 'success' : 'info'}>
        {explanation === undefined ? 'A first plan, to begin with.' : words}
      </Message>
      <Facts
        facts={[
          { name: 'Ways', value: kilometresInWords(weighed.kilometres) },
          { name: 'Repeats', value: `${repeatsInWords(weighed.repeatedPairs)}, ${weighed.freshPairs} are fresh` },
          ...(draft.byHand ? [{ name: 'Changed', value: <Badge tone="info">By hand</Badge> }] : []),
        ]}
      />
      <Disclosure summary="What each wish costs, and why">
        <Table
          label="What each wish costs"
          columns={columns}
          rows={weighed.rules.filter(({ weight }) => weight > 0)}
          keyOf={({ rule }) => rule}
        />
        {dearest.length === 0 ? null : (
          <>
            <Text>The pairs that cost most:</Text>
            <Points points={dearest.map(({ says }) => says)} />
          </>
        )}
        {draft.byHand ? null : explanation?.says.map((sentence) => <Text key={sentence}>{sentence}</Text>)}
        {explanation?.from === 'construction' && !draft.byHand ? (
          <Text>The plan comes from a known system of rounds without a repeat, fitted to these academies.</Text>
        ) : null}
      </Disclosure>
    </Column>
  );
}
