import { connectAs, portsOver } from '../../functions/graph/open';
import type { GraphPorts } from '../../functions/ports';
import { functionSettings } from '../../infra/local/supervisor/function-settings';
import type { Running } from '../../infra/local/supervisor/start-all';
import { keptLog } from '../functions/graph/rig';
import type { MovedClock } from './moved-clock-of';

export type Ask = <T>(method: string, path: string, body?: unknown) => Promise<T>;

/** What a test does from outside to the running tenant and functions host. */
export interface Trust {
  /** The product's own adapters, in the name of the product. */
  readonly ports: GraphPorts;
  /** `/control/…` of the tenant. */
  readonly control: Ask;
  /** Graph, in the name of the workbench, which stands for everybody's Outlook. */
  readonly outlook: Ask;
  /** Fires a timer of the functions host. */
  fire(timer: string): Promise<void>;
}

export function trustOf({ endpoints }: Running, clock: MovedClock): Trust {
  const { tenant, functions, workbenchClientId } = endpoints;
  const control: Ask = (method, path, body) => ask(`${tenant}/control/${path}`, method, body, {});
  return {
    ports: portsAsProduct(endpoints, clock),
    control,
    async outlook(method, path, body) {
      const order = { clientId: workbenchClientId, scope: 'https://graph.microsoft.com/.default' };
      const { access_token: token } = await control<{ access_token: string }>('POST', 'token', order);
      const headers = { authorization: `Bearer ${token}`, prefer: 'IdType="ImmutableId"' };
      return ask(`${tenant}/v1.0/${path}`, method, body, headers);
    },
    async fire(timer) {
      const headers = { 'x-functions-key': endpoints.functionsMasterKey };
      await ask(`${functions}/admin/functions/${timer}`, 'POST', {}, headers);
    },
  };
}

async function ask<T>(
  address: string,
  method: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<T> {
  const sent =
    body === undefined
      ? { headers }
      : { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(address, { method, ...sent });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${address} was answered with ${answer.status}: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

function portsAsProduct(endpoints: Running['endpoints'], clock: MovedClock): GraphPorts {
  const settings = functionSettings(endpoints);
  const graph = connectAs(
    {
      clientId: endpoints.apiClientId,
      credential: { by: 'secret', secret: endpoints.apiClientSecret },
      authority: settings['AUTHORITY'] ?? '',
      authorityMetadata: settings['AUTHORITY_METADATA'],
      graphOrigin: endpoints.tenant,
      patienceSeconds: 3600,
    },
    clock,
  );
  return portsOver(graph, endpoints, clock, keptLog());
}

export const realSeconds = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
