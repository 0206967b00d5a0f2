import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icons';
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
  line: { borderTop: `1px solid ${colour.line}`, selectors: { ':first-child': { borderTop: 'none' } } },
  button: [
    {
      width: '100%',
      display: 'flex',
      alignItems: 'center',
      gap: 10,
      padding: '10px 12px',
      minHeight: 44,
      border: 'none',
      background: colour.page,
      color: colour.text,
      font: 'inherit',
      textAlign: 'left',
      cursor: 'pointer',
      selectors: { ':hover': { background: colour.hover }, ':active': { background: colour.pressed } },
    },
    { selectors: { ':focus-visible': { ...focusRing.selectors[':focus-visible'], outlineOffset: '-2px' } } },
  ],
  still: {
    display: 'flex',
    alignItems: 'center',
    gap: 10,
    padding: '10px 12px',
    minHeight: 44,
    background: colour.page,
  },
  icon: { display: 'inline-flex', color: colour.accent },
  words: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: 2 },
  title: { fontSize: 14, lineHeight: 20, fontWeight: 600, overflowWrap: 'anywhere' },
  detail: { fontSize: 12, lineHeight: 16, color: colour.quiet, overflowWrap: 'anywhere' },
  end: { display: 'inline-flex', color: colour.quiet, fontSize: 12 },
});

export interface ListLine {
  readonly key: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly icon?: IconName;
  /** A state or a number at the end of the line. */
  readonly end?: ReactNode;
  readonly onOpen?: () => void;
}

function Words({ title, detail }: ListLine) {
  return (
    <span className={drawn.words}>
      <span className={drawn.title}>{title}</span>
      {detail === undefined ? null : <span className={drawn.detail}>{detail}</span>}
    </span>
  );
}

function Line({ line }: { readonly line: ListLine }) {
  const icon =
    line.icon === undefined ? null : (
      <span className={drawn.icon}>
        <Icon name={line.icon} />
      </span>
    );
  if (line.onOpen === undefined) {
    return (
      <div className={drawn.still}>
        {icon}
        <Words {...line} />
        {line.end === undefined ? null : <span className={drawn.end}>{line.end}</span>}
      </div>
    );
  }
  return (
    <button type="button" className={drawn.button} onClick={line.onOpen}>
      {icon}
      <Words {...line} />
      <span className={drawn.end}>{line.end ?? <Icon name="forward" />}</span>
    </button>
  );
}

/** Lines to read or to open. */
export function List({ label, lines }: { readonly label: string; readonly lines: readonly ListLine[] }) {
  return (
    <ul className={drawn.list} aria-label={label}>
      {lines.map((line) => (
        <li key={line.key} className={drawn.line}>
          <Line line={line} />
        </li>
      ))}
    </ul>
  );
}
