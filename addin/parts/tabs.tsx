import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { colour, cssSet, focusRing } from './style';

const drawn = cssSet({
  line: { display: 'flex', flexWrap: 'wrap', gap: 4, borderBottom: `1px solid ${colour.line}` },
  tab: [
    {
      minHeight: 36,
      padding: '6px 10px',
      border: 'none',
      borderBottom: '3px solid transparent',
      background: 'none',
      color: colour.text,
      font: 'inherit',
      fontSize: 14,
      lineHeight: 20,
      cursor: 'pointer',
      selectors: { ':hover': { background: colour.hover } },
    },
    focusRing,
  ],
  open: { borderBottomColor: colour.accent, fontWeight: 600 },
  inside: { display: 'flex', flexDirection: 'column', gap: 12, paddingTop: 12, minWidth: 0 },
});

interface Tab<K> {
  readonly key: K;
  readonly text: string;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** One of several, each with its own content; arrow keys go along the line. */
export function Tabs<K extends string | number>({
  label,
  tabs,
  open,
  onOpen,
  children,
}: {
  readonly label: string;
  readonly tabs: readonly Tab<K>[];
  readonly open: K;
  readonly onOpen: (key: K) => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  const line = useRef<HTMLDivElement>(null);
  const onKey = ({ key }: KeyboardEvent): void => {
    const step = steps[key];
    if (step === undefined) return;
    const at = (tabs.findIndex((tab) => tab.key === open) + step + tabs.length) % tabs.length;
    const next = tabs[at];
    if (next === undefined) return;
    onOpen(next.key);
    line.current?.querySelectorAll<HTMLElement>('[role=tab]')[at]?.focus();
  };
  return (
    <div>
      <div ref={line} role="tablist" aria-label={label} className={drawn.line}>
        {tabs.map(({ key, text }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            aria-selected={key === open}
            aria-controls={`${id}-inside`}
            tabIndex={key === open ? 0 : -1}
            className={key === open ? `${drawn.tab} ${drawn.open}` : drawn.tab}
            onClick={() => onOpen(key)}
            onKeyDown={onKey}
          >
            {text}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-inside`} aria-labelledby={`${id}-${open}`} className={drawn.inside}>
        {children}
      </div>
    </div>
  );
}
