import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { LocalClock } from '../../moved-clock';
import type { Mover } from './mover';
import { moveOrderSchema, targetOf } from './wanted';

/** `/api/clock`: where the clock stands and how a move gets on; POST begins one. */
export function clockApp(clock: LocalClock, mover: Mover): Hono {
  const app = new Hono();
  app.get('/', (context) => context.json(mover.state()));
  app.post('/', async (context) => {
    const order = z.safeParse(moveOrderSchema, await context.req.json().catch(() => undefined));
    if (!order.success) return context.json({ sentence: 'Choose a day and a time to go to.' }, 400);
    const { to, timers = 'thinned' } = order.data;
    const target = targetOf(to, clock.now());
    if (target <= clock.now())
      return context.json({ sentence: 'The clock only goes forward. Start again to go back.' }, 409);
    if (!mover.begin(target, timers))
      return context.json({ sentence: 'The clock is being moved already. Wait until it stands.' }, 409);
    return context.json(mover.state(), 202);
  });
  return app;
}
