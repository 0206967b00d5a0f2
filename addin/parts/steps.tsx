import { useEffect, useRef } from 'react';
import { colour, cssSet } from './style';

const drawn = cssSet({
  whole: { display: 'flex', flexDirection: 'column', gap: 8 },
  bars: { display: 'flex', gap: 4 },
  bar: { flex: 1, height: 4, borderRadius: 2, background: colour.line, border: '1px solid transparent' },
  done: { background: colour.accent, forcedColorAdjust: 'none' },
  title: {
    margin: 0,
    fontSize: 16,
    lineHeight: 22,
    fontWeight: 600,
    color: colour.text,
    selectors: {
      ':focus': { outline: 'none' },
    },
  },
  count: { display: 'block', fontSize: 12, lineHeight: 16, fontWeight: 400, color: colour.quiet },
});

/** Where one is in a task of a few steps. The heading takes the focus when the step changes. */
export function Steps({
  steps,
  current,
}: {
  readonly steps: readonly string[] /** Counted from 0. */;
  readonly current: number;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(current);
  useEffect(() => {
    if (shown.current === current) return;
    shown.current = current;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div className={drawn.whole}>
      <div className={drawn.bars} aria-hidden>
        {steps.map((step, index) => (
          <div key={step} className={index <= current ? `${drawn.bar} ${drawn.done}` : drawn.bar} />
        ))}
      </div>
      <h2 ref={heading} tabIndex={-1} className={drawn.title}>
        <span className={drawn.count}>{`Step ${current + 1} of ${steps.length}`}</span>
        {steps[current]}
      </h2>
    </div>
  );
}
