import { type ReactNode, useEffect, useRef } from 'react';
import { SmallButton } from './button';
import { colour, cssSet } from './style';

const drawn = cssSet({
  page: { display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0, background: colour.page },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: 4,
    padding: '8px calc(12px + var(--corner)) 8px 8px',
    minHeight: 52,
    borderBottom: `1px solid ${colour.line}`,
  },
  headAlone: { paddingLeft: 16 },
  title: {
    margin: 0,
    flex: 1,
    minWidth: 0,
    fontSize: 18,
    lineHeight: 24,
    fontWeight: 600,
    color: colour.text,
    overflowWrap: 'anywhere',
    selectors: {
      ':focus': { outline: 'none' },
    },
  },
  main: {
    flex: 1,
    overflowY: 'auto',
    padding: 16,
    scrollPadding: 8,
    display: 'flex',
    flexDirection: 'column',
    gap: 16,
    selectors: {
      // What hides its overflow would give up its height before the screen scrolls.
      '> *': { flexShrink: 0 },
      '@media print': { overflow: 'visible', display: 'block' },
    },
  },
  foot: {
    borderTop: `1px solid ${colour.line}`,
    padding: '10px 16px',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: 8,
    background: colour.page,
  },
  status: {
    padding: '6px 16px',
    borderTop: `1px solid ${colour.line}`,
    fontSize: 12,
    lineHeight: 16,
    color: colour.quiet,
    display: 'flex',
    gap: 6,
    alignItems: 'center',
    // Room for two lines: were it to grow, what is above would move from under a press that leaves a field.
    minHeight: 45,
    boxSizing: 'border-box',
  },
  warning: { color: colour.warning, fontWeight: 600 },
});

interface PageProps {
  readonly title: string;
  readonly onBack?: (() => void) | undefined;
  /** To the right of the title. */
  readonly beside?: ReactNode;
  /** Fixed below: Previous to the left, Next or Send to the right. */
  readonly footer?: ReactNode;
  /** One quiet line above the footer, read out when it changes: "Saved at 14:02". */
  readonly status?: ReactNode;
  /** Where the status is something to act on. */
  readonly statusTone?: 'quiet' | 'warning';
  readonly children: ReactNode;
}

/** One screen: title, what is on it, what can be done. The title takes the focus, so that a screen reader says where one is. */
export function Page({ title, onBack, beside, footer, status, statusTone = 'quiet', children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Not while somebody works in the calendar behind the pane.
    if (document.hasFocus()) heading.current?.focus();
  }, []);
  return (
    <div className={drawn.page}>
      <header className={onBack === undefined ? `${drawn.head} ${drawn.headAlone}` : drawn.head}>
        {onBack === undefined ? null : <SmallButton icon="back" words="Back" onClick={onBack} />}
        <h1 ref={heading} tabIndex={-1} className={drawn.title}>
          {title}
        </h1>
        {beside}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe, scrollable-region-focusable) */}
      <main className={drawn.main} tabIndex={0} aria-label={title}>
        {children}
      </main>
      {status === undefined ? null : (
        <div className={statusTone === 'warning' ? `${drawn.status} ${drawn.warning}` : drawn.status} role="status">
          {status}
        </div>
      )}
      {footer === undefined ? null : <footer className={drawn.foot}>{footer}</footer>}
    </div>
  );
}
