import type { CurvePoint, WithoutRule } from '../../../shared/triads/plan-schema';
import { Button, QuietButton } from '../../parts/button';
import { Chart } from '../../parts/chart';
import { Disclosure } from '../../parts/disclosure';
import { Column, Row } from '../../parts/layout';
import { Spinner } from '../../parts/spinner';
import { Table, type TableColumn } from '../../parts/table';
import { Quiet } from '../../parts/text';
import { kilometresInWords, nameOfRule, repeatsInWords } from './triad-words';
import type { TriadsState } from './triads-state';

interface TradeOffsProps {
  readonly tradeOffs: TriadsState['tradeOffs'];
  readonly repeatsNow: number;
  readonly onShow: () => void;
  readonly onCancel: () => void;
  readonly onTake: (repeats: number) => void;
}

/** What is driven for fresh partners, and what each wish stands against: plans to choose from. */
export function TradeOffs({ tradeOffs, repeatsNow, onShow, onCancel, onTake }: TradeOffsProps) {
  return (
    <Disclosure summary="Kilometres against fresh pairs" open={tradeOffs.is !== 'not asked'}>
      <Quiet>What the ways come to if fresh partners count less or more. Each point is a plan of its own.</Quiet>
      {tradeOffs.is === 'not asked' ? (
        <Row>
          <Button onClick={onShow}>Draw the curve</Button>
        </Row>
      ) : null}
      {tradeOffs.is === 'running' ? (
        <Column>
          <Spinner words="Planning with other weights…" />
          <Row>
            <Button onClick={onCancel}>Cancel the curve</Button>
          </Row>
        </Column>
      ) : null}
      {tradeOffs.is === 'found' ? (
        <Column gap="wide">
          <Points points={tradeOffs.curve} repeatsNow={repeatsNow} onTake={onTake} />
          <Table
            label="The plan without each wish"
            columns={without}
            rows={tradeOffs.without}
            keyOf={({ rule }) => rule}
          />
        </Column>
      ) : null}
    </Disclosure>
  );
}

const without: readonly TableColumn<WithoutRule>[] = [
  { name: 'Without', cell: ({ rule }) => nameOfRule(rule) },
  { name: 'Ways', cell: ({ kilometres }) => kilometresInWords(kilometres) },
  { name: 'Repeats', cell: ({ repeatedPairs }) => repeatsInWords(repeatedPairs) },
];

function Points({
  points,
  repeatsNow,
  onTake,
}: {
  readonly points: readonly CurvePoint[];
  readonly repeatsNow: number;
  readonly onTake: (repeats: number) => void;
}) {
  return (
    <Column>
      <Chart
        label="Kilometres against fresh pairs. The table below says the same."
        x="fresh pairs"
        y="km"
        points={points.map(({ freshPairs, kilometres }) => ({ x: freshPairs, y: kilometres }))}
      />
      <Table
        label="Plans to choose from"
        columns={[
          {
            name: 'Fresh pairs',
            cell: ({ freshPairs, repeatedPairs }) => `${freshPairs} fresh, ${repeatedPairs} again`,
          },
          { name: 'Ways', cell: ({ kilometres }) => kilometresInWords(kilometres) },
          {
            name: 'Choose',
            cell: ({ repeats, freshPairs }) =>
              repeats === repeatsNow ? (
                'As it is now'
              ) : (
                <QuietButton label={`Plan so, with ${freshPairs} fresh pairs`} onClick={() => onTake(repeats)}>
                  Plan so
                </QuietButton>
              ),
          },
        ]}
        rows={points}
        keyOf={({ repeats }) => String(repeats)}
      />
    </Column>
  );
}
