import type { Context } from 'hono';
import type { TokenService } from './grants';

/**
 * What App Service offers a managed identity (`IDENTITY_ENDPOINT`): a token of the identity itself.
 * Here its object id is its client id.
 */
export async function managedIdentity(c: Context, { keys, issuer, settings, now }: TokenService): Promise<Response> {
  const { searchParams } = new URL(c.req.url);
  const [resource, identity] = [searchParams.get('resource'), searchParams.get('client_id')];
  if (c.req.header('x-identity-header') === undefined || resource === null || identity === null)
    return c.json(
      { error: { code: 'invalid_request', message: 'resource, client_id and X-IDENTITY-HEADER are needed.' } },
      400,
    );
  const iat = Math.floor(now().getTime() / 1000);
  const exp = iat + 86_400;
  const claims = {
    aud: resource,
    iss: issuer,
    iat,
    nbf: iat,
    exp,
    oid: identity,
    sub: identity,
    tid: settings.tenantId,
    ver: '2.0',
  };
  const access_token = await keys.sign(claims);
  return c.json({ access_token, client_id: identity, expires_on: String(exp), resource, token_type: 'Bearer' });
}
