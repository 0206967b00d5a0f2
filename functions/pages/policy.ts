import type { Config } from '../config';

/** Where Office on the web frames its panels. Microsoft publishes no list: held against reports from a real tenant. */
const officeHosts = [
  'https://*.cloud.microsoft',
  'https://*.office.com',
  'https://*.office365.com',
  'https://*.officeapps.live.com',
  'https://*.sharepoint.com',
  'https://*.outlook.com',
] as const;

type Addresses = Pick<Config, 'authority' | 'authorityMetadata' | 'jwksUri' | 'officeJsUrl' | 'frameAncestors'>;

/** The Content-Security-Policy of our pages. No Trusted Types: office.js breaks under them. */
export function contentSecurityPolicy(nonce: string, addresses: Addresses): string {
  const signIn = signInOrigins(addresses);
  const directives = [
    ["default-src 'none'"],
    ['script-src', "'self'", `'nonce-${nonce}'`, new URL(addresses.officeJsUrl).origin],
    ['style-src', "'self'", `'nonce-${nonce}'`],
    ['connect-src', "'self'", ...signIn],
    ['img-src', "'self'", 'data:'],
    ['font-src', "'self'"],
    ["base-uri 'none'"],
    ["object-src 'none'"],
    ["form-action 'none'"],
    ['frame-src', "'self'", 'https://telemetryservice.firstpartyapps.oaspapps.com', ...signIn],
    ['frame-ancestors', "'self'", ...officeHosts, ...addresses.frameAncestors],
  ];
  return directives.map((words) => words.join(' ')).join('; ');
}

/** msal asks the token service from the page; its endpoints may lie elsewhere than its name. */
function signInOrigins({ authority, authorityMetadata }: Addresses): readonly string[] {
  const metadata: unknown = authorityMetadata === undefined ? {} : JSON.parse(authorityMetadata);
  const endpoints = Object.values(metadata as Record<string, unknown>).filter(
    (value): value is string => typeof value === 'string' && URL.canParse(value),
  );
  return [...new Set([authority, ...endpoints].map((address) => new URL(address).origin))].filter(
    (one) => one !== 'null',
  );
}
