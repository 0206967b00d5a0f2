import { Worker } from 'node:worker_threads';

interface Told<A> {
  readonly progress?: string;
  readonly answer?: A;
}

/** Plans on a thread of its own; `file` is the built worker, which takes a task and tells progress and one answer. */
export function inWorker<T, A>(file: string): (task: T, progress: (sentence: string) => void) => Promise<A> {
  return (task, progress) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(file, { workerData: task });
      worker.on('message', (told: Told<A>) => {
        if (told.progress !== undefined) progress(told.progress);
        if (told.answer !== undefined) resolve(told.answer);
      });
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`The planning thread ended with ${code} before it had an answer.`)));
    });
}
