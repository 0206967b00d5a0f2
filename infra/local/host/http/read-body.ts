import type { IncomingMessage } from 'node:http';

/** Azure's limit of one HTTP request. */
export const largestBody = 100 * 1024 * 1024;

/** The whole body, or undefined when it is over the limit. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > largestBody) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > largestBody) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
