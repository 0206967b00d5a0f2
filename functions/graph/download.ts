import { Busy } from '../ports';

/**
 * File content comes by a redirect to a storage address that is good for a short while and needs no token. It is
 * followed by hand, once, to SharePoint alone (or to where Graph is, in the embedded tenant), and without our token.
 * https://learn.microsoft.com/graph/api/driveitem-get-content
 */
export async function followRedirect(
  response: Response,
  settings: { readonly graphOrigin: string; readonly timeLimitSeconds: number },
): Promise<Response> {
  const location = response.headers.get('location');
  if (response.status !== 302 || location === null) return response;
  const address = new URL(location);
  const ours = address.origin === settings.graphOrigin;
  const sharePoint = address.protocol === 'https:' && address.hostname.endsWith('.sharepoint.com');
  if (!ours && !sharePoint) throw new Error('A download led away from SharePoint; it was not followed.');
  try {
    const signal = AbortSignal.timeout(settings.timeLimitSeconds * 1000);
    const content = await fetch(address, { redirect: 'error', signal });
    const bytes = await content.arrayBuffer();
    return new Response(bytes, { status: content.status });
  } catch (cause) {
    throw new Busy(30, { cause });
  }
}
