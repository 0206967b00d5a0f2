import type { HostPort } from './port';

/** The panel in a page of its own: from a link in a mail, or where Office does not answer. */
export function browserHost(): HostPort {
  return {
    name: 'browser',
    look: { dark: window.matchMedia('(prefers-color-scheme: dark)').matches },
    cornerTaken: false,
    signsIn: false,
    loginHint: () => Promise.resolve(undefined),
    openWindow: (address) => {
      window.open(address, '_blank', 'noopener');
    },
  };
}
