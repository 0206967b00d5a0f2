import type { ReactNode } from 'react';
import { cssSet } from './style';

const drawn = cssSet({
  screenOnly: {
    display: 'flex',
    flexDirection: 'column',
    gap: 12,
    minWidth: 0,
    selectors: { '@media print': { display: 'none' } },
  },
  paperOnly: { display: 'none', selectors: { '@media print': { display: 'block' } } },
});

/** What is of no use on paper: fields, buttons, progress. */
export function ScreenOnly({ children }: { readonly children: ReactNode }) {
  return <div className={drawn.screenOnly}>{children}</div>;
}

/** What the screen shows one piece at a time, whole. */
export function PaperOnly({ children }: { readonly children: ReactNode }) {
  return <div className={drawn.paperOnly}>{children}</div>;
}
