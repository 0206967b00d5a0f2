import type { ReactNode } from 'react';
import { css } from './style';

const drawn = css({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
  gap: 8,
  minWidth: 0,
});

/** Two things to compare: beside each other where there is room, else one below the other. */
export function SideBySide({ children }: { readonly children: ReactNode }) {
  return <div className={drawn}>{children}</div>;
}
