import type { ReactNode } from 'react';
import { colour, cssSet } from './style';

const drawn = cssSet({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: 10,
    padding: 14,
    borderRadius: 8,
    border: `1px solid ${colour.line}`,
    background: colour.card,
    minWidth: 0,
  },
  accent: { background: colour.accentSoft, borderColor: colour.accent },
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    gap: 8,
    // The words of a quiet button stand beside the title and end where the fields end.
    selectors: { '> button': { margin: '-6px -10px -6px 0' } },
  },
  title: { margin: 0, fontSize: 14, lineHeight: 20, fontWeight: 600, color: colour.text, overflowWrap: 'anywhere' },
});

/** Things that belong together, under a heading. */
export function Card({
  title,
  beside,
  accent = false,
  children,
}: {
  readonly title?: string;
  readonly beside?: ReactNode;
  readonly accent?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <section className={accent ? `${drawn.card} ${drawn.accent}` : drawn.card} aria-label={title}>
      {title === undefined ? null : (
        <div className={drawn.head}>
          <h2 className={drawn.title}>{title}</h2>
          {beside}
        </div>
      )}
      {children}
    </section>
  );
}
