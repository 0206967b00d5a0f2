import { browserHost } from './browser';
import { outlookHost } from './outlook';
import type { HostPort } from './port';
import { wordHost } from './word-host';

const patienceMilliseconds = 5000;

/**
 * The application around the panel. Office.onReady sometimes never answers (office-js #6023), so the wait has an end:
 * the panel then works as in a plain browser.
 */
export async function openHost(): Promise<HostPort> {
  if (!('Office' in window)) return browserHost();
  const patience = new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), patienceMilliseconds);
  });
  const ready = await Promise.race([Office.onReady(), patience]);
  if (ready?.host === Office.HostType?.Outlook && Office.context?.mailbox !== undefined) return outlookHost();
  if (ready?.host === Office.HostType?.Word) return wordHost();
  return browserHost();
}
