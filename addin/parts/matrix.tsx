import type { ReactNode } from 'react';
import { colour, cssSet, focusRing } from './style';

/** From here on a table that scrolls within its own frame reads better than one block after the other. */
const wide = '@media (min-width: 480px)';
const paper = '@media print';

const edge = { position: 'sticky', background: colour.card, zIndex: 1 } as const;

const drawn = cssSet({
  narrow: {
    display: 'flex',
    flexDirection: 'column',
    gap: 12,
    minWidth: 0,
    selectors: { [wide]: { display: 'none' }, [paper]: { display: 'none' } },
  },
  frame: [
    {
      display: 'none',
      overflow: 'auto',
      maxHeight: '70vh',
      border: `1px solid ${colour.line}`,
      borderRadius: 8,
      selectors: { [wide]: { display: 'block' }, [paper]: { display: 'none' } },
    },
    focusRing,
  ],
  sheets: { display: 'none', selectors: { [paper]: { display: 'block' } } },
  /** Each of them on paper of its own, as it says of itself. */
  sheet: { selectors: { '& + &': { breakBefore: 'page' } } },
  /** On paper no line of an academy goes on over the page. */
  whole: { selectors: { [paper]: { breakInside: 'avoid' } } },
  table: {
    borderCollapse: 'separate',
    borderSpacing: 0,
    fontSize: 12,
    lineHeight: 16,
    color: colour.text,
    selectors: { [paper]: { fontSize: 8, lineHeight: 11, width: '100%', marginBottom: 16, color: 'black' } },
  },
  caption: { textAlign: 'left', padding: '8px', fontSize: 13, fontWeight: 600 },
  column: { ...edge, top: 0, padding: '6px 8px', textAlign: 'left', verticalAlign: 'bottom', minWidth: 96 },
  corner: { ...edge, top: 0, left: 0, zIndex: 2, padding: '6px 8px', textAlign: 'left', verticalAlign: 'bottom' },
  row: { ...edge, left: 0, padding: '6px 8px', textAlign: 'left', verticalAlign: 'top', minWidth: 110, maxWidth: 140 },
  cell: { padding: '6px 8px', verticalAlign: 'top', minWidth: 96 },
  line: {
    borderBottom: `1px solid ${colour.line}`,
    borderRight: `1px solid ${colour.line}`,
    selectors: { [paper]: { position: 'static', padding: '3px 4px', minWidth: 0, background: 'none' } },
  },
});

export interface MatrixColumn<R> {
  readonly key: string;
  readonly name: string;
  readonly cell: (row: R) => ReactNode;
}

interface MatrixProps<R> {
  readonly label: string;
  /** What the rows are. */
  readonly corner: string;
  readonly columns: readonly MatrixColumn<R>[];
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string;
  readonly nameOf: (row: R) => string;
}

function MatrixTable<R>({ label, corner, columns, rows, keyOf, nameOf }: MatrixProps<R>) {
  return (
    <table className={drawn.table}>
      <caption className={drawn.caption}>{label}</caption>
      <thead>
        <tr>
          <th scope="col" className={`${drawn.corner} ${drawn.line}`}>
            {corner}
          </th>
          {columns.map(({ key, name }) => (
            <th key={key} scope="col" className={`${drawn.column} ${drawn.line}`}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} className={drawn.whole}>
            <th scope="row" className={`${drawn.row} ${drawn.line}`}>
              {nameOf(row)}
            </th>
            {columns.map(({ key, cell }) => (
              <td key={key} className={`${drawn.cell} ${drawn.line}`}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** So many columns fit across a sheet of A4. */
const columnsOnASheet = 6;

/**
 * Everything against everything: a table with headers that stay in sight, in a frame that scrolls; sheets on paper; and
 * in a narrow pane what `narrow` draws, one piece at a time.
 */
export function Matrix<R>({ narrow, ...props }: MatrixProps<R> & { readonly narrow: ReactNode }) {
  const { columns } = props;
  const sheets = Array.from({ length: Math.ceil(columns.length / columnsOnASheet) }, (_, sheet) =>
    columns.slice(sheet * columnsOnASheet, (sheet + 1) * columnsOnASheet),
  );
  return (
    <>
      <div className={drawn.narrow}>{narrow}</div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe, scrollable-region-focusable) */}
      <section className={drawn.frame} aria-label={props.label} tabIndex={0}>
        <MatrixTable {...props} />
      </section>
      <div className={drawn.sheets}>
        {sheets.map((some, sheet) => (
          <div key={some[0]?.key ?? ''} className={drawn.sheet}>
            <MatrixTable
              {...props}
              label={sheets.length === 1 ? props.label : `${props.label}, sheet ${sheet + 1} of ${sheets.length}`}
              columns={some}
            />
          </div>
        ))}
      </div>
    </>
  );
}
