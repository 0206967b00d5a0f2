import type { Context } from 'hono';
import { provenClient } from './client';
import { byCode, byRefreshToken, forApp, onBehalfOf, type TokenService } from './grants';
import { TokenError, tokenErrorBody } from './token-error';

async function grant(service: TokenService, form: URLSearchParams, headers: Headers): Promise<Record<string, unknown>> {
  const client = await provenClient(service.settings, service.keys, form, headers.get('authorization') ?? undefined);
  const type = form.get('grant_type');
  const redeems = type === 'authorization_code' || type === 'refresh_token';
  if (client.kind === 'spa' && redeems && headers.get('origin') === null)
    throw new TokenError(
      'invalid_request',
      9002327,
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    );
  if (type === 'authorization_code') return byCode(service, client, form);
  if (type === 'refresh_token') return byRefreshToken(service, client, form);
  if (client.kind === 'spa')
    throw new TokenError(
      'unauthorized_client',
      700009,
      `The client '${client.clientId}' cannot use the grant type '${type}': it is public.`,
    );
  if (type === 'client_credentials') return forApp(service, client, form.get('scope') ?? '');
  if (type === 'urn:ietf:params:oauth:grant-type:jwt-bearer') return onBehalfOf(service, client, form);
  throw new TokenError('unsupported_grant_type', 70003, `The app requested an unsupported grant type '${type ?? ''}'.`);
}

/** `POST /{tenant}/oauth2/v2.0/token` */
export async function tokenEndpoint(c: Context, service: TokenService): Promise<Response> {
  const form = new URLSearchParams(await c.req.text());
  const headers = { 'Cache-Control': 'no-store, no-cache', Pragma: 'no-cache' };
  try {
    return c.json(await grant(service, form, c.req.raw.headers), 200, headers);
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    const correlationId = c.req.header('client-request-id') ?? crypto.randomUUID();
    return c.json(tokenErrorBody(error, service.now(), correlationId), error.status === 401 ? 401 : 400, headers);
  }
}
