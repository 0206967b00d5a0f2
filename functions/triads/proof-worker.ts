import { parentPort, workerData } from 'node:worker_threads';
import type { ProofTask } from '../ports';
import { provePlan } from './prove-plan';

/** The thread that proves: one task comes in, one answer goes out. */
const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread.');

provePlan(workerData as ProofTask, () => undefined).then(
  (answer) => port.postMessage(answer),
  // Uncaught, it ends the thread and reaches whoever started it.
  (error) =>
    setImmediate(() => {
      throw error;
    }),
);
