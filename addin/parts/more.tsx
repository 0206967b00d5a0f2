import { type ReactNode, useState } from 'react';
import { QuietButton } from './button';
import { Column } from './layout';

/** A long list, a piece at a time: hundreds of lines at once are slow to draw and slow to pass by keyboard. */
export function More<T>({
  of,
  atOnce = 50,
  what,
  children,
}: {
  readonly of: readonly T[];
  readonly atOnce?: number;
  readonly what: string;
  readonly children: (some: readonly T[]) => ReactNode;
}) {
  const [shown, setShown] = useState(atOnce);
  const left = of.length - shown;
  return (
    <Column gap="close">
      {children(of.slice(0, shown))}
      {left > 0 ? (
        <QuietButton
          onClick={() => setShown(shown + atOnce)}
        >{`Show ${Math.min(left, atOnce)} more of ${of.length} ${what}`}</QuietButton>
      ) : null}
    </Column>
  );
}
