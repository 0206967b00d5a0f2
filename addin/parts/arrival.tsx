import { type ReactNode, useEffect, useRef } from 'react';
import { css } from './style';

const drawn = css({
  display: 'flex',
  flexDirection: 'column',
  gap: 12,
  minWidth: 0,
  scrollMargin: 16,
  selectors: { ':focus': { outline: 'none' } },
});

/** What has just appeared and matters now: it takes the focus, so that keyboard and screen reader go on from there. */
export function Arrival({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const whole = useRef<HTMLElement>(null);
  useEffect(() => {
    if (document.hasFocus()) whole.current?.focus();
    whole.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section ref={whole} tabIndex={-1} aria-label={label} className={drawn}>
      {children}
    </section>
  );
}
