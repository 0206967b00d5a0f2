import { accepted, invalid, metadata, noContent, ok, Refusal, unknownHere } from '../answer';
import { addressOf, mailboxOf } from '../events/mailbox';
import { nextLink } from '../links';
import { holds } from '../odata/evaluate';
import { parseFilter } from '../odata/filter';
import { select } from '../odata/select';
import { outlookPage, sorted } from '../outlook-page';
import { findUser } from '../people/users-table';
import { type GraphRequest, type Handle, objectBody, parameter, type Tenant } from '../request';
import { type MessageRow, putMessage } from './inbox';
import { send } from './sending';

const messageBody = (row: MessageRow): Record<string, unknown> => ({
  ...(JSON.parse(row.body) as Record<string, unknown>),
  id: row.id,
  parentFolderId: row.folder,
});

interface Recipient {
  readonly emailAddress: { readonly name?: string; readonly address: string };
}

function recipients(given: unknown): Recipient[] {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) throw invalid('Recipients are a collection.');
  return given.map((one: { emailAddress?: { address?: unknown } }) => {
    const address = one?.emailAddress?.address;
    if (typeof address !== 'string' || !address.includes('@'))
      throw new Refusal(400, 'ErrorInvalidRecipients', 'At least one recipient isn’t valid.');
    return one as Recipient;
  });
}

const readable = ['subject', 'body', 'torecipients', 'ccrecipients', 'bccrecipients', 'importance', 'from', 'replyto'];

function readMessage(body: Record<string, unknown>): Record<string, unknown> {
  const message = body['message'] ?? body['Message'];
  if (typeof message !== 'object' || message === null)
    throw new Refusal(400, 'ErrorInvalidRequest', 'Message is missing.');
  const strange = Object.keys(message).find((name) => !readable.includes(name.toLowerCase()));
  if (strange !== undefined) throw unknownHere(`mails with '${strange}'`);
  return message as Record<string, unknown>;
}

/** `POST /users/{id}/sendMail`: into the recipients' inboxes, and into the sender's sent items unless told not to. */
export const sendMail: Handle = (request, tenant) => {
  const sender = mailboxOf(request, tenant);
  const given = objectBody(request);
  const message = readMessage(given);
  const [to, cc, bcc] = ['toRecipients', 'ccRecipients', 'bccRecipients'].map((name) => recipients(message[name]));
  const all = [...(to ?? []), ...(cc ?? []), ...(bcc ?? [])];
  if (all.length === 0) throw new Refusal(400, 'ErrorInvalidRecipients', 'At least one recipient is needed.');
  send(tenant, sender.id);
  const { contentType = 'text', content = '' } = (message['body'] ?? {}) as { contentType?: string; content?: string };
  const sent = {
    subject: String(message['subject'] ?? ''),
    body: { contentType: contentType.toLowerCase(), content },
    from: { emailAddress: addressOf(sender) },
    toRecipients: to ?? [],
    at: tenant.now().getTime(),
    more: { ccRecipients: cc ?? [] },
  };
  const seen = new Set<string>();
  for (const { emailAddress } of all) {
    const user = findUser(tenant.store, emailAddress.address);
    if (!user || user.mailbox === 0 || seen.has(user.id)) continue;
    seen.add(user.id);
    putMessage(tenant.store, user.id, 'inbox', sent);
  }
  if (given['saveToSentItems'] !== false) putMessage(tenant.store, sender.id, 'sentitems', sent);
  return accepted;
};

function listMessages(request: GraphRequest, tenant: Tenant, folder: string | undefined) {
  const { query } = request;
  query.only('select', 'filter', 'orderby', 'top', 'skip', 'count');
  const user = mailboxOf(request, tenant);
  const rows = tenant.store.all<MessageRow>(
    'select * from message where mailbox = ? order by received desc, id',
    user.id,
  );
  const text = query.get('filter');
  const filter = text === undefined ? undefined : parseFilter(text);
  const bodies = rows
    .filter((row) => folder === undefined || row.folder === folder)
    .map(messageBody)
    .filter((body) => !filter || holds(filter, body));
  const ordered = sorted(bodies, query.get('orderby'));
  const { top, skip } = outlookPage(request);
  return ok({
    '@odata.context': metadata(`users('${user.id}')/messages`),
    ...(query.get('count')?.toLowerCase() === 'true' ? { '@odata.count': ordered.length } : {}),
    ...(ordered.length > skip + top ? { '@odata.nextLink': nextLink(request.url, { $skip: String(skip + top) }) } : {}),
    value: ordered.slice(skip, skip + top).map((body) => select(body, query.get('select'))),
  });
}

export const getMessages: Handle = (request, tenant) => listMessages(request, tenant, undefined);

export const getFolderMessages: Handle = (request, tenant) => {
  const folder = parameter(request, 'folder').toLowerCase();
  if (folder !== 'inbox' && folder !== 'sentitems') throw unknownHere(`the mail folder '${folder}'`);
  return listMessages(request, tenant, folder);
};

function messageOf(request: GraphRequest, tenant: Tenant): MessageRow {
  const user = mailboxOf(request, tenant);
  const row = tenant.store.get<MessageRow>(
    'select * from message where id = ? and mailbox = ?',
    parameter(request, 'message'),
    user.id,
  );
  if (!row) throw new Refusal(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
  return row;
}

export const getMessage: Handle = (request, tenant) => {
  request.query.only('select');
  const row = messageOf(request, tenant);
  const body = { '@odata.context': metadata(`users('${row.mailbox}')/messages/$entity`), ...messageBody(row) };
  return ok(select(body, request.query.get('select')));
};

export const patchMessage: Handle = (request, tenant) => {
  const row = messageOf(request, tenant);
  const { isRead, categories, ...more } = objectBody(request);
  if (Object.keys(more).length > 0) throw unknownHere(`changing ${Object.keys(more).join(', ')} of a message`);
  const body = {
    ...(JSON.parse(row.body) as Record<string, unknown>),
    ...(typeof isRead === 'boolean' ? { isRead } : {}),
    ...(Array.isArray(categories) ? { categories } : {}),
  };
  tenant.store.run('update message set body = ? where id = ?', JSON.stringify(body), row.id);
  return ok({
    '@odata.context': metadata(`users('${row.mailbox}')/messages/$entity`),
    ...messageBody({ ...row, body: JSON.stringify(body) }),
  });
};

export const deleteMessage: Handle = (request, tenant) => {
  tenant.store.run('delete from message where id = ?', messageOf(request, tenant).id);
  return noContent;
};
