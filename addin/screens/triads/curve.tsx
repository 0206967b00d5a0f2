import type { CurvePoint } from '../../../shared/triads/plan-schema';
import { Button, QuietButton } from '../../parts/button';
import { Chart } from '../../parts/chart';
import { Disclosure } from '../../parts/disclosure';
import { Column, Row } from '../../parts/layout';
import { Spinner } from '../../parts/spinner';
import { Table } from '../../parts/table';
import { Quiet } from '../../parts/text';
import { kilometresInWords } from './triad-words';
import type { TriadsState } from './triads-state';

interface CurveProps {
  readonly curve: TriadsState['curve'];
  readonly repeatsNow: number;
  readonly onDraw: () => void;
  readonly onCancel: () => void;
  readonly onTake: (repeats: number) => void;
}

/** What is driven for fresh partners: points to choose from. */
export function Curve({ curve, repeatsNow, onDraw, onCancel, onTake }: CurveProps) {
  return (
    <Disclosure summary="Kilometres against fresh pairs" open={curve.is !== 'not asked'}>
      <Quiet>What the ways come to if fresh partners count less or more. Each point is a plan of its own.</Quiet>
      {curve.is === 'not asked' ? (
        <Row>
          <Button onClick={onDraw}>Draw the curve</Button>
        </Row>
      ) : null}
      {curve.is === 'running' ? (
        <Column>
          <Spinner words="Planning with other weights…" />
          <Row>
            <Button onClick={onCancel}>Cancel the curve</Button>
          </Row>
        </Column>
      ) : null}
      {curve.is === 'found' ? <Points points={curve.points} repeatsNow={repeatsNow} onTake={onTake} /> : null}
    </Disclosure>
  );
}

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
