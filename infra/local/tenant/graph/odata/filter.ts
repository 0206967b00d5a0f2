import { invalid } from '../answer';
import type { Expression, Literal, Operator } from './expression';

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

const operators: readonly string[] = ['eq', 'ne', 'lt', 'gt', 'le', 'ge'];
const functions: readonly string[] = ['startswith', 'endswith', 'contains'];

/** Reads the OData filters that the tenant answers. Fails closed: what it cannot read wholly it refuses. */
export function parseFilter(text: string): Expression {
  const given = tokens(text);
  let position = 0;
  const refuse = (): never => {
    throw invalid(`Invalid filter clause: '${text}'.`);
  };
  const next = (): Token => given[position++] ?? refuse();
  const peek = (word: string): boolean =>
    given[position]?.kind !== 'string' && given[position]?.text.toLowerCase() === word;
  const take = (sign: string): void => {
    if (next().text !== sign) refuse();
  };
  const path = (): string => {
    const token = next();
    return token.kind === 'word' ? token.text : refuse();
  };
  const literal = (): Literal => {
    const token = next();
    if (token.kind === 'string') return token.text;
    if (token.kind === 'number') return Number(token.text);
    const word = token.text.toLowerCase();
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    return /^\d{4}-/.test(token.text) ? token.text : refuse();
  };
  const disjunction = (): Expression => {
    let left = conjunction();
    while (peek('or')) {
      position += 1;
      left = { kind: 'or', left, right: conjunction() };
    }
    return left;
  };
  const conjunction = (): Expression => {
    let left = unary();
    while (peek('and')) {
      position += 1;
      left = { kind: 'and', left, right: unary() };
    }
    return left;
  };
  const unary = (): Expression => {
    if (peek('not')) {
      position += 1;
      return { kind: 'not', of: unary() };
    }
    if (peek('(')) {
      position += 1;
      const inner = disjunction();
      take(')');
      return inner;
    }
    return comparison();
  };
  const call = (name: 'startswith' | 'endswith' | 'contains'): Expression => {
    take('(');
    const of = path();
    take(',');
    const value = literal();
    take(')');
    return typeof value === 'string' ? { kind: 'call', name, path: of, value } : refuse();
  };
  const any = (of: string): Expression => {
    take('(');
    const variable = path();
    take(':');
    const inner = disjunction();
    take(')');
    return { kind: 'any', path: of, variable, of: inner };
  };
  const list = (): Literal[] => {
    take('(');
    const values = [literal()];
    while (peek(',')) {
      position += 1;
      values.push(literal());
    }
    take(')');
    return values;
  };
  const comparison = (): Expression => {
    const of = path();
    if (functions.includes(of.toLowerCase())) return call(of.toLowerCase() as 'startswith');
    if (/\/any$/i.test(of)) return any(of.slice(0, -4));
    const operator = path().toLowerCase();
    if (operator === 'in') return { kind: 'in', path: of, values: list() };
    return operators.includes(operator)
      ? { kind: 'compare', path: of, operator: operator as Operator, value: literal() }
      : refuse();
  };
  const whole = disjunction();
  return position === given.length ? whole : refuse();
}
