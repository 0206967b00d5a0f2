import { randomBytes } from 'node:crypto';
import type { Seed } from '../../seed';
import type { Store } from '../../store';
import { findUser, userBody } from '../people/users-table';

/** A message as Graph shows it, without its annotations. */
export type MessageBody = Readonly<Record<string, unknown>>;

export interface MessageRow {
  readonly id: string;
  readonly mailbox: string;
  readonly folder: string;
  readonly received: number;
  readonly body: string;
}

export interface NewMessage {
  readonly subject: string;
  readonly body: { readonly contentType: string; readonly content: string };
  readonly from: unknown;
  readonly toRecipients: readonly unknown[];
  readonly at: number;
  /** More properties, e.g. of a meeting request. */
  readonly more?: MessageBody;
}

export const plainText = ({ contentType, content }: { contentType: string; content: string }): string =>
  (contentType.toLowerCase() === 'html' ? content.replace(/<[^>]*>/g, ' ') : content).replace(/\s+/g, ' ').trim();

export function putMessage(store: Store, mailbox: string, folder: 'inbox' | 'sentitems', message: NewMessage): void {
  const id = `AAMk${randomBytes(60).toString('base64url')}`;
  const at = `${new Date(message.at).toISOString().slice(0, 19)}Z`;
  const body = {
    createdDateTime: at,
    lastModifiedDateTime: at,
    changeKey: randomBytes(12).toString('base64'),
    categories: [],
    receivedDateTime: at,
    sentDateTime: at,
    hasAttachments: false,
    internetMessageId: `<${randomBytes(16).toString('hex')}@tenant.example>`,
    subject: message.subject,
    bodyPreview: plainText(message.body).slice(0, 255),
    importance: 'normal',
    isRead: folder === 'sentitems',
    isDraft: false,
    body: message.body,
    sender: message.from,
    from: message.from,
    toRecipients: message.toRecipients,
    ccRecipients: [],
    bccRecipients: [],
    replyTo: [],
    ...message.more,
  };
  store.run(
    'insert into message (id, mailbox, folder, received, body) values (?, ?, ?, ?, ?)',
    id,
    mailbox,
    folder,
    message.at,
    JSON.stringify(body),
  );
}

/** A seeded mail. */
export function deliver(store: Store, given: NonNullable<Seed['messages']>[number]): void {
  const user = findUser(store, given.mailbox);
  if (!user) throw new Error(`The seed names the mailbox ${given.mailbox}, which no user has.`);
  const sender = findUser(store, given.from);
  const from = { emailAddress: { name: sender ? userBody(sender).displayName : given.from, address: given.from } };
  putMessage(store, user.id, 'inbox', {
    subject: given.subject,
    body: { contentType: given.contentType ?? 'text', content: given.body },
    from,
    toRecipients: [{ emailAddress: { name: userBody(user).displayName, address: user.mail } }],
    at: Date.parse(given.receivedDateTime),
  });
}
