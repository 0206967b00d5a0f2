import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody who is notified: answers the handshake and keeps what comes. */
export interface Subscriber {
  readonly url: string;
  readonly parcels: { path: string; notices: Record<string, unknown>[] }[];
  /** What the next deliveries are answered with; then 202. */
  readonly answers: number[];
  handshake: (token: string) => { status: number; type: string; body: string };
  stop(): Promise<void>;
}

export async function listen(): Promise<Subscriber> {
  const subscriber: Subscriber = {
    url: '',
    parcels: [],
    answers: [],
    handshake: (body) => ({ status: 200, type: 'text/plain', body }),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server: Server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    const token = searchParams.get('validationToken');
    if (token !== null) {
      const { status, type, body } = subscriber.handshake(token);
      response.writeHead(status, { 'Content-Type': type }).end(body);
      return;
    }
    const text = await new Response(request as unknown as ReadableStream).text();
    const status = subscriber.answers.shift() ?? 202;
    if (status === 202) subscriber.parcels.push({ path: pathname, notices: JSON.parse(text).value });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', () => resolve()));
  return Object.assign(subscriber, { url: `http://localhost:${(server.address() as AddressInfo).port}` });
}
