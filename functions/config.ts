import * as z from 'zod/mini';
import { addressesIn, isLocalAddress } from './local-address';

/** How the app proves to Entra that it is itself. */
export type Credential =
  | { readonly by: 'secret'; readonly secret: string }
  | { readonly by: 'managed identity'; readonly clientId: string };

export interface Config {
  readonly tenantId: string;
  readonly apiClientId: string;
  readonly panelClientId: string;
  readonly credential: Credential;
  readonly authority: string;
  /** JSON text for msal, where the authority cannot be asked for it. */
  readonly authorityMetadata?: string;
  readonly issuer: string;
  readonly jwksUri: string;
  readonly graphOrigin: string;
  readonly trustSiteId: string;
  readonly confidentialSiteId: string;
  readonly libraryDriveId: string;
  readonly organiserMailbox: string;
  readonly publicOrigin: string;
  readonly officeJsUrl: string;
  /** Whether Graph is asked to tell us of changes in Outlook; without, they are seen at night. */
  readonly notices: boolean;
  /** Beside Microsoft's own hosts. */
  readonly frameAncestors: readonly string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The settings of the function app: environment → Config, or an error whose one sentence names the variable.
 *
 * @example const config = readConfig(process.env)
 */
export function readConfig(environment: Environment): Config {
  refuseLocalAddresses(environment);
  const authorityMetadata = optional(environment, 'AUTHORITY_METADATA');
  if (authorityMetadata !== undefined) checkJson('AUTHORITY_METADATA', authorityMetadata);
  return {
    tenantId: identifier(environment, 'TENANT_ID'),
    apiClientId: identifier(environment, 'API_CLIENT_ID'),
    panelClientId: identifier(environment, 'PANEL_CLIENT_ID'),
    credential: credentialOf(environment),
    authority: secureAddress(environment, 'AUTHORITY'),
    ...(authorityMetadata === undefined ? {} : { authorityMetadata }),
    issuer: address(environment, 'ISSUER'),
    jwksUri: address(environment, 'JWKS_URI'),
    graphOrigin: origin(environment, 'GRAPH_ORIGIN'),
    trustSiteId: required(environment, 'TRUST_SITE_ID'),
    confidentialSiteId: required(environment, 'CONFIDENTIAL_SITE_ID'),
    libraryDriveId: required(environment, 'LIBRARY_DRIVE_ID'),
    organiserMailbox: mailbox(environment, 'ORGANISER_MAILBOX'),
    publicOrigin: origin(environment, 'PUBLIC_ORIGIN'),
    officeJsUrl: address(environment, 'OFFICE_JS_URL'),
    notices: noticesIn(environment),
    frameAncestors: ancestors(environment),
  };
}

/** One of these is set on every plan. Flex Consumption, which we deploy to, has no WEBSITE_INSTANCE_ID. */
const setByAzure = ['WEBSITE_INSTANCE_ID', 'WEBSITE_POD_NAME', 'WEBSITE_SITE_NAME'] as const;

/** Whether we run in Azure, where a local address can only be a mistake or an attack. */
export function isOnAzure(environment: Environment): boolean {
  return setByAzure.some((name) => optional(environment, name) !== undefined);
}

const addresses = [
  'AUTHORITY',
  'AUTHORITY_METADATA',
  'ISSUER',
  'JWKS_URI',
  'GRAPH_ORIGIN',
  'PUBLIC_ORIGIN',
  'OFFICE_JS_URL',
  'FRAME_ANCESTORS',
] as const;

function refuseLocalAddresses(environment: Environment): void {
  if (!isOnAzure(environment)) return;
  for (const name of addresses)
    if (addressesIn(environment[name] ?? '').some(isLocalAddress))
      throw wrong(name, 'holds a local or unencrypted address, which is refused on Azure');
}

function credentialOf(environment: Environment): Credential {
  const clientId = optional(environment, 'MANAGED_IDENTITY_CLIENT_ID');
  if (clientId !== undefined)
    return { by: 'managed identity', clientId: identifier(environment, 'MANAGED_IDENTITY_CLIENT_ID') };
  const secret = optional(environment, 'CLIENT_SECRET');
  if (secret === undefined)
    throw wrong(
      'MANAGED_IDENTITY_CLIENT_ID',
      'is missing: set it, or CLIENT_SECRET where there is no managed identity',
    );
  return { by: 'secret', secret };
}

function optional(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim();
  return value === '' ? undefined : value;
}

function required(environment: Environment, name: string): string {
  const value = optional(environment, name);
  if (value === undefined) throw wrong(name, 'is missing: set it in the settings of the function app');
  return value;
}

function identifier(environment: Environment, name: string): string {
  const value = required(environment, name);
  if (!guid.test(value)) throw wrong(name, 'must be an identifier such as 00000000-0000-0000-0000-000000000000');
  return value.toLowerCase();
}

function address(environment: Environment, name: string): string {
  const value = required(environment, name);
  if (!URL.canParse(value) || !/^https?:/.test(value))
    throw wrong(name, 'must be an address that begins with https://');
  return value;
}

function secureAddress(environment: Environment, name: string): string {
  const value = address(environment, name);
  if (!value.startsWith('https://')) throw wrong(name, 'must begin with https://');
  return value;
}

function origin(environment: Environment, name: string): string {
  const value = new URL(address(environment, name));
  if (value.pathname !== '/' || value.search !== '' || value.hash !== '')
    throw wrong(name, 'must be an origin without a path, such as https://graph.microsoft.com');
  return value.origin;
}

function mailbox(environment: Environment, name: string): string {
  const value = required(environment, name);
  if (!/^[^\s@]+@[^\s@]+$/.test(value)) throw wrong(name, 'must be the e-mail address of the shared mailbox');
  return value.toLowerCase();
}

/** Graph calls https addresses that everybody can reach; elsewhere nobody asks it to, but where a setting says so. */
function noticesIn(environment: Environment): boolean {
  const value = optional(environment, 'OUTLOOK_NOTICES');
  if (value !== undefined && value !== 'on' && value !== 'off') throw wrong('OUTLOOK_NOTICES', 'must be on or off');
  return value === undefined ? !isLocalAddress(origin(environment, 'PUBLIC_ORIGIN')) : value === 'on';
}

function ancestors(environment: Environment): readonly string[] {
  const all = (optional(environment, 'FRAME_ANCESTORS') ?? '').split(/\s+/).filter((one) => one !== '');
  // A semicolon or comma would begin another directive of the Content-Security-Policy.
  if (!all.every((one) => /^https?:\/\/[\w.*:-]+$/.test(one)))
    throw wrong('FRAME_ANCESTORS', 'must be origins with spaces between them');
  return all;
}

function checkJson(name: string, value: string): void {
  const metadata = z.object({ issuer: z.string(), jwks_uri: z.string(), token_endpoint: z.string() });
  if (!z.safeParse(metadata, readJson(value)).success)
    throw wrong(name, 'must be the JSON text of an OpenID configuration');
}

function readJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

function wrong(name: string, why: string): Error {
  return new Error(`The setting ${name} ${why}.`);
}
