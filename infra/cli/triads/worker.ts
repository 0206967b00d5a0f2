import { parentPort, workerData } from 'node:worker_threads';
import { planAndProve } from './plan-and-prove';

/** The thread that plans triads: a task comes in, sentences of progress and one answer go out. */
const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread.');

planAndProve(workerData, (progress) => port.postMessage({ progress })).then(
  (answer) => port.postMessage({ answer }),
  // Uncaught, it ends the thread and reaches whoever started it.
  (error) =>
    setImmediate(() => {
      throw error;
    }),
);
