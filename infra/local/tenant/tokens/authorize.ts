import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { findUser, type UserBody, type UserRow, userBody } from '../graph/people/users-table';
import { type AuthorizeRequest, readAuthorizeRequest, readResponseMode, readTarget } from './authorize-request';
import { signedInUser, type TokenService } from './grants';
import { formPostPage, pickerPage, refusalPage, signedOutPage } from './pages';
import { TokenError, tokenErrorBody } from './token-error';

const cookieName = 'tenant_session';
const day = 86_400;

function session(c: Context, { kept, store }: TokenService): UserRow[] {
  const users = kept.get('session', getCookie(c, cookieName))?.users ?? [];
  return users.flatMap((id) => findUser(store, id) ?? []);
}

/** Remembers that this person is signed in here, beside those who are already. */
export function signIn(c: Context, service: TokenService, user: UserRow): void {
  const others = session(c, service).filter(({ id }) => id !== user.id);
  const users = [user, ...others].map(({ id }) => id);
  const id = service.kept.put('session', { users }, day, getCookie(c, cookieName));
  setCookie(c, cookieName, id, { httpOnly: true, sameSite: 'Lax', path: '/' });
}

function reply(c: Context, redirectUri: string, mode: AuthorizeRequest['responseMode'], values: URLSearchParams) {
  if (mode === 'form_post') return c.html(formPostPage(redirectUri, values));
  const target = new URL(redirectUri);
  if (mode === 'fragment') target.hash = values.toString();
  else for (const [name, value] of values) target.searchParams.set(name, value);
  return c.redirect(target.toString());
}

function giveCode(c: Context, service: TokenService, asked: AuthorizeRequest, user: UserRow) {
  const { client, scope, redirectUri, challenge, nonce, state } = asked;
  const code = service.kept.put(
    'code',
    {
      clientId: client.clientId,
      user: user.id,
      scope,
      redirectUri,
      challenge,
      ...(nonce === undefined ? {} : { nonce }),
    },
    600,
  );
  signIn(c, service, user);
  const values = new URLSearchParams({
    code,
    ...(state === undefined ? {} : { state }),
    session_state: crypto.randomUUID(),
  });
  return reply(c, redirectUri, asked.responseMode, values);
}

/** Refusals go back to the app, once its reply address is known to be its own. */
function refuse(c: Context, service: TokenService, error: unknown) {
  if (!(error instanceof TokenError)) throw error;
  const query = new URL(c.req.url).searchParams;
  try {
    const { redirectUri } = readTarget(query, service.settings);
    const body = tokenErrorBody(error, service.now(), query.get('client-request-id') ?? crypto.randomUUID());
    const values = new URLSearchParams({ error: error.error, error_description: String(body['error_description']) });
    const state = query.get('state');
    if (state !== null) values.set('state', state);
    return reply(c, redirectUri, readResponseMode(query), values);
  } catch (untrusted) {
    if (!(untrusted instanceof TokenError)) throw untrusted;
    return c.html(refusalPage(untrusted.message), 400);
  }
}

/** Whom nobody need ask: the hinted person or the only one signed in. */
function silently(asked: AuthorizeRequest, signedIn: readonly UserRow[]): UserRow | undefined {
  if (asked.prompt === 'select_account' || asked.prompt === 'login') return undefined;
  const hint = asked.loginHint?.toLowerCase();
  if (hint !== undefined) return signedIn.find(({ id, upn, mail }) => [id, upn, mail].includes(hint));
  return signedIn.length === 1 ? signedIn[0] : undefined;
}

function loginRequired(signedIn: readonly UserRow[]): TokenError {
  return signedIn.length > 1
    ? new TokenError(
        'interaction_required',
        16000,
        'Either multiple user identities are available for the current request or selected account is not supported for the scenario.',
      )
    : new TokenError('login_required', 50058, 'A silent sign-in request was sent but no user is signed in.');
}

function fits({ displayName, jobTitle, userPrincipalName }: UserBody, sought: string): boolean {
  const text = `${displayName} ${jobTitle ?? ''} ${userPrincipalName}`.toLowerCase();
  return sought
    .toLowerCase()
    .split(' ')
    .every((word) => text.includes(word));
}

function showPicker(c: Context, service: TokenService, asked: AuthorizeRequest, signedIn: readonly UserRow[]) {
  const url = new URL(c.req.url);
  const sought = url.searchParams.get('find') ?? '';
  url.searchParams.delete('find');
  const here = new Set(signedIn.map(({ id }) => id));
  const hint = asked.loginHint?.toLowerCase();
  const rank = ({ userPrincipalName }: UserBody): number => (userPrincipalName.toLowerCase() === hint ? 0 : 1);
  const others = service.store
    .all<UserRow>('select * from user order by upn')
    .filter(({ id }) => !here.has(id))
    .map(userBody)
    .filter((body) => body.accountEnabled && fits(body, sought))
    .sort((one, other) => rank(one) - rank(other) || one.displayName.localeCompare(other.displayName));
  return c.html(
    pickerPage({
      appName: asked.client.displayName,
      tenantName: service.settings.displayName ?? service.settings.domain,
      action: `${url.pathname}${url.search}`,
      asked: [...url.searchParams],
      sought,
      signedIn: signedIn.map(userBody).filter((body) => fits(body, sought)),
      others,
    }),
  );
}

/** `GET /{tenant}/oauth2/v2.0/authorize`: goes on silently where it can, otherwise lets somebody be picked. */
export function authorize(c: Context, service: TokenService) {
  try {
    const asked = readAuthorizeRequest(new URL(c.req.url).searchParams, service.settings);
    const signedIn = session(c, service);
    const user = silently(asked, signedIn);
    if (user) return giveCode(c, service, asked, user);
    if (asked.prompt === 'none') throw loginRequired(asked.loginHint === undefined ? signedIn : []);
    return showPicker(c, service, asked, signedIn);
  } catch (error) {
    return refuse(c, service, error);
  }
}

/** The same address by POST: somebody was picked. */
export async function pick(c: Context, service: TokenService) {
  const form = new URLSearchParams(await c.req.text());
  try {
    const asked = readAuthorizeRequest(new URL(c.req.url).searchParams, service.settings);
    return giveCode(c, service, asked, signedInUser(service, form.get('person') ?? ''));
  } catch (error) {
    return refuse(c, service, error);
  }
}

export function logOut(c: Context, service: TokenService) {
  service.kept.take('session', getCookie(c, cookieName));
  setCookie(c, cookieName, '', { maxAge: 0, path: '/' });
  const target = new URL(c.req.url).searchParams.get('post_logout_redirect_uri');
  const known = service.settings.apps.some(({ redirectUris }) => target !== null && redirectUris?.includes(target));
  return target !== null && known ? c.redirect(target) : c.html(signedOutPage());
}
