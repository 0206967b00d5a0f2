import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import * as z from 'zod/mini';
import type { LocalClock } from '../moved-clock';
import { clockOrderSchema } from '../process-clock';
import type { Counters } from './counters';
import { type Faults, faultOrderSchema } from './faults';
import { type DeltaOrders, deltaOrderSchema } from './graph/delta/orders';
import { notificationControl } from './notifications/control';
import type { Courier } from './notifications/courier';
import type { NotificationOrders } from './notifications/orders';
import { seedSchema } from './seed';
import { seedStore } from './seed-store';
import { signIn } from './tokens/authorize';
import { findApp } from './tokens/client';
import { forApp, forUser, signedInUser, type TokenService } from './tokens/grants';
import { readScopes } from './tokens/scopes';
import { TokenError } from './tokens/token-error';

const optionsSchema = z.partial(
  z.strictObject({
    latencyMilliseconds: z.number(),
    sendingLimit: z.enum(['count', 'refuse']),
    accessTokenSeconds: z.number(),
  }),
);
export type Options = z.infer<typeof optionsSchema>;

const tokenOrderSchema = z.strictObject({ clientId: z.string(), user: z.optional(z.string()), scope: z.string() });
const rotateSchema = z.strictObject({ retire: z.optional(z.boolean()) });

export interface ControlParts {
  readonly tokens: TokenService;
  readonly counters: Counters;
  readonly faults: Faults;
  readonly deltaOrders: DeltaOrders;
  readonly notificationOrders: NotificationOrders;
  readonly courier: Courier;
  readonly clock: LocalClock;
  readonly setOptions: (options: Options) => void;
}

/** Control answers 400 and says what is wrong: it is met by those who write tests. */
async function parsed<Schema extends z.ZodMiniType>(c: Context, schema: Schema): Promise<z.infer<Schema>> {
  const text = await c.req.text();
  return z.parse(schema, text === '' ? {} : JSON.parse(text));
}

async function orderToken(c: Context, tokens: TokenService): Promise<Response> {
  const { clientId, user, scope } = await parsed(c, tokenOrderSchema);
  const client = findApp(tokens.settings, clientId);
  const answer =
    user === undefined
      ? await forApp(tokens, client, scope)
      : await forUser(tokens, client, signedInUser(tokens, user), readScopes(scope, tokens.settings));
  return c.json(answer);
}

/** Only addresses of this machine, since what follows has a person's session. */
function localTarget(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && ['localhost', '127.0.0.1'].includes(url.hostname) ? url.toString() : undefined;
}

export function controlApp(parts: ControlParts): Hono {
  const { tokens, counters, faults, deltaOrders, setOptions } = parts;
  const app = new Hono().basePath('/control');
  app.use(cors({ origin: (origin) => (localTarget(origin) === undefined ? null : origin), credentials: true }));
  app.get('/health', (c) => c.json({ ok: true, now: tokens.now().toISOString() }));
  app.post('/seed', async (c) => c.json(seedStore(tokens.store, await parsed(c, seedSchema), tokens.now())));
  app.post('/token', (c) => orderToken(c, tokens));
  app.get('/sign-in', (c) => {
    const to = localTarget(c.req.query('to') ?? '');
    if (to === undefined) return c.json({ problem: '`to` must be an address on this machine.' }, 400);
    signIn(c, tokens, signedInUser(tokens, c.req.query('user') ?? ''));
    return c.redirect(to);
  });
  app.post('/faults', async (c) => {
    faults.order(await parsed(c, faultOrderSchema));
    return c.json({ ok: true });
  });
  app.delete('/faults', (c) => {
    faults.order(undefined);
    return c.json({ ok: true });
  });
  app.get('/faults', (c) => c.json({ order: faults.current() ?? null, given: faults.given() }));
  app.post('/delta', async (c) => {
    deltaOrders.order(await parsed(c, deltaOrderSchema));
    return c.json({ ok: true });
  });
  app.delete('/delta', (c) => {
    deltaOrders.order({});
    return c.json({ ok: true });
  });
  app.get('/clock', (c) =>
    c.json({ now: tokens.now().toISOString(), setting: parts.clock.setting() ?? null, idle: parts.courier.idle() }),
  );
  app.post('/clock', async (c) => {
    const { to, at } = await parsed(c, clockOrderSchema);
    const before = parts.clock.now();
    parts.clock.moveTo(Date.parse(to), at);
    tokens.kept.stay(before, parts.clock.now() - before);
    parts.courier.wake();
    return c.json({ now: tokens.now().toISOString() });
  });
  app.route('/notifications', notificationControl(parts.courier, parts.notificationOrders, parsed));
  app.get('/counters', (c) => c.json(counters.now()));
  app.post('/counters/reset', (c) => {
    counters.reset();
    return c.json({ ok: true });
  });
  app.post('/keys/rotate', async (c) => {
    const { retire = false } = await parsed(c, rotateSchema);
    await tokens.keys.rotate({ retire });
    return c.json({ keys: tokens.keys.published().map(({ kid }) => kid) });
  });
  app.post('/options', async (c) => {
    setOptions(await parsed(c, optionsSchema));
    return c.json({ ok: true });
  });
  app.onError((error, c) => {
    if (error instanceof TokenError || error instanceof z.core.$ZodError || error instanceof SyntaxError)
      return c.json({ problem: error.message }, 400);
    throw error;
  });
  return app;
}
