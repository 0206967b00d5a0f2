import { html, raw } from 'hono/html';
import type { UserBody } from '../graph/people/users-table';

type Html = ReturnType<typeof html>;

const style = raw(`
  :root { color-scheme: light dark; }
  * { box-sizing: border-box; }
  body { margin: 0; padding: 1rem; font: 1rem/1.4 "Segoe UI", system-ui, sans-serif; }
  main { max-width: 28rem; margin: 0 auto; }
  h1 { font-size: 1.35rem; margin: 0 0 .25rem; }
  h2 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
  ul { list-style: none; margin: 0; padding: 0; }
  li { margin: 0 0 .375rem; }
  button, input { font: inherit; min-height: 2.75rem; }
  input { width: 100%; padding: .25rem .5rem; border: 1px solid GrayText; }
  li button { display: block; width: 100%; padding: .5rem .75rem; text-align: left; border: 1px solid GrayText; background: Canvas; color: CanvasText; cursor: pointer; overflow-wrap: anywhere; }
  button:hover, button:focus-visible { outline: 3px solid Highlight; }
  .find { display: flex; gap: .5rem; align-items: end; margin-top: 1rem; }
  .find label { flex: 1; }
  .find button { padding: 0 1rem; }
`);

const page = (title: string, content: Html | Promise<Html>) => html`<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${style}</style></head>
<body><main>${content}</main></body>
</html>`;

const personButton = ({ id, displayName, jobTitle, userPrincipalName }: UserBody) => html`
<li><button name="person" value="${id}"><strong>${displayName}</strong>${jobTitle ? `, ${jobTitle}` : ''}<br>${userPrincipalName}</button></li>`;

const people = (heading: string, of: readonly UserBody[]) =>
  of.length === 0 ? '' : html`<h2>${heading}</h2><ul>${of.map(personButton)}</ul>`;

export interface Picker {
  readonly appName: string;
  readonly tenantName: string;
  /** Where the forms go: choosing by POST, searching by GET. */
  readonly action: string;
  /** The authorize request, kept in hidden fields while searching. */
  readonly asked: ReadonlyArray<readonly [string, string]>;
  readonly sought: string;
  readonly signedIn: readonly UserBody[];
  readonly others: readonly UserBody[];
}

/** Pick a person: plain HTML, no script, no password, since this tenant is a demonstration. */
export const pickerPage = (picker: Picker) =>
  page(
    `Sign in to ${picker.appName}`,
    html`
<h1>Pick an account</h1>
<p>to go on to ${picker.appName}, at ${picker.tenantName}. This is the embedded tenant: no password is asked.</p>
<form method="get" class="find" role="search">
${picker.asked.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<label>Find a person<input type="search" name="find" value="${picker.sought}" autocomplete="off"></label><button>Find</button>
</form>
<form method="post" action="${picker.action}">
${people('Signed in', picker.signedIn)}
${people('Use another account', picker.others)}
${picker.signedIn.length + picker.others.length === 0 ? html`<p role="status">Nobody is called “${picker.sought}”. Try a part of a name, a post or an address.</p>` : ''}
</form>`,
  );

export const refusalPage = (sentence: string) =>
  page(
    'Sign in did not work',
    html`<h1>Sorry, but we’re having trouble signing you in.</h1><p role="alert">${sentence}</p>`,
  );

export const signedOutPage = () =>
  page('Signed out', html`<h1>You signed out of your account</h1><p>You can close this window.</p>`);

/** `response_mode=form_post`: the one page that needs a script, as Entra's does. */
export const formPostPage = (target: string, values: URLSearchParams) =>
  page(
    'Working …',
    html`<form method="post" action="${target}">${[...values].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button>Continue</button></form><script>document.forms[0].submit()</script>`,
  );
