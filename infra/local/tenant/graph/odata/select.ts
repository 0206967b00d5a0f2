import { invalid } from '../answer';

const names = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Annotations stay; names are matched without regard to case. */
export function select<Body extends Record<string, unknown>>(body: Body, text: string | undefined): Partial<Body> {
  if (text === undefined) return body;
  const wanted = new Set(names(text).map((name) => name.toLowerCase()));
  const kept = Object.entries(body).filter(
    ([name]) =>
      wanted.has(name.toLowerCase()) ||
      name.startsWith('@odata.') ||
      wanted.has(name.toLowerCase().split('@')[0] ?? ''),
  );
  return Object.fromEntries(kept) as Partial<Body>;
}

export interface Expansion {
  readonly name: string;
  /** What stands in its brackets, by option: `select`, `filter`. */
  readonly options: Readonly<Record<string, string>>;
}

/** Splits at commas or semicolons that stand outside brackets and quotes. */
function split(text: string, at: string): string[] {
  const pieces: string[] = [];
  let [depth, quoted, start] = [0, false, 0];
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === "'") quoted = !quoted;
    if (quoted) continue;
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === at && depth === 0) {
      pieces.push(text.slice(start, index));
      start = index + 1;
    }
  }
  if (depth !== 0 || quoted) throw invalid(`Term '${text}' is not valid in a $select or $expand expression.`);
  return [...pieces, text.slice(start)].map((piece) => piece.trim()).filter((piece) => piece !== '');
}

export function parseExpand(text: string | undefined): Expansion[] {
  if (text === undefined) return [];
  return split(text, ',').map((piece) => {
    const match = /^([\w.]+)(?:\((.*)\))?$/s.exec(piece);
    if (!match) throw invalid(`Term '${piece}' is not valid in a $expand expression.`);
    const [, name = '', inner = ''] = match;
    const options: Record<string, string> = {};
    for (const option of split(inner, ';')) {
      const equals = option.indexOf('=');
      options[option.slice(0, equals).replace(/^\$/, '').trim().toLowerCase()] = option.slice(equals + 1).trim();
    }
    return { name, options };
  });
}
