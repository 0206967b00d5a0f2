import type { ReactNode } from 'react';
import { colour, cssSet, focusRing } from './style';

const drawn = cssSet({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    borderRadius: 8,
    border: `1px solid ${colour.line}`,
    overflow: 'hidden',
  },
  line: {
    display: 'flex',
    alignItems: 'stretch',
    borderTop: `1px solid ${colour.line}`,
    selectors: { ':first-child': { borderTop: 'none' } },
  },
  tick: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    flex: '0 0 44px',
    cursor: 'pointer',
    selectors: {
      ':hover': { background: colour.hover },
      '& input': { width: 18, height: 18, margin: 0, accentColor: colour.accent, cursor: 'pointer' },
      '& input:focus-visible': { outline: `2px solid ${colour.accent}`, outlineOffset: '2px' },
    },
  },
  button: [
    {
      flex: 1,
      minWidth: 0,
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'flex-start',
      gap: 2,
      padding: '10px 12px 10px 0',
      border: 'none',
      background: 'none',
      color: colour.text,
      font: 'inherit',
      textAlign: 'left',
      cursor: 'pointer',
      selectors: { ':hover': { background: colour.hover } },
    },
    { selectors: { ':focus-visible': { ...focusRing.selectors[':focus-visible'], outlineOffset: '-2px' } } },
  ],
  // After the button's own style, which it adds to.
  alone: { paddingLeft: 12 },
  title: { fontSize: 14, lineHeight: 20, fontWeight: 600, overflowWrap: 'anywhere' },
  detail: { fontSize: 12, lineHeight: 16, color: colour.quiet, overflowWrap: 'anywhere' },
  end: { display: 'flex', flexWrap: 'wrap', gap: 6, paddingTop: 2 },
});

export interface SelectLine {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  /** A state, below the words: it fits in the narrowest pane. */
  readonly state?: ReactNode;
  /** False where there is nothing to choose it for. */
  readonly selectable: boolean;
}

interface SelectListProps {
  readonly label: string;
  readonly lines: readonly SelectLine[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (key: string, selected: boolean) => void;
  readonly onOpen: (key: string) => void;
}

/** Lines that can be opened, and ticked to do something with several at once. */
export function SelectList({ label, lines, selected, onSelect, onOpen }: SelectListProps) {
  return (
    <ul className={drawn.list} aria-label={label}>
      {lines.map((line) => (
        <li key={line.key} className={drawn.line}>
          {line.selectable ? (
            <label className={drawn.tick}>
              <input
                type="checkbox"
                aria-label={`Select ${line.title}, ${line.detail}`}
                checked={selected.has(line.key)}
                onChange={(event) => onSelect(line.key, event.target.checked)}
              />
            </label>
          ) : null}
          <button
            type="button"
            className={line.selectable ? drawn.button : `${drawn.button} ${drawn.alone}`}
            onClick={() => onOpen(line.key)}
          >
            <span className={drawn.title}>{line.title}</span>
            <span className={drawn.detail}>{line.detail}</span>
            {line.state === undefined ? null : <span className={drawn.end}>{line.state}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
