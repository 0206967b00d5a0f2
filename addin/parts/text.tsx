import type { ReactNode } from 'react';
import { colour, cssSet } from './style';

const drawn = cssSet({
  heading: { margin: 0, fontSize: 16, lineHeight: 22, fontWeight: 600, color: colour.text },
  text: { margin: 0, fontSize: 14, lineHeight: 20, color: colour.text, overflowWrap: 'anywhere' },
  lines: { whiteSpace: 'pre-wrap' },
  quiet: { margin: 0, fontSize: 12, lineHeight: 16, color: colour.quiet, overflowWrap: 'anywhere' },
  facts: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(84px, max-content) 1fr',
    gap: '6px 12px',
    fontSize: 14,
    lineHeight: 20,
  },
  name: { color: colour.quiet, maxWidth: 120 },
  value: { margin: 0, color: colour.text, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  /** Safari takes a list without any mark for no list; an empty mark is one. */
  plain: { listStyleType: "''", margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: 2 },
  points: { margin: 0, paddingLeft: 20, fontSize: 14, lineHeight: 20, color: colour.text, overflowWrap: 'anywhere' },
});

/** A heading inside a page; the page's own title is the h1. */
export function Heading({ children, level = 2 }: { readonly children: ReactNode; readonly level?: 2 | 3 }) {
  return level === 2 ? <h2 className={drawn.heading}>{children}</h2> : <h3 className={drawn.heading}>{children}</h3>;
}

/** What people wrote keeps its line ends. */
export function Text({ children }: { readonly children: ReactNode }) {
  return <p className={`${drawn.text} ${drawn.lines}`}>{children}</p>;
}

/** Said in passing: a date, a hint. */
export function Quiet({ children }: { readonly children: ReactNode }) {
  return <p className={drawn.quiet}>{children}</p>;
}

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** Names and values below one another. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={drawn.facts}>
      {facts.flatMap(({ name, value }) => [
        <dt key={`${name}:name`} className={drawn.name}>
          {name}
        </dt>,
        <dd key={`${name}:value`} className={drawn.value}>
          {value}
        </dd>,
      ])}
    </dl>
  );
}

interface Line {
  readonly key: string;
  readonly words: string;
  readonly strong?: boolean;
}

/** Short lines below each other without points, as in the cell of a table; heard, each is an item of its own. */
export function Lines({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <ul className={drawn.plain}>
      {lines.map(({ key, words, strong }) => (
        <li key={key}>{strong === true ? <b>{words}</b> : words}</li>
      ))}
    </ul>
  );
}

/** A list of short texts. */
export function Points({ points }: { readonly points: readonly string[] }) {
  return (
    <ul className={drawn.points}>
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}
