import { outlookHost } from '../../../addin/host/outlook';

/** Office.js by hand, as far as the adapter calls it. */
function office(item: unknown, supported: readonly string[] = []) {
  const answered = <T>(value: T) => ({ status: 'succeeded', value });
  const handlers: (() => void)[] = [];
  Object.assign(globalThis, {
    Office: {
      AsyncResultStatus: { Succeeded: 'succeeded' },
      CoercionType: { Text: 'text' },
      EventType: { ItemChanged: 'olkItemSelectedChanged' },
      MailboxEnums: { ItemType: { Appointment: 'appointment' } },
      context: {
        officeTheme: { bodyBackgroundColor: '#1f1f1f' },
        requirements: { isSetSupported: (name: string) => supported.includes(name) },
        mailbox: {
          item,
          userProfile: { emailAddress: 'ada.alder@trust.example' },
          addHandlerAsync: (_type: string, handler: () => void) => handlers.push(handler),
          removeHandlerAsync: () => handlers.splice(0),
        },
      },
    },
  });
  const asked = <T>(value: T) => ({
    getAsync: (...given: unknown[]) => (given.at(-1) as (answer: unknown) => void)(answered(value)),
  });
  return { handlers, asked };
}

const start = new Date('2026-11-16T09:00:00Z');
const end = new Date('2026-11-16T15:00:00Z');
const { asked } = office(null);

afterAll(() => {
  Reflect.deleteProperty(globalThis, 'Office');
});

test('an attendee reads a meeting', async () => {
  office({ itemType: 'appointment', subject: 'Visit', start, end, body: asked('the text') });
  expect(await outlookHost().item?.read()).toEqual({
    what: 'meeting',
    subject: 'Visit',
    text: 'the text',
    start: '2026-11-16T09:00:00.000Z',
    end: '2026-11-16T15:00:00.000Z',
  });
});

test('an organiser’s own meeting is asked for its values', async () => {
  office({ itemType: 'appointment', subject: asked('Visit'), start: asked(start), end: asked(end), body: asked('') });
  expect(await outlookHost().item?.read()).toMatchObject({
    what: 'meeting',
    subject: 'Visit',
    start: start.toISOString(),
  });
});

test('a mail has no hours', async () => {
  office({ itemType: 'message', subject: 'Outcome', body: asked('the text') });
  expect(await outlookHost().item?.read()).toEqual({ what: 'mail', subject: 'Outcome', text: 'the text' });
});

test('a body that Outlook does not give is empty, and nothing breaks', async () => {
  office({
    itemType: 'message',
    subject: 'Encrypted',
    body: { getAsync: (_type: string, answer: (told: unknown) => void) => answer({ status: 'failed' }) },
  });
  expect(await outlookHost().item?.read()).toEqual({ what: 'mail', subject: 'Encrypted', text: '' });
});

test('a pinned pane without a selection has no item', async () => {
  office(null);
  expect(await outlookHost().item?.read()).toBeUndefined();
});

test('it listens to another item being opened, until it stops', () => {
  const { handlers } = office(null);
  const stop = outlookHost().item?.onChange(() => undefined);
  expect(handlers).toHaveLength(1);
  stop?.();
  expect(handlers).toHaveLength(0);
});

test('theme and nested sign-in come from Office', () => {
  office(null, ['NestedAppAuth']);
  expect(outlookHost()).toMatchObject({ look: { dark: true }, signsIn: true, cornerTaken: false });
});
