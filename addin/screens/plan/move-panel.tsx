import type { MeetingProblem } from '../../../shared/meetings/problem';
import { changesInWords } from '../../../shared/meetings/slot-in-words';
import { weekdayOf } from '../../../shared/time/calendar-date';
import { Arrival } from '../../parts/arrival';
import { Button, QuietButton } from '../../parts/button';
import { Card } from '../../parts/card';
import { Column, Row } from '../../parts/layout';
import { Message } from '../../parts/message';
import { Spinner } from '../../parts/spinner';
import { Heading, Points, Quiet, Text } from '../../parts/text';
import { AnyDate } from './any-date';
import { nameOfRow, whenOf } from './plan-lists';
import type { Moves } from './plan-orders';
import type { PlanRow } from './plan-rows';
import type { Moving } from './plan-state';

type Move = Moves[number];

interface MovePanelProps {
  readonly row: PlanRow;
  readonly problem: MeetingProblem;
  readonly moving: Moving;
  /** Academies that are there now, by URN. */
  readonly now: readonly string[];
  readonly onTry: (when: Pick<Move, 'date' | 'from' | 'until'>) => void;
  readonly onMove: (to: Move) => void;
  readonly onClose: () => void;
}

/** Another date for one meeting: the best ones with their price, or any date with the rules that it touches. */
export function MovePanel({ row, problem, moving, now, onTry, onMove, onClose }: MovePanelProps) {
  const names = new Map(problem.academies.map(({ urn, name }) => [urn, name]));
  const nameOf = (urn: string): string => names.get(urn) ?? urn;
  const title = `Move ${nameOfRow(row)}`;
  return (
    <Arrival key={row.id} label="Another date">
      <Card
        title={title}
        accent
        beside={
          <QuietButton icon="close" label="Close without moving" onClick={onClose}>
            Close
          </QuietButton>
        }
      >
        <Text>{`Now ${whenOf(row)}: ${row.represented} of ${row.of} academies.`}</Text>
        <Heading level={3}>Best other dates</Heading>
        <Best moving={moving} now={now} nameOf={nameOf} onMove={onMove} />
        <Heading level={3}>Any other date</Heading>
        <AnyDate row={row} problem={problem} onTry={onTry}>
          {({ date, from }) =>
            moving.typed?.date === date && moving.typed.from === from ? (
              <OneMove move={moving.typed} now={now} nameOf={nameOf} onMove={onMove} />
            ) : null
          }
        </AnyDate>
      </Card>
    </Arrival>
  );
}

interface MoveProps {
  readonly now: readonly string[];
  readonly nameOf: (urn: string) => string;
  readonly onMove: (to: Move) => void;
}

function Best({ moving: { moves }, ...props }: MoveProps & { readonly moving: Moving }) {
  if (moves === undefined) return <Spinner words="Looking for other dates…" />;
  if (moves.length === 0) return <Quiet>No other date keeps to all rules.</Quiet>;
  return (
    <Column>
      {moves.map((move) => (
        <OneMove key={`${move.date} ${move.from}`} move={move} {...props} />
      ))}
    </Column>
  );
}

/** One other date: what it costs, whom it loses, which rules it touches. */
function OneMove({ move, now, nameOf, onMove }: MoveProps & { readonly move: Move }) {
  const when = whenOf({ ...move, weekday: weekdayOf(move.date) });
  const lost = move.absent.filter(({ academy }) => now.includes(academy));
  const gained = move.present.filter((urn) => !now.includes(urn));
  const words = move.touches.length === 0 ? 'Move here' : 'Move here all the same';
  return (
    <Column gap="close">
      <Text>{`${when}: ${priceOf(move.present.length - now.length)}.`}</Text>
      {gained.length === 0 ? null : <Quiet>{`Comes as well: ${gained.map(nameOf).join(', ')}.`}</Quiet>}
      {lost.length === 0 ? null : (
        <Points points={lost.map(({ academy, because }) => `Lost: ${nameOf(academy)}. ${because}`)} />
      )}
      {move.changes === undefined || move.changes.length === 0 ? null : (
        <Quiet>{`Price: ${changesInWords(move.changes)}.`}</Quiet>
      )}
      {move.touches.length === 0 ? null : <Message tone="warning">{move.touches.join(' ')}</Message>}
      <Row>
        <Button label={`${words}: ${when}`} onClick={() => onMove(move)}>
          {words}
        </Button>
      </Row>
    </Column>
  );
}

/**
 * @example priceOf(-2) // '2 academies fewer'
 */
export function priceOf(more: number): string {
  if (more === 0) return 'as many academies';
  const many = Math.abs(more);
  return `${many} ${many === 1 ? 'academy' : 'academies'} ${more > 0 ? 'more' : 'fewer'}`;
}
