import { useMemo } from 'react';
import type { MeetingPlan } from '../../../shared/meetings/plan-schema';
import type { MeetingProblem } from '../../../shared/meetings/problem';
import { britishDate } from '../../../shared/time/british-date';
import { Badge } from '../../parts/badge';
import { Disclosure } from '../../parts/disclosure';
import { EmptyState } from '../../parts/empty-state';
import { Column } from '../../parts/layout';
import { Message } from '../../parts/message';
import { More } from '../../parts/more';
import { Table, type TableColumn } from '../../parts/table';
import { Points, Text } from '../../parts/text';
import { counted } from '../counted';
import { measureOf, notPlaced, type PlanRow, planRows } from './plan-rows';

const columns: readonly TableColumn<PlanRow>[] = [
  { name: 'Network', cell: ({ network, number }) => `${network}, meeting ${number}` },
  { name: 'When', cell: ({ weekday, date, from, until }) => `${weekday} ${britishDate(date)}, ${from} to ${until}` },
  { name: 'Where', cell: ({ where }) => where },
  { name: 'Represented', cell: (row) => <Represented row={row} /> },
];

function Represented({ row }: { readonly row: PlanRow }) {
  const words = `${row.represented} of ${row.of} academies`;
  if (row.missing.length === 0) return <Badge tone="success">{words}</Badge>;
  return (
    <div>
      <Badge tone="warning">{words}</Badge>
      <Disclosure summary={`${row.missing.length} missing`}>
        <Points points={row.missing.map(({ academy, because }) => `${academy}: ${because}`)} />
      </Disclosure>
    </div>
  );
}

/** A plan to look at: how well it does, each meeting, and why it is as it is. */
export function PlanView({
  plan,
  problem,
  withoutMailbox,
}: {
  readonly plan: MeetingPlan;
  readonly problem: MeetingProblem;
  readonly withoutMailbox: readonly string[];
}) {
  const rows = useMemo(() => planRows(plan, problem), [plan, problem]);
  const left = notPlaced(plan, problem);
  return (
    <Column>
      <Message tone={plan.represented === plan.places ? 'success' : 'info'}>{measureOf(plan)}</Message>
      {left.length === 0 ? null : (
        <Message tone="warning">
          {`No date was found for every meeting: ${left.map(({ network, wanted, planned }) => `${network} ${planned} of ${wanted}`).join(', ')}. The explanation below says what stood in the way.`}
        </Message>
      )}
      {withoutMailbox.length === 0 ? null : (
        <Message tone="warning">
          {`Planned as if free, since ${counted(withoutMailbox.length, 'calendar', 'calendars')} could not be read: ${withoutMailbox.join(', ')}.`}
        </Message>
      )}
      {rows.length === 0 ? (
        <EmptyState icon="calendar" title="No meeting could be placed">
          Widen the preferred windows of the networks, or choose a longer half-term.
        </EmptyState>
      ) : (
        <More of={rows} atOnce={60} what="meetings">
          {(some) => <Table label="Planned meetings" columns={columns} rows={some} keyOf={({ id }) => id} />}
        </More>
      )}
      {plan.explanation.length === 0 ? null : (
        <Disclosure summary="Why this plan">
          {plan.explanation.map((sentence) => (
            <Text key={sentence}>{sentence}</Text>
          ))}
        </Disclosure>
      )}
    </Column>
  );
}
