import type { HttpResponseInit } from '@azure/functions';
import type { Config } from '../config';
import { escapeHtml, jsonForScript } from './html';
import { contentSecurityPolicy } from './policy';

/** What the panel must know before anybody has signed in. Nothing in it is secret. */
export function panelConfig(config: Config) {
  const { panelClientId, apiClientId, tenantId, authority, authorityMetadata } = config;
  return {
    panelClientId,
    authority,
    ...(authorityMetadata === undefined ? {} : { authorityMetadata }),
    apiScope: `api://${apiClientId}/access_as_user`,
    tenantId,
  };
}

/** The page of the panel. Each answer has a nonce of its own, so it is never stored. */
export function panelPage(config: Config, nonce: string): HttpResponseInit {
  return page(
    config,
    nonce,
    `<title>Our Academies</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">html,body,#panel{height:100%;margin:0}</style>
<script nonce="${nonce}" src="${escapeHtml(config.officeJsUrl)}"></script>
<script type="application/json" id="settings" nonce="${nonce}">${jsonForScript(panelConfig(config))}</script>
</head>
<body>
<div id="panel"></div>
<noscript>Our Academies needs JavaScript. Ask your administrator to allow it in Office.</noscript>
<script type="module" nonce="${nonce}" src="/panel/panel.js"></script>
</body>`,
  );
}

/** Where the sign-in window comes back to: it hands the answer to the panel and closes. */
export function redirectPage(config: Config, nonce: string): HttpResponseInit {
  return page(
    config,
    nonce,
    `<title>Signing in</title>
<link rel="icon" href="data:,">
</head>
<body>
<p>Signing in. This window closes by itself.</p>
<script nonce="${nonce}" src="/panel/redirect.js"></script>
</body>`,
  );
}

function page(config: Config, nonce: string, rest: string): HttpResponseInit {
  return {
    status: 200,
    headers: { ...pageHeaders, 'Content-Security-Policy': contentSecurityPolicy(nonce, config) },
    body: `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="csp-nonce" content="${nonce}">
${rest}
</html>
`,
  };
}

/** No X-Frame-Options: it cannot name Office's hosts, and frame-ancestors can. */
export const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
} as const;
