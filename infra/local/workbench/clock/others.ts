import * as z from 'zod/mini';

/** The clocks of the other two processes. */
export interface OtherClocks {
  /** Whether nothing is under way, and when something is due next. */
  look(): Promise<{
    readonly idle: boolean;
    readonly next: number | undefined;
    readonly nextOfAll: number | undefined;
  }>;
  /** At the real instant `at` it is `to`. */
  move(to: number, at: number): Promise<void>;
}

interface Addresses {
  readonly tenant: string;
  readonly functions: string;
  readonly functionsMasterKey: string;
}

const tenantClock = z.object({ idle: z.boolean() });
const moment = z.nullable(z.iso.datetime());
const hostClock = z.object({ idle: z.boolean(), next: moment, nextOfAll: moment });

async function ask(address: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(address, init);
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

const instant = (text: string | null): number | undefined => (text === null ? undefined : Date.parse(text));

/** The tenant goes first: what the host's timers ask of it then is already at the new time. */
export function otherClocks({ tenant, functions, functionsMasterKey }: Addresses): OtherClocks {
  const ofTenant = `${tenant}/control/clock`;
  const ofHost = `${functions}/admin/local/clock`;
  const headers = { 'x-functions-key': functionsMasterKey };
  return {
    async look() {
      const first = z.parse(tenantClock, await ask(ofTenant, {}));
      const { idle, next, nextOfAll } = z.parse(hostClock, await ask(ofHost, { headers }));
      return { idle: first.idle && idle, next: instant(next), nextOfAll: instant(nextOfAll) };
    },
    async move(to, at) {
      const body = JSON.stringify({ to: new Date(to).toISOString(), at });
      await ask(ofTenant, { method: 'POST', body });
      await ask(ofHost, { method: 'POST', body, headers });
    },
  };
}
