import * as z from 'zod/mini';
import type { WorkbenchEndpoints } from './settings';

/** The workbench's own reading of Graph, app-only: it stands for Outlook and Word, not for the product. */
export interface Graph {
  get(path: string): Promise<unknown>;
  post(path: string, body: unknown): Promise<void>;
  remove(path: string): Promise<void>;
  download(path: string): Promise<Uint8Array<ArrayBuffer>>;
}

const tokenAnswer = z.object({ access_token: z.string(), expires_in: z.number() });
const secondsToSpare = 60;

/** Graph said no: its status and its own sentence go on to the page. */
export class GraphRefusal extends Error {
  override readonly name = 'GraphRefusal';
  readonly status: number;
  constructor(status: number, text: string) {
    super(text);
    this.status = status;
  }
}

export function openGraph(endpoints: WorkbenchEndpoints): Graph {
  const token = tokenKeeper(endpoints);
  const send = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const response = await fetch(`${endpoints.tenant}/v1.0${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await token()}`,
        prefer: 'outlook.timezone="UTC"',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new GraphRefusal(response.status, await response.text());
    return response;
  };
  return {
    get: async (path) => (await send('GET', path)).json(),
    post: async (path, body) => {
      await send('POST', path, body);
    },
    remove: async (path) => {
      await send('DELETE', path);
    },
    download: async (path) => new Uint8Array(await (await send('GET', path)).arrayBuffer()),
  };
}

function tokenKeeper(endpoints: WorkbenchEndpoints): () => Promise<string> {
  let kept: { readonly token: string; readonly until: number } | undefined;
  return async () => {
    if (kept !== undefined && Date.now() < kept.until) return kept.token;
    const response = await fetch(`${endpoints.tenant}/${endpoints.tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: endpoints.workbenchClientId,
        client_secret: endpoints.workbenchClientSecret,
        scope: 'https://graph.microsoft.com/.default',
      }),
    });
    if (!response.ok) throw new GraphRefusal(response.status, await response.text());
    const { access_token, expires_in } = z.parse(tokenAnswer, await response.json());
    kept = { token: access_token, until: Date.now() + (expires_in - secondsToSpare) * 1000 };
    return access_token;
  };
}
