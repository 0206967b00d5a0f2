import { officeLook, officeSignsIn, openOfficeWindow } from './office-look';
import type { HostPort, OpenItem } from './port';

type Answer<T> = (result: Office.AsyncResult<T>) => void;

/** A call of Office.js as a promise; what it cannot give is undefined, and the panel goes without. */
function asked<T>(ask: (answer: Answer<T>) => void): Promise<T | undefined> {
  return new Promise((resolve) => {
    ask((result) => resolve(result.status === Office.AsyncResultStatus.Succeeded ? result.value : undefined));
  });
}

/** Reading gives a value, composing (the organiser's own meeting) an object that is asked for it. */
function valueTold<T>(told: T | { getAsync(answer: Answer<T>): void } | undefined): Promise<T | undefined> {
  if (typeof told === 'object' && told !== null && 'getAsync' in told)
    return asked<T>((answer) => told.getAsync(answer));
  return Promise.resolve(told);
}

async function readItem(): Promise<OpenItem | undefined> {
  const item = Office.context.mailbox.item;
  // Null when a pinned pane stays open without a selection (office-js #2295).
  if (item === null || item === undefined) return undefined;
  const [subject, text] = await Promise.all([
    valueTold<string>(item.subject),
    asked<string>((answer) => item.body.getAsync(Office.CoercionType.Text, answer)),
  ]);
  const told = { subject: subject ?? '', text: text ?? '' };
  if (item.itemType !== Office.MailboxEnums.ItemType.Appointment) return { what: 'mail', ...told };
  const [start, end] = await Promise.all([valueTold<Date>(item.start), valueTold<Date>(item.end)]);
  return { what: 'meeting', ...told, start: start?.toISOString(), end: end?.toISOString() };
}

function onItemChange(listener: () => void): () => void {
  const { mailbox } = Office.context;
  mailbox.addHandlerAsync(Office.EventType.ItemChanged, listener);
  return () => mailbox.removeHandlerAsync(Office.EventType.ItemChanged);
}

export function outlookHost(): HostPort {
  return {
    name: 'Outlook',
    look: officeLook(),
    cornerTaken: false,
    signsIn: officeSignsIn(),
    loginHint: () => Promise.resolve(Office.context.mailbox.userProfile?.emailAddress),
    item: { read: readItem, onChange: onItemChange },
    openWindow: openOfficeWindow,
  };
}
