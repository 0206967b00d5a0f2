import type { App, Settings } from '../settings';
import { TokenError } from './token-error';

export const graphAudience = 'https://graph.microsoft.com';
const identityScopes: readonly string[] = ['openid', 'profile', 'email', 'offline_access'];

export interface Asked {
  /** As asked for; the answer repeats it, or msal's cache would never find the token again. */
  readonly text: string;
  readonly openid: boolean;
  readonly offline: boolean;
  /** Graph, or one of the tenant's own apps. */
  readonly resource: 'graph' | App;
  /** Scope names of that resource; `.default` alone means all that was consented to. */
  readonly names: readonly string[];
}

function split(scope: string): { readonly resource: string; readonly name: string } {
  const slash = scope.lastIndexOf('/');
  return slash < 0
    ? { resource: graphAudience, name: scope }
    : { resource: scope.slice(0, slash), name: scope.slice(slash + 1) };
}

function resourceOf(name: string, settings: Settings): 'graph' | App {
  if (name === graphAudience || name === '00000003-0000-0000-c000-000000000000') return 'graph';
  const app = settings.apps.find(({ clientId }) => name === clientId || name === `api://${clientId}`);
  if (app) return app;
  throw new TokenError(
    'invalid_resource',
    500011,
    `The resource principal named ${name} was not found in the tenant named ${settings.tenantId}.`,
  );
}

export function readScopes(text: string, settings: Settings): Asked {
  const all = text.split(' ').filter((scope) => scope !== '');
  const given = all.filter((scope) => !identityScopes.includes(scope)).map(split);
  const resources = new Set(given.map(({ resource }) => resource));
  if (resources.size > 1)
    throw new TokenError(
      'invalid_scope',
      28000,
      `Provided value for the input parameter scope is not valid because it contains more than one resource. Scope ${text} is not valid.`,
    );
  const resource = resourceOf([...resources][0] ?? graphAudience, settings);
  const names = given.map(({ name }) => name);
  if (resource !== 'graph') {
    const strange = names.find((name) => name !== '.default' && name !== resource.scope);
    if (strange !== undefined)
      throw new TokenError(
        'invalid_scope',
        65005,
        `The application asked for scope '${strange}' that doesn't exist on the resource '${resource.clientId}'.`,
      );
  }
  return { text, openid: all.includes('openid'), offline: all.includes('offline_access'), resource, names };
}
