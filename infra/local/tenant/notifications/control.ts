import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import type { Courier } from './courier';
import { lifecycleEvents } from './mailbag';
import { type NotificationOrders, notificationOrderSchema } from './orders';

const lifecycleSchema = z.strictObject({ subscription: z.string(), event: z.enum(lifecycleEvents) });
const forgeSchema = z.strictObject({ subscription: z.string(), with: z.optional(z.record(z.string(), z.unknown())) });

/** `/control/notifications`: what goes wrong on the way, and notices that nothing in the tenant gives rise to. */
export function notificationControl(
  courier: Courier,
  orders: NotificationOrders,
  parsed: <Schema extends z.ZodMiniType>(c: Context, schema: Schema) => Promise<z.infer<Schema>>,
): Hono {
  const app = new Hono();
  const unknown = { problem: 'There is no such subscription, or it has no address for lifecycle notices.' };
  app.get('/', (c) => c.json({ order: orders.current(), ...courier.counted() }));
  app.post('/', async (c) => {
    orders.order(await parsed(c, notificationOrderSchema));
    return c.json({ ok: true });
  });
  app.delete('/', (c) => {
    orders.order({});
    return c.json({ ok: true });
  });
  app.post('/lifecycle', async (c) => {
    const { subscription, event } = await parsed(c, lifecycleSchema);
    return courier.lifecycle(subscription, event) ? c.json({ ok: true }) : c.json(unknown, 404);
  });
  app.post('/forge', async (c) => {
    const { subscription, with: changes = {} } = await parsed(c, forgeSchema);
    const status = await courier.forge(subscription, changes);
    return status === undefined ? c.json(unknown, 404) : c.json({ status });
  });
  return app;
}
