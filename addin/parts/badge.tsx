import { colour, cssSet } from './style';

const drawn = cssSet({
  badge: {
    display: 'inline-block',
    padding: '1px 8px',
    borderRadius: 10,
    border: '1px solid',
    fontSize: 12,
    lineHeight: 16,
    whiteSpace: 'nowrap',
  },
  quiet: { color: colour.quiet, borderColor: colour.line, background: colour.page },
  info: { color: colour.accent, borderColor: colour.accent, background: colour.accentSoft },
  success: { color: colour.good, borderColor: colour.good, background: colour.goodSoft },
  warning: { color: colour.warning, borderColor: colour.warning, background: colour.warningSoft },
  error: { color: colour.danger, borderColor: colour.danger, background: colour.dangerSoft },
});

/** A state in a word or two. The colour only repeats what the word says. */
export function Badge({
  tone = 'quiet',
  children,
}: {
  readonly tone?: 'quiet' | 'info' | 'success' | 'warning' | 'error';
  readonly children: string;
}) {
  return <span className={`${drawn.badge} ${drawn[tone]}`}>{children}</span>;
}
