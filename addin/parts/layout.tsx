import type { ReactNode, Ref } from 'react';
import { cssSet } from './style';

const drawn = cssSet({
  column: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, minWidth: 0 },
  apart: { justifyContent: 'space-between' },
  close: { gap: 4 },
  normal: { gap: 12 },
  wide: { gap: 20 },
});

/** Things below one another. */
export function Column({
  gap = 'normal',
  place,
  children,
}: {
  readonly gap?: 'close' | 'normal' | 'wide';
  readonly place?: Ref<HTMLDivElement>;
  readonly children: ReactNode;
}) {
  return (
    <div ref={place} className={`${drawn.column} ${drawn[gap]}`}>
      {children}
    </div>
  );
}

/** Things beside one another, as far as they fit. */
export function Row({ apart = false, children }: { readonly apart?: boolean; readonly children: ReactNode }) {
  return <div className={apart ? `${drawn.row} ${drawn.apart}` : drawn.row}>{children}</div>;
}
