import { Button } from '../../parts/button';
import { Card } from '../../parts/card';
import { Disclosure } from '../../parts/disclosure';
import { Column, Row } from '../../parts/layout';
import { More } from '../../parts/more';
import { Points, Quiet, Text } from '../../parts/text';
import { counted } from '../counted';
import { nameOfRow, whenOf } from './plan-lists';
import type { PlanRow } from './plan-rows';

/** What does not go well comes first: who cannot be there, why, and what would help. */
export function Exceptions({
  rows,
  changes,
  leftInOutlook,
  overworked,
  suggestions,
  onMove,
}: {
  readonly rows: readonly PlanRow[];
  /** Meetings of the earlier plan at another time or place, where as much as can be shall stay. */
  readonly changes: readonly PlanRow[];
  /** Published meetings for which no date was found. */
  readonly leftInOutlook: readonly string[];
  /** Who is asked for more directed time than there is. */
  readonly overworked: readonly string[];
  readonly suggestions: readonly string[];
  readonly onMove: (id: string) => void;
}) {
  const incomplete = rows
    .filter(({ missing }) => missing.length > 0)
    .sort((one, other) => other.missing.length - one.missing.length);
  if (changes.length + incomplete.length + leftInOutlook.length + overworked.length + suggestions.length === 0)
    return null;
  const places = incomplete.reduce((sum, { missing }) => sum + missing.length, 0);
  return (
    <Column gap="close">
      <Sentences
        summary={`What changes: ${counted(changes.length, 'meeting', 'meetings')}`}
        sentences={changes.map((row) => `${nameOfRow(row)}: ${whenOf(row)}, ${row.where}; was ${row.was ?? ''}`)}
        todo="All others stay as they are."
      />
      <Sentences
        summary={`In Outlook without a new date: ${counted(leftInOutlook.length, 'meeting', 'meetings')}`}
        sentences={leftInOutlook}
        todo="They stay in Outlook as they are until you move or cancel them under Network meetings."
      />
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
      <Sentences
        summary={`Above directed time: ${counted(overworked.length, 'person', 'people')}`}
        sentences={overworked}
        todo="Move one of their meetings towards the school day, lock what is good and plan the rest again, or name a deputy."
      />
      {suggestions.length === 0 ? null : (
        <Disclosure summary="What would help" open>
          <Points points={suggestions} />
        </Disclosure>
      )}
    </Column>
  );
}

/** A counted list with what to do about it; nothing where all is well. */
function Sentences({
  summary,
  sentences,
  todo,
}: {
  readonly summary: string;
  readonly sentences: readonly string[];
  readonly todo: string;
}) {
  if (sentences.length === 0) return null;
  return (
    <Disclosure summary={summary} open>
      <Text>{todo}</Text>
      <More of={sentences} atOnce={10} what="lines">
        {(some) => <Points points={some} />}
      </More>
    </Disclosure>
  );
}

function Exception({ row, onMove }: { readonly row: PlanRow; readonly onMove: (id: string) => void }) {
  return (
    <Card title={nameOfRow(row)}>
      <Text>{whenOf(row)}</Text>
      <Points points={row.missing.map(({ academy, because }) => `${academy}: ${because}`)} />
      {row.next === undefined ? null : <Quiet>{`Next best: ${row.next}`}</Quiet>}
      <Row>
        <Button label={`Other dates for ${nameOfRow(row)}`} onClick={() => onMove(row.id)}>
          Other dates…
        </Button>
      </Row>
    </Card>
  );
}
