import type { ReactNode } from 'react';
import { css } from './style';

const drawn = css({ display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center' });

/** Acts on what is below: "Add", "Import", a filter. */
export function Toolbar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="toolbar" aria-label={label} className={drawn}>
      {children}
    </div>
  );
}
