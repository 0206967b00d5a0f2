import { Badge } from './badge';
import { Icon } from './icon';
import { colour, cssSet } from './style';

const drawn = cssSet({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  point: {
    position: 'relative',
    display: 'flex',
    gap: 10,
    paddingBottom: 12,
    selectors: {
      // The line from one point to the next.
      '::before': {
        content: '""',
        position: 'absolute',
        left: 9,
        top: 20,
        bottom: 0,
        borderLeft: `2px solid ${colour.line}`,
      },
      ':last-child::before': { display: 'none' },
      ':last-child': { paddingBottom: 0 },
    },
  },
  mark: {
    flexShrink: 0,
    boxSizing: 'border-box',
    width: 20,
    height: 20,
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    borderRadius: '50%',
    border: `2px solid ${colour.line}`,
    background: colour.page,
    color: colour.good,
  },
  now: { borderColor: colour.accent, background: colour.accent, forcedColorAdjust: 'none' },
  done: { border: 'none' },
  words: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: 2 },
  head: { display: 'flex', flexWrap: 'wrap', gap: '2px 8px', alignItems: 'center' },
  title: { fontSize: 14, lineHeight: 20, fontWeight: 600, color: colour.text, overflowWrap: 'anywhere' },
  detail: { fontSize: 12, lineHeight: 16, color: colour.quiet, overflowWrap: 'anywhere' },
});

export interface TimelinePoint {
  readonly key: string;
  readonly title: string;
  readonly details: readonly string[];
  /** In a word; empty where nothing is to be said. */
  readonly state: string;
  readonly tone: 'quiet' | 'info' | 'success' | 'warning';
  readonly mark: 'done' | 'now' | 'open';
}

/** What follows what, from above to below: one calm line, with a mark where one is. */
export function Timeline({ label, points }: { readonly label: string; readonly points: readonly TimelinePoint[] }) {
  return (
    <ol className={drawn.list} aria-label={label}>
      {points.map(({ key, title, details, state, tone, mark }) => (
        <li key={key} className={drawn.point} {...(mark === 'now' ? { 'aria-current': 'step' as const } : {})}>
          <span className={[drawn.mark, mark === 'now' ? drawn.now : '', mark === 'done' ? drawn.done : ''].join(' ')}>
            {mark === 'done' ? <Icon name="done" /> : null}
          </span>
          <span className={drawn.words}>
            <span className={drawn.head}>
              <span className={drawn.title}>{title}</span>
              {state === '' ? null : <Badge tone={tone}>{state}</Badge>}
            </span>
            {details.map((detail) => (
              <span key={detail} className={drawn.detail}>
                {detail}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ol>
  );
}
