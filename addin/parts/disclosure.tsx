import type { ReactNode } from 'react';
import { colour, cssSet, focusRing } from './style';

const drawn = cssSet({
  whole: { fontSize: 14, lineHeight: 20, color: colour.text, minWidth: 0 },
  summary: [
    {
      cursor: 'pointer',
      padding: '6px 2px',
      fontWeight: 600,
      color: colour.accent,
      borderRadius: 4,
      overflowWrap: 'anywhere',
    },
    focusRing,
  ],
  inside: { padding: '4px 0 4px 16px', display: 'flex', flexDirection: 'column', gap: 8 },
});

/** More for those who want it; closed at first. */
export function Disclosure({
  summary,
  open = false,
  children,
}: {
  readonly summary: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <details className={drawn.whole} open={open}>
      <summary className={drawn.summary}>{summary}</summary>
      <div className={drawn.inside}>{children}</div>
    </details>
  );
}
