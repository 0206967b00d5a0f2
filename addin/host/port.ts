import type { WordDocument } from './word-document';

/**
 * What the panel needs of the application around it; nothing else in the panel says Office or Word.
 *
 * Calls of Office.js that the adapters make (the embedded Office of the workbench implements these, and no others):
 * - both: `Office.onReady`, `Office.context.requirements.isSetSupported('NestedAppAuth', '1.1')`,
 *   `Office.context.officeTheme.bodyBackgroundColor`, `Office.context.ui.openBrowserWindow`
 * - Outlook: `Office.context.mailbox.item` (null when nothing is open; `itemType`, `itemId`, `subject`, `start`, `end`,
 *   `organizer`, `from`, `body.getAsync(Office.CoercionType.Text)`; the compose forms with `getAsync`),
 *   `mailbox.userProfile.emailAddress`, `mailbox.addHandlerAsync` and `removeHandlerAsync` of
 *   `Office.EventType.ItemChanged`
 * - Word: `Office.context.document.url`, `Office.auth.getAuthContext`, and those listed in word-document.ts
 * Each is guarded: where an application lacks one, the panel goes without.
 */
export interface HostPort {
  readonly name: 'Outlook' | 'Word' | 'browser';
  readonly look: { readonly dark: boolean };
  /** Word draws its own menu over the pane's top right corner. */
  readonly cornerTaken: boolean;
  /** Whether the application signs in for us (nested app authentication). */
  readonly signsIn: boolean;
  /** Who probably uses it: spares choosing an account. Never trusted. */
  loginHint(): Promise<string | undefined>;
  /** Outlook's open meeting or mail. */
  readonly item?: ItemPort;
  /** Word's open document. */
  readonly document?: WordDocument;
  openWindow(address: string): void;
}

export interface ItemPort {
  /** What is open now; undefined when nothing is. */
  read(): Promise<OpenItem | undefined>;
  /** Another item was opened while the pane stayed. Returns how to stop listening. */
  onChange(listener: () => void): () => void;
}

export interface OpenItem {
  readonly what: 'meeting' | 'mail';
  readonly subject: string;
  /** The body without mark-up. */
  readonly text: string;
  /** Moments, ISO 8601; of a meeting only. */
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}
