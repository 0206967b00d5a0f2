import { memo, useState } from 'react';
import { britishDate } from '../../../shared/time/british-date';
import { Badge } from '../../parts/badge';
import { QuietButton } from '../../parts/button';
import { Disclosure } from '../../parts/disclosure';
import { Column, Row } from '../../parts/layout';
import { More } from '../../parts/more';
import { Table, type TableColumn } from '../../parts/table';
import { Tabs } from '../../parts/tabs';
import { Points, Quiet } from '../../parts/text';
import { counted } from '../counted';
import { byMonth, byNetwork, type PlanRow, type RowGroup } from './plan-rows';

export interface RowActs {
  readonly locked: ReadonlySet<string>;
  readonly onLock: (id: string, locked: boolean) => void;
  readonly onMove: (id: string) => void;
}

export function nameOfRow({ network, number }: Pick<PlanRow, 'network' | 'number'>): string {
  return `${network}, meeting ${number}`;
}

export function whenOf({ weekday, date, from, until }: Pick<PlanRow, 'weekday' | 'date' | 'from' | 'until'>): string {
  return `${weekday} ${britishDate(date)}, ${from} to ${until}`;
}

function wasInWords({ was = '', because }: PlanRow): string {
  return because === undefined ? `Was ${was}` : `Was ${was}. ${because}`;
}

function Represented({ row }: { readonly row: PlanRow }) {
  const words = `${row.represented} of ${row.of} academies`;
  return (
    <div>
      <Badge tone={row.missing.length === 0 ? 'success' : 'warning'}>{words}</Badge>
      {row.missing.length === 0 ? null : (
        <Disclosure summary={`${row.missing.length} missing`}>
          <Points points={row.missing.map(({ academy, because }) => `${academy}: ${because}`)} />
        </Disclosure>
      )}
      {row.deputies.length === 0 ? null : (
        <Disclosure summary={counted(row.deputies.length, 'deputy', 'deputies')}>
          <Points points={row.deputies} />
        </Disclosure>
      )}
    </div>
  );
}

function columnsOf({ locked, onLock, onMove }: RowActs): readonly TableColumn<PlanRow>[] {
  return [
    { name: 'Meeting', cell: nameOfRow },
    {
      name: 'When',
      cell: (row) => (
        <div>
          {whenOf(row)}
          {row.was === undefined ? null : <Quiet>{wasInWords(row)}</Quiet>}
        </div>
      ),
    },
    { name: 'Where', cell: ({ where }) => where },
    { name: 'Represented', cell: (row) => <Represented row={row} /> },
    {
      name: 'Change',
      cell: (row) => (
        <Row>
          <QuietButton label={`Move ${nameOfRow(row)}`} onClick={() => onMove(row.id)}>
            Move…
          </QuietButton>
          <QuietButton
            label={`${locked.has(row.id) ? 'Unlock' : 'Lock'} ${nameOfRow(row)}`}
            onClick={() => onLock(row.id, !locked.has(row.id))}
          >
            {locked.has(row.id) ? 'Locked' : 'Lock'}
          </QuietButton>
        </Row>
      ),
    },
  ];
}

type View = 'month' | 'network';

/** All meetings of a plan, month by month or network by network. */
export const PlanLists = memo(function PlanLists({
  rows,
  acts,
}: {
  readonly rows: readonly PlanRow[];
  readonly acts: RowActs;
}) {
  const [view, setView] = useState<View>('month');
  const groups = view === 'month' ? byMonth(rows) : byNetwork(rows);
  return (
    <Tabs
      label="Planned meetings"
      tabs={[
        { key: 'month', text: 'By month' },
        { key: 'network', text: 'By network' },
      ]}
      open={view}
      onOpen={setView}
    >
      <Column gap="close">
        {groups.map((group, index) => (
          <Group key={group.key} group={group} open={index === 0} acts={acts} />
        ))}
      </Column>
    </Tabs>
  );
});

function Group({ group, open, acts }: { readonly group: RowGroup; readonly open: boolean; readonly acts: RowActs }) {
  const { name, rows, represented, of } = group;
  const missing = of - represented;
  const state = missing === 0 ? 'all represented' : `${missing} of ${of} places missing`;
  return (
    <Disclosure summary={`${name}: ${counted(rows.length, 'meeting', 'meetings')}, ${state}`} open={open}>
      <More of={rows} atOnce={30} what="meetings">
        {(some) => <Table label={name} columns={columnsOf(acts)} rows={some} keyOf={({ id }) => id} />}
      </More>
    </Disclosure>
  );
}
