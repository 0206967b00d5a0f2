import { WordRefusal } from '../../docx/refused';
import type { CallName, Calls, Refusal, Surroundings, ToPanel, ToWorkbench, WordAnswer } from '../../office/protocol';

/** What the workbench does for the panel: each call of our office.js ends here. */
export interface OfficeHost {
  surroundings(): Surroundings;
  body(id: string, as: 'text' | 'html'): Promise<string>;
  word(context: number, steps: Calls['word']['input']['steps']): WordAnswer;
}

type Answers = { readonly [N in CallName]: (input: Calls[N]['input']) => Promise<Calls[N]['output']> };

function answersOf(host: OfficeHost): Answers {
  return {
    ready: async () => host.surroundings(),
    body: ({ id, as }) => host.body(id, as),
    openWindow: async ({ address }) => {
      window.open(address, '_blank', 'noopener');
      return undefined;
    },
    word: async ({ context, steps }) => host.word(context, steps),
  };
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof WordRefusal) return { code: error.code, message: error.message };
  return { code: 'GeneralException', message: error instanceof Error ? error.message : String(error) };
}

/** Answers the panel in this frame until it is taken away. Nobody else is listened to. */
export function hostPanel(frame: HTMLIFrameElement, panelOrigin: string, host: OfficeHost): () => void {
  const answers = answersOf(host);
  const tell = (message: ToPanel) => frame.contentWindow?.postMessage(message, panelOrigin);
  const listen = ({ data, origin, source }: MessageEvent<ToWorkbench>) => {
    if (origin !== panelOrigin || source !== frame.contentWindow || data.office !== 'call') return;
    const { number, name, input } = data;
    // Every name has its own input; the frame's half of office.js keeps them together.
    answers[name](input as never).then(
      (output) => tell({ office: 'answer', number, ok: true, output }),
      (error: unknown) => tell({ office: 'answer', number, ok: false, refusal: refusalOf(error) }),
    );
  };
  addEventListener('message', listen);
  return () => removeEventListener('message', listen);
}

export function tellPanel(frame: HTMLIFrameElement, panelOrigin: string, message: ToPanel): void {
  frame.contentWindow?.postMessage(message, panelOrigin);
}
