import type { App, Settings } from '../settings';
import { findApp } from './client';
import { readScopes } from './scopes';
import { TokenError } from './token-error';

export interface AuthorizeRequest {
  readonly client: App;
  readonly redirectUri: string;
  readonly responseMode: 'query' | 'fragment' | 'form_post';
  readonly scope: string;
  readonly state?: string;
  readonly nonce?: string;
  readonly challenge: string;
  readonly prompt?: string;
  readonly loginHint?: string;
}

/** What is wrong before the reply address is known to be the app's own; never redirected. */
export function readTarget(query: URLSearchParams, settings: Settings): { client: App; redirectUri: string } {
  const client = findApp(settings, query.get('client_id') ?? undefined);
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!client.redirectUris?.includes(redirectUri))
    throw new TokenError(
      'invalid_request',
      50011,
      `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${client.clientId}'.`,
    );
  return { client, redirectUri };
}

const modes: readonly string[] = ['query', 'fragment', 'form_post'];

export function readResponseMode(query: URLSearchParams): AuthorizeRequest['responseMode'] {
  const mode = query.get('response_mode') ?? 'query';
  return modes.includes(mode) ? (mode as AuthorizeRequest['responseMode']) : 'query';
}

function readChallenge(query: URLSearchParams, client: App): string {
  const challenge = query.get('code_challenge') ?? '';
  if (challenge === '' && client.kind === 'spa')
    throw new TokenError(
      'invalid_request',
      9002325,
      'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
    );
  if (challenge !== '' && query.get('code_challenge_method') !== 'S256')
    throw new TokenError('invalid_request', 9002325, 'The code_challenge_method must be S256.');
  return challenge;
}

export function readAuthorizeRequest(query: URLSearchParams, settings: Settings): AuthorizeRequest {
  const target = readTarget(query, settings);
  if (query.get('response_type') !== 'code')
    throw new TokenError('unsupported_response_type', 70005, "The only response type here is 'code'.");
  const scope = query.get('scope') ?? '';
  if (scope === '')
    throw new TokenError('invalid_request', 900144, "The request body must contain the following parameter: 'scope'.");
  readScopes(scope, settings);
  const optional = (name: string) => query.get(name) ?? undefined;
  const [state, nonce, prompt, loginHint] = ['state', 'nonce', 'prompt', 'login_hint'].map(optional);
  return {
    ...target,
    responseMode: readResponseMode(query),
    scope,
    challenge: readChallenge(query, target.client),
    ...(state === undefined ? {} : { state }),
    ...(nonce === undefined ? {} : { nonce }),
    ...(prompt === undefined ? {} : { prompt }),
    ...(loginHint === undefined ? {} : { loginHint }),
  };
}
