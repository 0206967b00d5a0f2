import { createServer } from 'node:net';
import { Stop } from './stop';

/** One for each process that listens; 0 takes any that is free. */
export interface Ports {
  readonly workbench: number;
  readonly tenant: number;
  readonly functions: number;
}

export const usualPorts: Ports = { workbench: 4000, tenant: 4001, functions: 4002 };

export interface ChosenPorts {
  readonly ports: Ports;
  /** What to tell whoever expected the usual ones. */
  readonly notices: readonly string[];
}

/** The wanted ports, or for one that is taken the next that is free. */
export async function choosePorts(wanted: Ports): Promise<ChosenPorts> {
  const chosen: Record<string, number> = {};
  const notices: string[] = [];
  for (const [name, port] of Object.entries(wanted)) {
    const free = await freePortFrom(port, [
      ...Object.values(chosen),
      ...Object.values(wanted).filter((one) => one !== port),
    ]);
    if (port !== 0 && free !== port) notices.push(`Port ${port} is taken, so the ${name} takes ${free}.`);
    chosen[name] = free;
  }
  const { workbench = 0, tenant = 0, functions = 0 } = chosen;
  return { ports: { workbench, tenant, functions }, notices };
}

async function freePortFrom(wanted: number, avoided: readonly number[]): Promise<number> {
  if (wanted === 0) return anyFreePort(avoided);
  for (let port = wanted; port < wanted + 100 && port < 65_536; port += 1)
    if (!avoided.includes(port) && (await isFree(port))) return port;
  throw new Stop(`No port from ${wanted} on is free. Choose others with: npm start -- --port 5000`);
}

async function anyFreePort(avoided: readonly number[]): Promise<number> {
  for (;;) {
    const port = await listenOnce(0, 'localhost');
    if (port !== undefined && !avoided.includes(port)) return port;
  }
}

/** `localhost` is one address for one program and another for the next: both must be free. */
async function isFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '::1']) if ((await listenOnce(port, host)) === undefined) return false;
  return true;
}

/** The port that could be had for a moment, undefined where it is taken. An address that does not exist is free. */
function listenOnce(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRNOTAVAIL' ? port : undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const found = typeof address === 'object' && address !== null ? address.port : undefined;
      server.close(() => resolve(found));
    });
  });
}
