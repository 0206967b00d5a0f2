import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { choosePorts } from '../../../../infra/local/supervisor/ports';

let taken: Server;
let port: number;

beforeAll(async () => {
  taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => taken.close());

test('a taken port gives way to the next that is free, and says so', async () => {
  const { ports, notices } = await choosePorts({ workbench: port, tenant: 0, functions: 0 });
  expect(ports.workbench).toBeGreaterThan(port);
  expect(notices).toEqual([`Port ${port} is taken, so the workbench takes ${ports.workbench}.`]);
});

test('three different ports are chosen, also where any will do', async () => {
  const { ports, notices } = await choosePorts({ workbench: 0, tenant: 0, functions: 0 });
  expect(new Set(Object.values(ports)).size).toBe(3);
  expect(notices).toEqual([]);
});
