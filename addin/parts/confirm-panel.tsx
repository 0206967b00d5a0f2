import { type ReactNode, useEffect, useRef } from 'react';
import { Button, PrimaryButton } from './button';
import { Row } from './layout';
import { colour, cssSet } from './style';

const drawn = cssSet({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: 12,
    padding: 14,
    borderRadius: 8,
    border: `2px solid ${colour.accent}`,
    background: colour.page,
  },
  title: {
    margin: 0,
    fontSize: 16,
    lineHeight: 22,
    fontWeight: 600,
    color: colour.text,
    selectors: { ':focus': { outline: 'none' } },
  },
});

interface ConfirmPanelProps {
  /** The question: "Send 90 invitations?" */
  readonly title: string;
  /** What will happen, to whom. */
  readonly children: ReactNode;
  /** The verb: "Send 90 invitations". */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly busy?: boolean;
  /** What would happen is not known yet, or cannot be. */
  readonly unknown?: boolean;
}

/** What binds others is shown and confirmed first. Stands in the page: Office forbids alert and confirm. */
export function ConfirmPanel({
  title,
  children,
  confirm,
  onConfirm,
  onCancel,
  busy = false,
  unknown = false,
}: ConfirmPanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section className={drawn.panel} aria-label={title}>
      <h2 ref={heading} tabIndex={-1} className={drawn.title}>
        {title}
      </h2>
      {children}
      <Row>
        <PrimaryButton onClick={onConfirm} disabled={busy || unknown}>
          {busy ? 'Working…' : confirm}
        </PrimaryButton>
        <Button onClick={onCancel} disabled={busy}>
          Not now
        </Button>
      </Row>
    </section>
  );
}
