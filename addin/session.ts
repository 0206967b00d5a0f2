import type { IPublicClientApplication, SilentRequest } from '@azure/msal-browser';
import { ok, type Result, refuse } from '../shared/result';
import type { HostPort } from './host/port';
import type { Settings } from './settings';

/**
 * Who uses the panel. Office signs in for us where it offers that; otherwise silently through an account that the
 * browser knows, or through a pop-up that a button opens. Tokens live in memory alone.
 */
export interface Session {
  /** A token without asking anybody; `not-signed-in` when somebody must press the button. */
  token(): Promise<Result<string>>;
  /** Opens the pop-up: call it from a click, or the browser blocks it. */
  signIn(): Promise<Result<string>>;
  /** Throws the token away, so that the next one is new: the API refused it. */
  refused(): void;
}

const pressTheButton = 'You are not signed in. Press "Sign in".';

/** Reads what went wrong in a pop-up; msal tells by codes. */
function whyNot(thrown: unknown): Result<never> {
  const code = thrown instanceof Error && 'errorCode' in thrown ? String(thrown.errorCode) : '';
  if (code === 'user_cancelled')
    return refuse('not-signed-in', 'The sign-in window was closed. Press "Sign in" to try again.');
  if (code === 'popup_window_error' || code === 'empty_window_error')
    return refuse(
      'not-signed-in',
      'The browser blocked the sign-in window. Allow pop-ups for this page and try again.',
    );
  if (code === 'consent_required' || code === 'access_denied')
    return refuse(
      'not-allowed',
      'Our Academies is not yet allowed in your organisation. Ask the trust office to have IT consent to it.',
    );
  return refuse(
    'not-signed-in',
    `Signing in did not work${code === '' ? '' : ` (${code})`}. Try again; if it stays, tell the trust office.`,
  );
}

async function openMsal(settings: Settings, host: HostPort): Promise<IPublicClientApplication> {
  // After the first paint: msal is a third of all the code.
  const msal = await import('@azure/msal-browser');
  const configuration = {
    auth: {
      clientId: settings.panelClientId,
      authority: settings.authority,
      knownAuthorities: [new URL(settings.authority).host],
      redirectUri: new URL('/panel/signed-in', location.origin).href,
      ...(settings.authorityMetadata === undefined ? {} : { authorityMetadata: settings.authorityMetadata }),
    },
    cache: { cacheLocation: msal.BrowserCacheLocation.MemoryStorage },
  };
  return host.signsIn
    ? msal.createNestablePublicClientApplication(configuration)
    : msal.createStandardPublicClientApplication(configuration);
}

export function createSession(settings: Settings, host: HostPort): Session {
  let opened: Promise<IPublicClientApplication> | undefined;
  let known: SilentRequest['account'];
  let forceRefresh = false;
  let running: Promise<Result<string>> | undefined;
  const scopes = [settings.apiScope];
  const open = () => {
    opened ??= openMsal(settings, host);
    return opened;
  };

  async function silently(): Promise<Result<string>> {
    try {
      const msal = await open();
      const loginHint = await host.loginHint();
      const hint = loginHint === undefined ? {} : { loginHint };
      // Office's broker and a known account answer from memory or by a refresh; else a hidden frame asks the tenant.
      const answer =
        host.signsIn || known !== undefined
          ? await msal.acquireTokenSilent({ scopes, forceRefresh, ...(known === undefined ? {} : { account: known }) })
          : await msal.ssoSilent({ scopes, ...hint });
      known = answer.account;
      forceRefresh = false;
      return ok(answer.accessToken);
    } catch {
      // Whatever it was, the way on is the same: somebody presses the button.
      return refuse('not-signed-in', pressTheButton);
    }
  }

  return {
    token() {
      running ??= silently().finally(() => {
        running = undefined;
      });
      return running;
    },
    async signIn() {
      try {
        const msal = await open();
        const loginHint = await host.loginHint();
        const answer = await msal.acquireTokenPopup({ scopes, ...(loginHint === undefined ? {} : { loginHint }) });
        known = answer.account;
        forceRefresh = false;
        return ok(answer.accessToken);
      } catch (thrown) {
        return whyNot(thrown);
      }
    },
    refused() {
      forceRefresh = true;
    },
  };
}
