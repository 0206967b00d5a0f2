/** Works beside the page, so that the pane stays alive, and tells what it has found so far. Ends by itself or when aborted. */
export type WorkInWorker<Order, Reply> = (
  order: Order,
  onReply: (reply: Reply) => void,
  signal: AbortSignal,
) => Promise<void>;

interface Worked<Reply> {
  readonly script: string;
  readonly parse: (data: unknown) => Reply;
  readonly isLast: (reply: Reply) => boolean;
}

export function inWorker<Order, Reply>({ script, parse, isLast }: Worked<Reply>): WorkInWorker<Order, Reply> {
  return (order, onReply, signal) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(script);
      const end = (): void => {
        worker.terminate();
        resolve();
      };
      signal.addEventListener('abort', end);
      worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (signal.aborted) return;
        const reply = parse(data);
        onReply(reply);
        if (isLast(reply)) end();
      });
      worker.addEventListener('error', (event) => {
        worker.terminate();
        reject(new Error(`The planner stopped: ${event.message}`));
      });
      worker.postMessage(order);
    });
}
