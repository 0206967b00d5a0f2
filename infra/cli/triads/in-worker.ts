import { Worker } from 'node:worker_threads';
import type { ProofOutcome } from '../../../functions/ports';
import type { Result } from '../../../shared/result';
import type { PlanTriads } from './plan-and-prove';

interface Told {
  readonly progress?: string;
  readonly answer?: Result<ProofOutcome>;
}

/** Plans triads on a thread of its own; `file` is the built infra/cli/triads/worker.ts. */
export function planInWorker(file: string): PlanTriads {
  return (task, progress) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(file, { workerData: task });
      worker.on('message', (told: Told) => {
        if (told.progress !== undefined) progress(told.progress);
        if (told.answer !== undefined) resolve(told.answer);
      });
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`The planning thread ended with ${code} before it had an answer.`)));
    });
}
