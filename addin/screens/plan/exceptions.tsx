import { Button } from '../../parts/button';
import { Card } from '../../parts/card';
import { Disclosure } from '../../parts/disclosure';
import { Column, Row } from '../../parts/layout';
import { More } from '../../parts/more';
import { Points, Text } from '../../parts/text';
import { counted } from '../counted';
import { nameOfRow, whenOf } from './plan-lists';
import type { PlanRow } from './plan-rows';

/** What does not go well comes first: who cannot be there, why, and what would help. */
export function Exceptions({
  rows,
  suggestions,
  onMove,
}: {
  readonly rows: readonly PlanRow[];
  readonly suggestions: readonly string[];
  readonly onMove: (id: string) => void;
}) {
  const incomplete = rows
    .filter(({ missing }) => missing.length > 0)
    .sort((one, other) => other.missing.length - one.missing.length);
  if (incomplete.length === 0 && suggestions.length === 0) return null;
  const places = incomplete.reduce((sum, { missing }) => sum + missing.length, 0);
  return (
    <Column gap="close">
      {incomplete.length === 0 ? null : (
        <Disclosure
          summary={`Who cannot be there: ${counted(places, 'place', 'places')} at ${counted(incomplete.length, 'meeting', 'meetings')}`}
          open
        >
          <More of={incomplete} atOnce={5} what="meetings with somebody missing">
            {(some) => (
              <Column>
                {some.map((row) => (
                  <Exception key={row.id} row={row} onMove={onMove} />
                ))}
              </Column>
            )}
          </More>
        </Disclosure>
      )}
      {suggestions.length === 0 ? null : (
        <Disclosure summary="What would help" open>
          <Points points={suggestions} />
        </Disclosure>
      )}
    </Column>
  );
}

function Exception({ row, onMove }: { readonly row: PlanRow; readonly onMove: (id: string) => void }) {
  return (
    <Card title={nameOfRow(row)}>
      <Text>{whenOf(row)}</Text>
      <Points points={row.missing.map(({ academy, because }) => `${academy}: ${because}`)} />
      <Row>
        <Button label={`Other dates for ${nameOfRow(row)}`} onClick={() => onMove(row.id)}>
          Other dates…
        </Button>
      </Row>
    </Card>
  );
}
