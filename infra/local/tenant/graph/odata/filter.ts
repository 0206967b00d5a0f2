import { invalid } from '../answer';
import type { Expression, Literal, Operator } from './expression';

type Call = Extract<Expression, { kind: 'call' }>;

interface Token {
  readonly kind: 'word' | 'string' | 'number' | 'sign';
  readonly text: string;
}

const tokenPattern =
  /\s*(?:'((?:[^']|'')*)'|(-?\d+(?:\.\d+)?)(?![\w:.-])|([A-Za-z_@][\w./@-]*|\d{4}-\d\d-\d\d[\w:.+-]*)|([(),:]))/y;

function tokens(text: string): Token[] {
  const found: Token[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.trimEnd().length) {
    const at = tokenPattern.lastIndex;
    const match = tokenPattern.exec(text);
    if (!match) throw invalid(`Syntax error at position ${at} in '${text}'.`);
    const [, string, number, word, sign] = match;
    if (string !== undefined) found.push({ kind: 'string', text: string.replaceAll("''", "'") });
    else if (number !== undefined) found.push({ kind: 'number', text: number });
    else if (word !== undefined) found.push({ kind: 'word', text: word });
    else found.push({ kind: 'sign', text: sign ?? '' });
  }
  return found;
}

/** Walks over the tokens once; what it cannot read wholly it refuses. */
interface Reader {
  next(): Token;
  /** Whether this word or sign comes next; it is then taken. */
  takes(word: string): boolean;
  take(sign: string): void;
  path(): string;
  literal(): Literal;
  refuse(): never;
  readonly atEnd: boolean;
}

function readerOf(text: string): Reader {
  const given = tokens(text);
  let position = 0;
  const refuse = (): never => {
    throw invalid(`Invalid filter clause: '${text}'.`);
  };
  const next = (): Token => given[position++] ?? refuse();
  return {
    next,
    refuse,
    takes: (word) => {
      const token = given[position];
      const here = token !== undefined && token.kind !== 'string' && token.text.toLowerCase() === word;
      if (here) position += 1;
      return here;
    },
    take: (sign) => {
      if (next().text !== sign) refuse();
    },
    path: () => {
      const token = next();
      return token.kind === 'word' ? token.text : refuse();
    },
    literal: () => {
      const token = next();
      if (token.kind === 'string') return token.text;
      if (token.kind === 'number') return Number(token.text);
      const word = token.text.toLowerCase();
      if (word === 'true' || word === 'false') return word === 'true';
      if (word === 'null') return null;
      return /^\d{4}-/.test(token.text) ? token.text : refuse();
    },
    get atEnd() {
      return position === given.length;
    },
  };
}

function call(reader: Reader, name: Call['name']): Expression {
  reader.take('(');
  const path = reader.path();
  reader.take(',');
  const value = reader.literal();
  reader.take(')');
  return typeof value === 'string' ? { kind: 'call', name, path, value } : reader.refuse();
}

function any(reader: Reader, path: string): Expression {
  reader.take('(');
  const variable = reader.path();
  reader.take(':');
  const of = disjunction(reader);
  reader.take(')');
  return { kind: 'any', path, variable, of };
}

function list(reader: Reader): Literal[] {
  reader.take('(');
  const values = [reader.literal()];
  while (reader.takes(',')) values.push(reader.literal());
  reader.take(')');
  return values;
}

const operators: readonly string[] = ['eq', 'ne', 'lt', 'gt', 'le', 'ge'];
const functions: readonly string[] = ['startswith', 'endswith', 'contains'];

function comparison(reader: Reader): Expression {
  const path = reader.path();
  if (functions.includes(path.toLowerCase())) return call(reader, path.toLowerCase() as Call['name']);
  if (/\/any$/i.test(path)) return any(reader, path.slice(0, -4));
  const operator = reader.path().toLowerCase();
  if (operator === 'in') return { kind: 'in', path, values: list(reader) };
  if (!operators.includes(operator)) return reader.refuse();
  return { kind: 'compare', path, operator: operator as Operator, value: reader.literal() };
}

function unary(reader: Reader): Expression {
  if (reader.takes('not')) return { kind: 'not', of: unary(reader) };
  if (!reader.takes('(')) return comparison(reader);
  const inner = disjunction(reader);
  reader.take(')');
  return inner;
}

function conjunction(reader: Reader): Expression {
  let left = unary(reader);
  while (reader.takes('and')) left = { kind: 'and', left, right: unary(reader) };
  return left;
}

function disjunction(reader: Reader): Expression {
  let left = conjunction(reader);
  while (reader.takes('or')) left = { kind: 'or', left, right: conjunction(reader) };
  return left;
}

/** Reads the OData filters that the tenant answers; fails closed. */
export function parseFilter(text: string): Expression {
  const reader = readerOf(text);
  const whole = disjunction(reader);
  return reader.atEnd ? whole : reader.refuse();
}
