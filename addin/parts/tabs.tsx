import { type ReactNode, useId, useRef } from 'react';
import { colour, cssSet, focusRing } from './style';

const drawn = cssSet({
  tabs: { display: 'flex', flexWrap: 'wrap', gap: 4, borderBottom: `1px solid ${colour.line}` },
  tab: [
    {
      border: 'none',
      borderBottom: '3px solid transparent',
      background: 'none',
      padding: '8px 10px',
      minHeight: 40,
      font: 'inherit',
      fontSize: 14,
      lineHeight: 20,
      color: colour.text,
      cursor: 'pointer',
      selectors: { ':hover': { background: colour.hover } },
    },
    focusRing,
  ],
  chosen: { borderBottomColor: colour.accent, fontWeight: 600 },
  panel: { display: 'flex', flexDirection: 'column', gap: 12, paddingTop: 12 },
});

interface TabsProps<K extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly key: K; readonly text: string }[];
  readonly current: K;
  readonly onChange: (key: K) => void;
  readonly children: ReactNode;
}

/** Views beside one another, one of them in sight; arrow keys move between them. */
export function Tabs<K extends string>({ label, tabs, current, onChange, children }: TabsProps<K>) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const move = (by: number) => {
    const next = tabs[(tabs.findIndex(({ key }) => key === current) + by + tabs.length) % tabs.length];
    if (next === undefined) return;
    onChange(next.key);
    row.current?.querySelector<HTMLElement>(`[data-tab="${next.key}"]`)?.focus();
  };
  return (
    <div>
      <div ref={row} role="tablist" aria-label={label} className={drawn.tabs}>
        {tabs.map(({ key, text }) => (
          <button
            key={key}
            type="button"
            role="tab"
            data-tab={key}
            id={`${id}-${key}`}
            aria-selected={key === current}
            aria-controls={`${id}-panel`}
            tabIndex={key === current ? 0 : -1}
            className={key === current ? `${drawn.tab} ${drawn.chosen}` : drawn.tab}
            onClick={() => onChange(key)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') move(1);
              if (event.key === 'ArrowLeft') move(-1);
            }}
          >
            {text}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current}`} className={drawn.panel}>
        {children}
      </div>
    </div>
  );
}
