import { parentPort, workerData } from 'node:worker_threads';
import { planFor } from './plan-for';

/** The thread that plans meetings: a task comes in, sentences of progress and one answer go out. */
const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread.');

planFor(workerData, (progress) => port.postMessage({ progress })).then(
  (answer) => port.postMessage({ answer }),
  // Uncaught, it ends the thread and reaches whoever started it.
  (error) =>
    setImmediate(() => {
      throw error;
    }),
);
