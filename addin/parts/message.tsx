import type { ReactNode } from 'react';
import { Icon } from './icon';
import { colour, cssSet } from './style';

const drawn = cssSet({
  box: {
    display: 'flex',
    gap: 8,
    padding: '10px 12px',
    borderRadius: 4,
    border: '1px solid',
    fontSize: 14,
    lineHeight: 20,
  },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: 8,
    minWidth: 0,
    color: colour.text,
    overflowWrap: 'anywhere',
    alignItems: 'flex-start',
  },
  icon: { display: 'flex', height: 20 },
  info: { background: colour.accentSoft, borderColor: colour.accent, color: colour.accent },
  success: { background: colour.goodSoft, borderColor: colour.good, color: colour.good },
  warning: { background: colour.warningSoft, borderColor: colour.warning, color: colour.warning },
  error: { background: colour.dangerSoft, borderColor: colour.danger, color: colour.danger },
});

export type MessageTone = 'info' | 'success' | 'warning' | 'error';
const iconOf = { info: 'info', success: 'done', warning: 'warning', error: 'error' } as const;

/** What happened, why, and what to do next. Errors interrupt a screen reader, the rest waits for its turn. */
export function Message({
  tone,
  children,
  act,
}: {
  readonly tone: MessageTone;
  readonly children: ReactNode;
  readonly act?: ReactNode;
}) {
  return (
    <div role={tone === 'error' ? 'alert' : 'status'} className={`${drawn.box} ${drawn[tone]}`}>
      <span className={drawn.icon}>
        <Icon name={iconOf[tone]} />
      </span>
      <div className={drawn.body}>
        <div>{children}</div>
        {act}
      </div>
    </div>
  );
}
