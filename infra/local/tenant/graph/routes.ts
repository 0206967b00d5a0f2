import { Refusal } from './answer';
import type { Need } from './permissions';
import type { GraphRequest, Handle, Method, Tenant } from './request';

export interface Route {
  readonly method: Method;
  /** `/sites/:site/lists`; parts that begin with a colon match anything. */
  readonly pattern: string;
  readonly needs: Need;
  /** What cannot be done within the transaction: refuses by throwing, writes nothing. */
  readonly before?: (request: GraphRequest, tenant: Tenant) => Promise<void>;
  readonly handle: Handle;
}

export interface Match {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * Addressing by path (`root:/a/b.docx:/content`) becomes one part of its own: `root/$path/content`,
 * and the parameter `path` holds `a/b.docx`.
 */
function parts(path: string): { readonly parts: string[]; readonly inner?: string } {
  const byPath = /^(.*?):\/(.+?)(?::(\/.*)?)?$/.exec(path);
  const split = (text: string): string[] => text.split('/').filter((part) => part !== '');
  if (!byPath) return { parts: split(path).map(decodeURIComponent) };
  const [, before = '', inner = '', after = ''] = byPath;
  return {
    parts: [...split(before).map(decodeURIComponent), '$path', ...split(after).map(decodeURIComponent)],
    inner: split(inner).map(decodeURIComponent).join('/'),
  };
}

/** `delta`, `$count`, `getAllSites()`: functions, where an id could stand too. */
const isFunction = (part: string): boolean => /^(delta|\$.*|.*\(.*\))$/i.test(part);

function matchParts(pattern: readonly string[], given: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) {
      if (isFunction(value)) return undefined;
      parameters[part.slice(1)] = value;
    } else if (part.toLowerCase() !== value.toLowerCase()) return undefined;
  }
  return parameters;
}

const literalParts = (pattern: string): number =>
  pattern.split('/').filter((part) => part !== '' && !part.startsWith(':')).length;

/** Patterns with more fixed words go first: `/drives/:drive/root` before `/drives/:drive/:anything`. */
export function router(routes: readonly Route[]): (method: string, path: string) => Match {
  const sorted = [...routes]
    .sort((one, other) => literalParts(other.pattern) - literalParts(one.pattern))
    .map((route) => ({ route, pattern: route.pattern.split('/').filter((part) => part !== '') }));
  return (method, path) => {
    const given = parts(path);
    for (const { route, pattern } of sorted) {
      if (route.method !== method) continue;
      const parameters = matchParts(pattern, given.parts);
      if (parameters)
        return { route, parameters: given.inner === undefined ? parameters : { ...parameters, path: given.inner } };
    }
    throw new Refusal(501, 'notImplemented', `The embedded tenant does not know ${method} ${path}.`);
  };
}

/** The name under which calls are counted: `POST /users/{}/events`. */
export const kindOf = (route: Route): string => `${route.method} ${route.pattern.replace(/:[a-z]+/gi, '{}')}`;
