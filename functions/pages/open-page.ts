import type { HttpResponseInit } from '@azure/functions';
import { pageHeaders } from './panel-page';

const names: Readonly<Record<string, string>> = {
  review: 'a peer review',
  meeting: 'a network meeting',
  action: 'an action',
};

/** Behind the link in an event, for whoever clicks it outside the panel. It knows nothing and asks nothing. */
export function openPage(kind: string | undefined): HttpResponseInit {
  const name = kind !== undefined && Object.hasOwn(names, kind) ? names[kind] : undefined;
  return {
    status: name === undefined ? 404 : 200,
    headers: {
      ...pageHeaders,
      'Content-Security-Policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    body: `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Our Academies</title>
</head>
<body>
<main>
<h1>Our Academies</h1>
${name === undefined ? '<p>There is nothing behind this link.</p>' : instructions(name)}
</main>
</body>
</html>
`,
  };
}

function instructions(name: string): string {
  return `<p>This link stands for ${name}. To see it:</p>
<ol>
<li>Open the calendar event or mail with this link in Outlook.</li>
<li>Choose "Our Academies" from the ribbon, or from Apps in Outlook on the web.</li>
</ol>`;
}
