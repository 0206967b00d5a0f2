import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icons';
import { colour, cssSet } from './style';

const drawn = cssSet({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: 8,
    padding: '28px 16px',
    textAlign: 'center',
    border: `1px dashed ${colour.line}`,
    borderRadius: 8,
  },
  icon: {
    display: 'inline-flex',
    padding: 10,
    borderRadius: '50%',
    background: colour.accentSoft,
    color: colour.accent,
  },
  title: { margin: 0, fontSize: 14, lineHeight: 20, fontWeight: 600, color: colour.text },
  words: { margin: 0, fontSize: 14, lineHeight: 20, color: colour.quiet, maxWidth: 320 },
});

/** Nothing is here: why, and what can be done. */
export function EmptyState({
  icon = 'info',
  title,
  children,
  act,
}: {
  readonly icon?: IconName;
  readonly title: string;
  readonly children?: ReactNode;
  readonly act?: ReactNode;
}) {
  return (
    <div className={drawn.box}>
      <span className={drawn.icon}>
        <Icon name={icon} />
      </span>
      <p className={drawn.title}>{title}</p>
      {children === undefined ? null : <p className={drawn.words}>{children}</p>}
      {act}
    </div>
  );
}
