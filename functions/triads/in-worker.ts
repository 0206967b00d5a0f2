import { Worker } from 'node:worker_threads';
import type { Result } from '../../shared/result';
import { Busy, type ProofOutcome, type Proofs } from '../ports';

const waitSeconds = 30;
/** What the solver may take beyond its time to come to a stop. */
const graceSeconds = 10;

/**
 * Proofs on a thread of their own: the solver does not stop for anybody, and its memory goes with the thread. One at
 * a time in each process; `file` is the built functions/triads/proof-worker.ts.
 */
export function proofsInWorker(file: string): Proofs {
  let running = false;
  return {
    async prove(task) {
      if (running) throw new Busy(waitSeconds);
      running = true;
      try {
        return await inThread(new Worker(file, { workerData: task }), task.seconds + graceSeconds);
      } finally {
        running = false;
      }
    },
  };
}

function inThread(worker: Worker, seconds: number): Promise<Result<ProofOutcome>> {
  return new Promise((resolve, reject) => {
    const tooLong = setTimeout(() => void worker.terminate(), 1000 * seconds);
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => {
      clearTimeout(tooLong);
      reject(new Error(`The proving thread ended with ${code} before it had an answer.`));
    });
  });
}
