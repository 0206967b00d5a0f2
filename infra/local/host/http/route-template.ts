import { type Constraint, parseConstraint } from './route-constraints';

export interface RouteTemplate {
  readonly text: string;
  /** Less is more particular, compared place by place: a literal before a constrained parameter before a free one. */
  readonly precedence: readonly number[];
  /** The decoded parameters of a path that fits, or undefined. */
  match(segments: readonly string[]): Readonly<Record<string, string>> | undefined;
}

export type ParsedTemplate =
  | { readonly ok: true; readonly template: RouteTemplate }
  | { readonly ok: false; readonly sentence: string };

interface Parameter {
  readonly name: string;
  readonly isCatchAll: boolean;
  readonly isOptional: boolean;
  readonly fallback: string | undefined;
  readonly constraints: readonly Constraint[];
}

/** Literals and parameters in turn, since `report-{year}.{kind}` is one segment. */
interface Segment {
  readonly pattern: RegExp;
  readonly parameters: readonly Parameter[];
  readonly isLiteral: boolean;
}

class TemplateError extends Error {}

/** ASP.NET's route templates: `reviews/{id:int?}`, `panel/{*path}`, `{year=2026}`. Letters' case does not matter. */
export function parseTemplate(text: string): ParsedTemplate {
  try {
    const parts = text
      .replace(/^\/|\/$/g, '')
      .split('/')
      .filter((part) => part !== '');
    const segments = parts.map(parseSegment);
    refuseDoubleNames(segments);
    refuseMisplaced(segments);
    return {
      ok: true,
      template: { text, precedence: segments.map(precedenceOf), match: (path) => matchPath(segments, path) },
    };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return { ok: false, sentence: `the route "${text}" is not valid: ${error.message}` };
  }
}

function parseSegment(text: string): Segment {
  const parameters: Parameter[] = [];
  let pattern = '';
  for (const piece of piecesOf(text)) {
    if (!piece.startsWith('{')) {
      pattern += escapeRegExp(piece);
      continue;
    }
    const parameter = parseParameter(piece.slice(1, -1));
    parameters.push(parameter);
    pattern += parameter.isCatchAll ? '(.*)' : '(.+?)';
  }
  return { pattern: new RegExp(`^${pattern}$`, 'is'), parameters, isLiteral: parameters.length === 0 };
}

/** Cuts at braces; inside of them parentheses may hold braces of their own, as regex(\d{3}) does. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let current = '';
  let depth = 0;
  for (const letter of text) {
    if (letter === '{' && depth === 0 && current !== '') {
      pieces.push(current);
      current = '';
    }
    if (letter === '{') depth += 1;
    if (letter === '}') depth -= 1;
    if (depth < 0) throw new TemplateError('a brace closes that never opened');
    current += letter;
    if (letter === '}' && depth === 0) {
      pieces.push(current);
      current = '';
    }
  }
  if (depth > 0) throw new TemplateError('a brace is not closed');
  return current === '' ? pieces : [...pieces, current];
}

function parseParameter(text: string): Parameter {
  const [, star, name = '', rest = ''] = /^(\*{0,2})([A-Za-z_][A-Za-z0-9_]*)(.*)$/s.exec(text) ?? [];
  if (name === '') throw new TemplateError(`"{${text}}" names no parameter`);
  const isOptional = rest.endsWith('?');
  const [constraintText = '', fallback] = splitFallback(isOptional ? rest.slice(0, -1) : rest);
  return { name, isCatchAll: star !== '', isOptional, fallback, constraints: constraintsOf(constraintText) };
}

function splitFallback(text: string): readonly [string, string | undefined] {
  const at = text.replace(/\([^)]*\)/g, (inner) => ' '.repeat(inner.length)).indexOf('=');
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function constraintsOf(text: string): Constraint[] {
  if (text === '') return [];
  if (!text.startsWith(':')) throw new TemplateError(`"${text}" is not understood`);
  return text
    .slice(1)
    .split(/:(?![^(]*\))/)
    .map((one) => {
      const constraint = parseConstraint(one);
      if (constraint === undefined) throw new TemplateError(`there is no constraint "${one}"`);
      return constraint;
    });
}

function refuseDoubleNames(segments: readonly Segment[]): void {
  const names = segments.flatMap(({ parameters }) => parameters.map(({ name }) => name.toLowerCase()));
  const doubled = names.find((name, index) => names.indexOf(name) !== index);
  if (doubled !== undefined) throw new TemplateError(`the parameter "${doubled}" stands there twice`);
}

function refuseMisplaced(segments: readonly Segment[]): void {
  const early = segments.slice(0, -1).flatMap(({ parameters }) => parameters);
  if (early.some(({ isCatchAll }) => isCatchAll)) throw new TemplateError('a catch-all must come last');
  if (early.some(({ isOptional }) => isOptional)) throw new TemplateError('an optional parameter must come last');
}

function precedenceOf({ isLiteral, parameters }: Segment): number {
  const [first] = parameters;
  if (isLiteral || first === undefined) return 1;
  const isConstrained = first.constraints.length > 0;
  if (first.isCatchAll) return isConstrained ? 4 : 5;
  return isConstrained || parameters.length > 1 ? 2 : 3;
}

function matchPath(
  segments: readonly Segment[],
  path: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const found: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const [single] = segment.parameters;
    const text = single?.isCatchAll === true ? path.slice(index).join('/') : path[index];
    const values = text === undefined || text === '' ? absentValues(segment) : presentValues(segment, text);
    if (values === undefined) return undefined;
    Object.assign(found, values);
    if (single?.isCatchAll === true) return found;
  }
  return path.length <= segments.length ? found : undefined;
}

function absentValues({ parameters }: Segment): Record<string, string> | undefined {
  const [parameter, ...more] = parameters;
  if (parameter === undefined || more.length > 0) return undefined;
  if (parameter.fallback !== undefined) return { [parameter.name]: parameter.fallback };
  return parameter.isOptional || parameter.isCatchAll ? {} : undefined;
}

function presentValues({ pattern, parameters }: Segment, text: string): Record<string, string> | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const values = parameters.map(({ name }, index): [string, string] => [name, match[index + 1] ?? '']);
  const fits = parameters.every(({ constraints }, index) =>
    constraints.every((constraint) => constraint(values[index]?.[1] ?? '')),
  );
  return fits ? Object.fromEntries(values) : undefined;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
