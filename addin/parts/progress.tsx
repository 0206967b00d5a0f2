import { colour, cssSet } from './style';

const drawn = cssSet({
  whole: { display: 'flex', flexDirection: 'column', gap: 6, fontSize: 14, lineHeight: 20, color: colour.text },
  track: { height: 6, borderRadius: 3, background: colour.line, overflow: 'hidden', border: '1px solid transparent' },
  done: { height: '100%', background: colour.accent, forcedColorAdjust: 'none' },
});

interface ProgressProps {
  readonly words: string;
  readonly done: number;
  readonly of: number;
}

/** How far something is: n of m. */
export function Progress({ words, done, of }: ProgressProps) {
  return (
    <div className={drawn.whole}>
      <span aria-live="polite">{`${words}: ${done} of ${of}`}</span>
      <Bar words={words} done={done} of={of} />
    </div>
  );
}

/** How far a search is, from 0 to 1. Each step is drawn, and none is read out: there are a hundred. */
export function ShareDone({ words, share }: { readonly words: string; readonly share: number }) {
  const done = Math.round(100 * share);
  return (
    <div className={drawn.whole}>
      <span>{`${words}: ${done} %`}</span>
      <Bar words={words} done={done} of={100} />
    </div>
  );
}

function Bar({ words, done, of }: ProgressProps) {
  const share = of === 0 ? 1 : done / of;
  return (
    <div
      className={drawn.track}
      role="progressbar"
      aria-label={words}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={done}
    >
      <div className={drawn.done} style={{ width: `${Math.round(share * 100)}%` }} />
    </div>
  );
}
