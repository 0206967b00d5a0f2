import { colour, cssSet } from './style';

const drawn = cssSet({
  whole: { display: 'flex', flexDirection: 'column', gap: 6, fontSize: 14, lineHeight: 20, color: colour.text },
  track: { height: 6, borderRadius: 3, background: colour.line, overflow: 'hidden', border: '1px solid transparent' },
  done: { height: '100%', background: colour.accent, forcedColorAdjust: 'none' },
});

/** How far something is: n of m. */
export function Progress({ words, done, of }: { readonly words: string; readonly done: number; readonly of: number }) {
  const share = of === 0 ? 1 : done / of;
  return (
    <div className={drawn.whole}>
      <span aria-live="polite">{`${words}: ${done} of ${of}`}</span>
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
    </div>
  );
}
