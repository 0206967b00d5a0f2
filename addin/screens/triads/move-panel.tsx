import type { TriadProblem, TriadRound } from '../../../shared/triads/problem';
import { byUrn } from '../../../shared/triads/weigh';
import { Arrival } from '../../parts/arrival';
import { Button, QuietButton } from '../../parts/button';
import { Card } from '../../parts/card';
import { Choice } from '../../parts/choice';
import { Column, Row } from '../../parts/layout';
import { Message } from '../../parts/message';
import { Quiet, Text } from '../../parts/text';
import { type Lock, type Move, movesTo, type Wanted } from './moves';
import { moreOrLess, nameOfTriad, repeatsChange } from './triad-words';

interface MovePanelProps {
  readonly problem: TriadProblem;
  readonly rounds: readonly TriadRound[];
  readonly locked: readonly Lock[];
  readonly round: number;
  readonly academy: string;
  readonly to: number | undefined;
  readonly onWant: (wanted: Partial<Wanted> | undefined) => void;
  readonly onMove: (move: Move) => void;
}

/** "Move to…": where an academy could go, what each way costs and which rule it touches. */
export function MovePanel({ problem, rounds, locked, round, academy, to, onWant, onMove }: MovePanelProps) {
  const names = byUrn(problem);
  const nameOf = (urn: string): string => names.get(urn)?.name ?? urn;
  const triads = rounds.find((one) => one.round === round)?.triads ?? [];
  const others = triads.flatMap((triad, at) => (triad.includes(academy) ? [] : [{ triad, at }]));
  const moves = to === undefined ? [] : movesTo(problem, rounds, { round, academy, to }, locked);
  return (
    <Arrival key={academy} label={`Move ${nameOf(academy)}`}>
      <Card
        title={nameOf(academy)}
        accent
        beside={
          <QuietButton icon="close" label="Close without moving" onClick={() => onWant(undefined)}>
            Close
          </QuietButton>
        }
      >
        <Choice
          label="Move to…"
          placeholder="Choose a triad…"
          value={to === undefined ? '' : String(to)}
          options={others.map(({ triad, at }) => ({
            key: String(at),
            text: `${nameOfTriad(at, triad.length)}: ${triad.map(nameOf).join(', ')}`,
          }))}
          onChange={(place) => onWant({ round, academy, ...(place === '' ? {} : { to: Number(place) }) })}
        />
        <Column>
          {moves.map((move) => (
            <OneMove key={move.id} move={move} nameOf={nameOf} onMove={onMove} />
          ))}
        </Column>
      </Card>
    </Arrival>
  );
}

function OneMove({
  move,
  nameOf,
  onMove,
}: {
  readonly move: Move;
  readonly nameOf: (urn: string) => string;
  readonly onMove: (move: Move) => void;
}) {
  const words = move.swappedWith === undefined ? 'Move, nobody comes back' : `Swap with ${nameOf(move.swappedWith)}`;
  if (move.forbidden) return <Message tone="warning">{`${words} cannot be. ${move.touches.join(' ')}`}</Message>;
  return (
    <Column gap="close">
      <Text>{`${moreOrLess(move.kilometres)}; ${repeatsChange(move.repeatedPairs)}.`}</Text>
      <Quiet>{move.touches.length === 0 ? 'No wish is worse off.' : `Touches ${move.touches.join('; ')}.`}</Quiet>
      <Row>
        <Button onClick={() => onMove(move)}>{words}</Button>
      </Row>
    </Column>
  );
}
