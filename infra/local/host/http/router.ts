import type { RegisteredFunction } from '../core/host-core';
import { routeOf, triggerOf } from '../registration-rules';
import { parseTemplate, type RouteTemplate } from './route-template';

export interface HttpRoute {
  readonly registered: RegisteredFunction;
  readonly bindingName: string;
  readonly methods: readonly string[];
  readonly authLevel: string;
  readonly template: RouteTemplate;
}

export interface RouteMatch {
  readonly route: HttpRoute;
  readonly parameters: Readonly<Record<string, string>>;
}

export type Router = (method: string, pathname: string) => RouteMatch | undefined;

/** As in Azure, a method that no function takes at this path is not found, rather than not allowed. */
export function createRouter(functions: Iterable<RegisteredFunction>, routePrefix: string): Router {
  const routes = [...functions].flatMap((registered) => toRoute(registered, routePrefix));
  routes.sort((a, b) => comparePrecedence(a.template.precedence, b.template.precedence));
  return (method, pathname) => {
    const segments = toSegments(pathname);
    if (segments === undefined) return undefined;
    for (const route of routes) {
      if (!route.methods.includes(method)) continue;
      const parameters = route.template.match(segments);
      if (parameters !== undefined) return { route, parameters };
    }
    return undefined;
  };
}

function toRoute(registered: RegisteredFunction, routePrefix: string): HttpRoute[] {
  const trigger = triggerOf(registered.metadata);
  if (trigger?.binding.type !== 'httpTrigger') return [];
  const { binding, name } = trigger;
  const parsed = parseTemplate(`${routePrefix}/${routeOf(binding, registered.metadata)}`);
  if (!parsed.ok) throw new Error(parsed.sentence);
  const methods = Array.isArray(binding['methods']) ? binding['methods'] : [];
  return [
    {
      registered,
      bindingName: name,
      methods: methods.map((method) => String(method).toUpperCase()),
      authLevel: String(binding['authLevel']),
      template: parsed.template,
    },
  ];
}

function comparePrecedence(a: readonly number[], b: readonly number[]): number {
  const length = Math.max(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Decoded after the cut, so that %2F stays inside its segment. */
function toSegments(pathname: string): string[] | undefined {
  const trimmed = pathname.replace(/^\/|\/$/g, '');
  if (trimmed === '') return [];
  try {
    return trimmed.split('/').map(decodeURIComponent);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
