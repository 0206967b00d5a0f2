import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { authorize, logOut, pick } from './authorize';
import { discovery } from './discovery';
import type { TokenService } from './grants';
import { managedIdentity } from './managed-identity';
import { tokenEndpoint } from './token-endpoint';

/** The token service's addresses. Browsers may read discovery, keys and tokens from any origin, as with Entra. */
export function tokenApp(service: TokenService): Hono {
  const { tenantId } = service.settings;
  const app = new Hono();
  const oauth = `/${tenantId}/oauth2/v2.0`;
  const open = cors({ origin: '*', allowMethods: ['GET', 'POST', 'OPTIONS'] });
  app.use(`/${tenantId}/v2.0/*`, open);
  app.use(`/${tenantId}/discovery/*`, open);
  app.use(`${oauth}/token`, open);
  app.get(`/${tenantId}/v2.0/.well-known/openid-configuration`, (c) =>
    c.json(discovery(service.origin, tenantId, service.issuer)),
  );
  app.get(`/${tenantId}/discovery/v2.0/keys`, (c) => c.json({ keys: service.keys.published() }));
  app.get(`${oauth}/authorize`, (c) => authorize(c, service));
  app.post(`${oauth}/authorize`, (c) => pick(c, service));
  app.post(`${oauth}/token`, (c) => tokenEndpoint(c, service));
  app.get(`${oauth}/logout`, (c) => logOut(c, service));
  app.get('/msi/token', (c) => managedIdentity(c, service));
  return app;
}
