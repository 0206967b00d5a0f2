import { parse } from 'papaparse';
import { decode } from '../../shared/imports/decode';
import type { Row, Table } from '../../shared/imports/table';
import { ok, type Result, refuse } from '../../shared/result';

/** The whole register of England's schools has fewer. */
const mostRows = 60_000;

/** CSV as GIAS, Excel or a management information system writes it: bytes → header and rows with their lines. */
export function readCsv(bytes: Uint8Array): Result<Table> {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const rows: Row[] = [];
  let line = 1;
  let broken: number | undefined;
  parse<string[]>(decoded.value.text.replace(/^\ufeff/, ''), {
    delimitersToGuess: [',', ';', '\t'],
    step: ({ data, errors }, parser) => {
      if (rows.length > mostRows) return parser.abort();
      if (errors.some(({ type }) => type === 'Quotes')) broken ??= line;
      if (data.some((cell) => cell.trim() !== '')) rows.push({ line, cells: data });
      line += 1 + data.reduce((sum, cell) => sum + linesIn(cell), 0);
    },
  });
  if (rows.length > mostRows) return refuse('too-large', `The file has more than ${mostRows} lines. Split it.`);
  if (broken !== undefined)
    return refuse('invalid', `Line ${broken} has a quotation mark that is not closed. Export the file again.`);
  const [header, ...rest] = rows;
  if (header === undefined) return refuse('invalid', 'The file is empty. Export it again.');
  if (rest.length === 0) return refuse('invalid', 'The file has a header but no lines under it. Export it again.');
  return ok({ header: header.cells, rows: rest });
}

/** Line ends inside a cell in quotation marks. */
function linesIn(cell: string): number {
  return cell.includes('\n') || cell.includes('\r') ? cell.split(/\r\n|\n|\r/).length - 1 : 0;
}
