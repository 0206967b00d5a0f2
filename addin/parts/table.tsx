import type { ReactNode } from 'react';
import { colour, cssSet } from './style';

/** From here on a table reads better than one block for each row; with many columns words would be squeezed sooner. */
const drawn = drawnFrom('@media (min-width: 480px)');
const drawnMany = drawnFrom('@media (min-width: 640px)');
const fewColumns = 4;

function drawnFrom(wide: string) {
  return cssSet({
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: 14,
      lineHeight: 20,
      color: colour.text,
      display: 'block',
      selectors: { [wide]: { display: 'table', fontSize: 13 } },
    },
    body: { display: 'flex', flexDirection: 'column', gap: 8, selectors: { [wide]: { display: 'table-row-group' } } },
    head: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
      selectors: {
        [wide]: { position: 'static', display: 'table-header-group', width: 'auto', height: 'auto', clip: 'auto' },
      },
    },
    headCell: {
      textAlign: 'left',
      padding: '6px 8px',
      fontWeight: 600,
      fontSize: 12,
      color: colour.quiet,
      borderBottom: `1px solid ${colour.fieldLine}`,
      verticalAlign: 'bottom',
    },
    row: {
      display: 'block',
      padding: '10px 12px',
      border: `1px solid ${colour.line}`,
      borderRadius: 8,
      background: colour.page,
      selectors: { [wide]: { display: 'table-row', border: 'none', borderRadius: 0 } },
    },
    cell: {
      display: 'flex',
      gap: 8,
      padding: '1px 0',
      overflowWrap: 'anywhere',
      alignItems: 'baseline',
      fontWeight: 400,
      textAlign: 'left',
      selectors: {
        [wide]: {
          display: 'table-cell',
          padding: '8px',
          // "anywhere" would let columns grow narrower than a word.
          overflowWrap: 'break-word',
          borderBottom: `1px solid ${colour.line}`,
          verticalAlign: 'top',
        },
      },
    },
    first: { fontWeight: 600 },
  });
}

export interface TableColumn<R> {
  readonly name: string;
  readonly cell: (row: R) => ReactNode;
}

/** Rows with a few columns: one block for each row in a narrow pane, a compact table in a wider one. */
export function Table<R>({
  label,
  columns,
  rows,
  keyOf,
}: {
  readonly label: string;
  readonly columns: readonly TableColumn<R>[];
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string;
}) {
  const {
    table,
    head,
    headCell,
    body,
    row: line,
    cell: place,
    first,
  } = columns.length > fewColumns ? drawnMany : drawn;
  return (
    // The roles are said because `display` takes them away from a table.
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <table role="table" className={table} aria-label={label}>
      <thead role="rowgroup" className={head}>
        <tr role="row">
          {columns.map(({ name }) => (
            <th key={name} role="columnheader" scope="col" className={headCell}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className={body}>
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row" className={line}>
            {columns.map(({ name, cell }, index) =>
              index === 0 ? (
                <th key={name} role="rowheader" scope="row" className={`${place} ${first}`}>
                  {cell(row)}
                </th>
              ) : (
                <td key={name} role="cell" className={place}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}
