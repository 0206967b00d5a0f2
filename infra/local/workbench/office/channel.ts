import type { CallName, Calls, Refusal, ToPanel, ToWorkbench } from './protocol';

/** An error as Office throws it. */
export class OfficeError extends Error {
  readonly code: string;
  constructor({ code, message }: Refusal) {
    super(message);
    this.name = 'OfficeExtension.Error';
    this.code = code;
  }
}

export interface Channel {
  ask<N extends CallName>(name: N, input: Calls[N]['input']): Promise<Calls[N]['output']>;
  /** What the workbench tells without being asked. */
  onTold(listener: (message: Exclude<ToPanel, { readonly office: 'answer' }>) => void): void;
}

interface Waiting {
  readonly answer: (output: unknown) => void;
  readonly refuse: (error: OfficeError) => void;
}

/** Speaks with the workbench page around this frame, and with nobody else. */
export function openChannel(frame: Window, workbenchOrigin: string): Channel {
  const waiting = new Map<number, Waiting>();
  const listeners: Parameters<Channel['onTold']>[0][] = [];
  let asked = 0;
  frame.addEventListener('message', ({ data, origin, source }: MessageEvent<ToPanel>) => {
    if (origin !== workbenchOrigin || source !== frame.parent) return;
    if (data.office !== 'answer') for (const listener of listeners) listener(data);
    else settle(waiting, data);
  });
  return {
    ask: (name, input) =>
      new Promise((resolve, reject) => {
        asked += 1;
        // The one place where the protocol's types are trusted: both ends are built from them.
        waiting.set(asked, { answer: (output) => resolve(output as never), refuse: reject });
        const message: ToWorkbench = { office: 'call', number: asked, name, input };
        frame.parent.postMessage(message, workbenchOrigin);
      }),
    onTold: (listener) => listeners.push(listener),
  };
}

function settle(waiting: Map<number, Waiting>, data: Extract<ToPanel, { readonly office: 'answer' }>): void {
  const found = waiting.get(data.number);
  waiting.delete(data.number);
  if (data.ok) found?.answer(data.output);
  else found?.refuse(new OfficeError(data.refusal));
}
