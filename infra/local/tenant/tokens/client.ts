import { timingSafeEqual } from 'node:crypto';
import type { App, Settings } from '../settings';
import type { Keys } from './keys';
import { TokenError } from './token-error';

export function findApp(settings: Settings, clientId: string | undefined): App {
  const app = settings.apps.find((one) => one.clientId === clientId);
  if (app) return app;
  throw new TokenError(
    'unauthorized_client',
    700016,
    `Application with identifier '${clientId ?? ''}' was not found in the directory '${settings.displayName ?? settings.domain}'.`,
  );
}

const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

const invalidClient = (number: number, message: string): TokenError =>
  new TokenError('invalid_client', number, message, 401);

/** The assertion of a managed identity of this tenant, as a federated credential names it. */
async function checkAssertion(app: App, assertion: string, keys: Keys): Promise<void> {
  const claims = await keys.verify(assertion).catch((error: unknown) => {
    throw invalidClient(
      700027,
      `The certificate with identifier used to sign the client assertion is not registered on application, or the assertion is not in time: ${String(error)}`,
    );
  });
  const known = (app.federatedCredentials ?? []).some(
    ({ subject, audience }) => claims.sub === subject && claims.aud === audience,
  );
  if (!known)
    throw invalidClient(
      700213,
      `No matching federated identity record found for presented assertion subject '${String(claims.sub)}'.`,
    );
}

function basic(header: string | undefined): { id?: string; secret?: string } {
  const encoded = /^Basic (.+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return {};
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString().split(':').map(decodeURIComponent);
  return { id, secret };
}

/** Which app asks, after it has proved to be it. A panel cannot keep a secret and must not send one. */
export async function provenClient(
  settings: Settings,
  keys: Keys,
  form: URLSearchParams,
  authorization: string | undefined,
): Promise<App> {
  const { id, secret: basicSecret } = basic(authorization);
  const app = findApp(settings, form.get('client_id') ?? id);
  const secret = form.get('client_secret') ?? basicSecret;
  const assertion = form.get('client_assertion');
  if (app.kind === 'spa') {
    if (secret !== undefined || assertion !== null)
      throw invalidClient(
        700025,
        "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
      );
    return app;
  }
  if (assertion !== null) await checkAssertion(app, assertion, keys);
  else if (secret === undefined)
    throw invalidClient(
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    );
  else if (app.secret === undefined || !same(secret, app.secret))
    throw invalidClient(
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${app.clientId}'.`,
    );
  return app;
}
