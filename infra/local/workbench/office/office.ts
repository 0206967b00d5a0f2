import { openClock } from '../../moved-clock';
import { pageSetting } from '../page-setting';
import { type Channel, OfficeError, openChannel } from './channel';
import { closed } from './closed';
import * as words from './enumerations';
import { createMailbox } from './mailbox';
import type { Surroundings, Theme } from './protocol';
import { createWord } from './word-request';

/**
 * The workbench's own office.js: the calls that the panel makes, working on what is open in the workbench page around
 * it. Outside the workbench it behaves as Office's does in a plain page: ready, with no host.
 */
interface Info {
  readonly host: string | null;
  readonly platform: string | null;
}

type OnReady = (info: Info) => unknown;

const { HostType, PlatformType, AsyncResultStatus, CoercionType, EventType, MailboxEnums } = words;

/** Before the panel's own scripts, which ask Date. */
const clock = openClock(pageSetting());

/** `document.currentScript` is there only while the script runs. */
const script = document.currentScript;
const workbenchOrigin = new URL(script instanceof HTMLScriptElement ? script.src : location.href).origin;

function start(): void {
  const inWorkbench = window.parent !== window;
  const channel = inWorkbench ? openChannel(window, workbenchOrigin) : undefined;
  const members: Record<string, unknown> = {
    HostType,
    PlatformType,
    AsyncResultStatus,
    CoercionType,
    EventType,
    MailboxEnums,
    context: {},
  };
  const ready = channel === undefined ? Promise.resolve(noHost) : enter(channel, members);
  members['onReady'] = async (callback?: OnReady) => {
    const info = await ready;
    await callback?.(info);
    return info;
  };
  Object.assign(window, { Office: closed('Office', members) });
  // Office takes these away as well; the panel saves and restores them, or routes in memory.
  Object.assign(window.history, { pushState: null, replaceState: null });
}

const noHost: Info = { host: null, platform: null };

async function enter(channel: Channel, members: Record<string, unknown>): Promise<Info> {
  channel.onTold((message) => {
    if (message.office === 'clock moved') clock.moveTo(message.setting.base, message.setting.realBase);
  });
  const around = await channel.ask('ready', {});
  members['context'] = around.host === 'Outlook' ? outlookContext(channel, around) : wordContext(channel, around);
  if (around.host === 'Word') {
    members['auth'] = closed('Office.auth', {
      getAuthContext: () => Promise.resolve({ userPrincipalName: around.person.emailAddress }),
    });
    Object.assign(window, { Word: closed('Word', createWord(channel)) });
  }
  return { host: around.host, platform: PlatformType.OfficeOnline };
}

/** Requirement sets that the workbench keeps; nested app authentication is not among them, so the panel signs in. */
const sets: Readonly<Record<string, number>> = { Mailbox: 1.8, WordApi: 1.3 };

function sharedContext(channel: Channel, { host, theme }: Surroundings) {
  const context = {
    host,
    platform: PlatformType.OfficeOnline,
    displayLanguage: 'en-GB',
    contentLanguage: 'en-GB',
    officeTheme: theme,
    diagnostics: { host, platform: PlatformType.OfficeOnline, version: '16.0' },
    requirements: closed('Office.context.requirements', {
      isSetSupported: (name: string, version = '1.1') => Number(version) <= (sets[name] ?? 0),
    }),
    ui: closed('Office.context.ui', {
      openBrowserWindow(address: string) {
        if (!/^https?:/.test(address))
          throw new OfficeError({ code: 'InvalidArgument', message: 'Only http and https addresses can be opened.' });
        void channel.ask('openWindow', { address });
      },
    }),
  };
  channel.onTold((message) => {
    if (message.office === 'theme changed') Object.assign(context, { officeTheme: message.theme satisfies Theme });
  });
  return context;
}

function outlookContext(channel: Channel, around: Surroundings): object {
  const { mailbox, opened } = createMailbox(channel, around.person, around.item);
  channel.onTold((message) => {
    if (message.office === 'item changed') opened(message.item);
  });
  return closed('Office.context', Object.assign(sharedContext(channel, around), { mailbox, document: undefined }));
}

function wordContext(channel: Channel, around: Surroundings): object {
  return closed(
    'Office.context',
    Object.assign(sharedContext(channel, around), {
      mailbox: undefined,
      document: closed('Office.context.document', { url: around.documentUrl }),
    }),
  );
}

start();
