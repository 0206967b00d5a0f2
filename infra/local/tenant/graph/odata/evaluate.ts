import type { Expression, Literal, Operator } from './expression';

/** Reads `start/dateTime` of an object; names are taken as written, then without regard to case. */
export function valueAt(of: unknown, path: string): unknown {
  let value: unknown = of;
  for (const name of path.split('/')) {
    if (typeof value !== 'object' || value === null) return undefined;
    const record = value as Record<string, unknown>;
    const key = Object.hasOwn(record, name)
      ? name
      : Object.keys(record).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    value = key === undefined ? undefined : record[key];
  }
  return value;
}

/** SharePoint, Exchange and the directory all compare text without regard to case. */
function comparable(value: unknown): string | number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return value;
  return String(value).toLowerCase();
}

export function compare(given: unknown, operator: Operator, literal: Literal): boolean {
  const left = comparable(given);
  const right = comparable(literal);
  if (operator === 'eq') return left === right;
  if (operator === 'ne') return left !== right;
  if (left === null || right === null || typeof left !== typeof right) return false;
  if (operator === 'lt') return left < right;
  if (operator === 'gt') return left > right;
  return operator === 'le' ? left <= right : left >= right;
}

export function callText(name: 'startswith' | 'endswith' | 'contains', given: unknown, value: string): boolean {
  if (typeof given !== 'string') return false;
  const [text, part] = [given.toLowerCase(), value.toLowerCase()];
  if (name === 'startswith') return text.startsWith(part);
  return name === 'endswith' ? text.endsWith(part) : text.includes(part);
}

export function holds(expression: Expression, of: unknown): boolean {
  switch (expression.kind) {
    case 'and':
      return holds(expression.left, of) && holds(expression.right, of);
    case 'or':
      return holds(expression.left, of) || holds(expression.right, of);
    case 'not':
      return !holds(expression.of, of);
    case 'compare':
      return compare(valueAt(of, expression.path), expression.operator, expression.value);
    case 'call':
      return callText(expression.name, valueAt(of, expression.path), expression.value);
    case 'in':
      return expression.values.some((value) => compare(valueAt(of, expression.path), 'eq', value));
    case 'any': {
      const elements = valueAt(of, expression.path);
      const { variable } = expression;
      return Array.isArray(elements) && elements.some((element) => holds(expression.of, { [variable]: element }));
    }
  }
}

/** Every comparison's path, for rules about what may be asked. */
export function pathsOf(expression: Expression): string[] {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return [...pathsOf(expression.left), ...pathsOf(expression.right)];
    case 'not':
      return pathsOf(expression.of);
    default:
      return [expression.path];
  }
}
