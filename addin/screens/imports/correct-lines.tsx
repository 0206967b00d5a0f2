import { Card } from '../../parts/card';
import { Disclosure } from '../../parts/disclosure';
import { Column } from '../../parts/layout';
import { More } from '../../parts/more';
import { Points, Text } from '../../parts/text';
import { TextField } from '../../parts/text-field';
import type { ImportOutcome } from './import-files';
import { correctionsOf, type ImportState, type KeptCorrection, keyOfCell } from './import-state';

interface CellToCorrect {
  readonly line: number;
  readonly column: string;
  readonly text: string;
  readonly sentence: string;
}

/** Lines that were left out: those that another text in one cell would mend take it here, the file stays as it is. */
export function CorrectLines({
  refused,
  corrections,
  onCorrect,
}: {
  readonly refused: ImportOutcome['refused'];
  readonly corrections: ImportState['corrections'];
  readonly onCorrect: (correction: KeptCorrection) => void;
}) {
  const wrong = refused.flatMap(({ line, sentence, cell }) =>
    cell === undefined ? [] : [{ line, sentence, ...cell }],
  );
  const rest = refused.filter(({ cell }) => cell === undefined);
  const mended = correctionsOf(corrections)
    .filter(({ line, column }) => !wrong.some((one) => one.line === line && one.column === column))
    .map(({ line, column, value }) => ({ line, column, text: value, sentence: '' }));
  return (
    <>
      <Cells summary="Left out: correct them here" cells={wrong} {...{ corrections, onCorrect }} open />
      {rest.length === 0 ? null : (
        <Disclosure summary={`Left out (${rest.length})`} open>
          <More of={rest} what="lines">
            {(some) => <Points points={some.map(({ line, sentence }) => `Line ${line}: ${sentence}`)} />}
          </More>
        </Disclosure>
      )}
      <Cells summary="Corrected here" cells={mended} {...{ corrections, onCorrect }} open={false} />
    </>
  );
}

function Cells({
  summary,
  cells,
  corrections,
  onCorrect,
  open,
}: {
  readonly summary: string;
  readonly cells: readonly CellToCorrect[];
  readonly corrections: ImportState['corrections'];
  readonly onCorrect: (correction: KeptCorrection) => void;
  readonly open: boolean;
}) {
  if (cells.length === 0) return null;
  return (
    <Disclosure summary={`${summary} (${cells.length})`} open={open}>
      <More of={cells} what="lines" atOnce={20}>
        {(some) => (
          <Column>
            {some.map(({ line, column, text, sentence }) => {
              const key = keyOfCell(line, column);
              return (
                <Card key={key}>
                  {sentence === '' ? null : <Text>{`Line ${line}: ${sentence}`}</Text>}
                  <TextField
                    label={`${column}, line ${line}`}
                    value={corrections.find((one) => one.key === key)?.value ?? text}
                    onChange={(value) => onCorrect({ key, value })}
                  />
                </Card>
              );
            })}
          </Column>
        )}
      </More>
    </Disclosure>
  );
}
