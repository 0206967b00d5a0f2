import type { BoardSummary } from '../../../shared/reviews/board-summary';
import { Column } from '../../parts/layout';
import { Heading, Points, Text } from '../../parts/text';

/** Exactly what the board reads, for the board and for the head who is asked. */
export function BoardSummaryText({ summary }: { readonly summary: BoardSummary }) {
  const { focus, strengths, considerations, goodPractice, impact } = summary;
  return (
    <Column>
      <Part title="Focus" points={[focus]} />
      <Part title="Strengths" points={strengths} />
      <Part title="Areas to consider" points={considerations} />
      <Part title="Good practice to offer" points={goodPractice === undefined ? [] : [goodPractice]} />
      <Part title="What has changed for our pupils" points={impact === undefined ? [] : [impact]} />
    </Column>
  );
}

function Part({ title, points }: { readonly title: string; readonly points: readonly string[] }) {
  const [only] = points;
  if (only === undefined) return null;
  return (
    <Column gap="close">
      <Heading level={3}>{title}</Heading>
      {points.length === 1 ? <Text>{only}</Text> : <Points points={points} />}
    </Column>
  );
}
