import {
  cellsOfAcademy,
  type MatrixCell,
  type MatrixMeeting,
  type NetworkMatrix,
  type Total,
  totalOf,
  wordsOfCell,
} from '../../../shared/meetings/matrix';
import { britishDate } from '../../../shared/time/british-date';

export type MatrixNetwork = NetworkMatrix['networks'][number];

/** The year is said above. */
function shortDate(date: string): string {
  return britishDate(date).replace(/ \d{4}$/, '');
}

interface MatrixLine {
  readonly key: string;
  readonly words: string;
  /** Nobody was there: it stands out by weight, the words say it. */
  readonly strong: boolean;
}

/** What one academy's meetings of a network were, in the order of the year; one line where it was never asked to come. */
export function linesOf({ meetings }: MatrixNetwork, academy: string): readonly MatrixLine[] {
  const asked = meetings.some(({ cells }) =>
    cells.some((cell) => cell.academy === academy && cell.state !== 'nobody invited'),
  );
  if (!asked) return [{ key: 'never', words: 'nobody invited', strong: false }];
  return meetings.flatMap(({ key, date, cells }: MatrixMeeting) =>
    cells
      .filter((cell) => cell.academy === academy)
      .map((cell) => ({
        key,
        words: `${shortDate(date)}: ${wordsOfCell(cell)}`,
        strong: cell.state === 'not represented',
      })),
  );
}

/**
 * @example totalInWords({ represented: 2, held: 3 }) // '2 of 3'
 */
export function totalInWords({ represented, held }: Total): string {
  return held === 0 ? 'none held yet' : `${represented} of ${held}`;
}

export function totalOfAcademy({ networks }: Pick<NetworkMatrix, 'networks'>, academy: string): string {
  return totalInWords(totalOf(cellsOfAcademy(networks, academy)));
}

export function totalOfNetwork({ meetings }: MatrixNetwork): string {
  return totalInWords(totalOf(meetings.flatMap(({ cells }) => cells as readonly MatrixCell[])));
}
