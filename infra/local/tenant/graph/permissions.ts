import type { SiteRole } from '../settings';
import { Refusal } from './answer';
import { findDrive, findSite, type SiteRow } from './lists/tables';
import { findUser } from './people/users-table';
import { type Caller, type GraphRequest, parameter, type Tenant } from './request';

/** Refuses by throwing. */
export type Need = (request: GraphRequest, tenant: Tenant) => void;

const some = (caller: Caller, permissions: readonly string[]): boolean =>
  permissions.some((permission) => caller.permissions.has(permission));

const accessDenied = (): Refusal => new Refusal(403, 'accessDenied', 'Access denied');

/** Any one of these, in the token. */
export const directory =
  (...permissions: string[]): Need =>
  ({ caller }) => {
    if (!some(caller, permissions))
      throw new Refusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  };

/** Also by RBAC for Applications, which names mailboxes and leaves no trace in the token. */
export const mailbox =
  (...permissions: string[]): Need =>
  (request, { store }) => {
    const { caller } = request;
    const user = findUser(store, parameter(request, 'user'));
    const inToken = some(caller, permissions) && (caller.kind === 'app' || caller.userId === user?.id);
    const byExchange = (caller.app.exchangeRoles ?? []).some(
      ({ permissions: held, mailboxes }) =>
        caller.kind === 'app' &&
        permissions.some((permission) => held.includes(permission)) &&
        mailboxes.some((address) => user && [user.id, user.upn, user.mail].includes(address.toLowerCase())),
    );
    if (!inToken && !byExchange)
      throw new Refusal(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  };

const levels = {
  read: {
    wide: ['Sites.Read.All', 'Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'],
    files: ['Files.Read.All', 'Files.ReadWrite.All'],
    roles: ['read', 'write', 'owner', 'fullcontrol'],
  },
  write: {
    wide: ['Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'],
    files: ['Files.ReadWrite.All'],
    roles: ['write', 'owner', 'fullcontrol'],
  },
  manage: { wide: ['Sites.Manage.All', 'Sites.FullControl.All'], files: [], roles: ['owner', 'fullcontrol'] },
} as const satisfies Record<string, { wide: readonly string[]; files: readonly string[]; roles: readonly SiteRole[] }>;

export type Level = keyof typeof levels;

/** What Sites.Selected gives this app on this site: by the settings, or by `POST /sites/{id}/permissions`. */
function grantedRoles({ app }: Caller, site: SiteRow, { store }: Tenant): readonly string[] {
  const bySettings = (app.siteGrants ?? []).filter((grant) => grant.site === site.id).flatMap((grant) => grant.roles);
  const byCall = store
    .all<{ roles: string }>('select roles from site_grant where site = ? and client_id = ?', site.id, app.clientId)
    .flatMap((row) => JSON.parse(row.roles) as string[]);
  return [...bySettings, ...byCall];
}

function allowed(caller: Caller, site: SiteRow | undefined, level: Level, tenant: Tenant): boolean {
  const { wide, roles } = levels[level];
  if (some(caller, wide)) return true;
  if (!site || !caller.permissions.has('Sites.Selected')) return false;
  return grantedRoles(caller, site, tenant).some((role) => (roles as readonly string[]).includes(role));
}

/** The site of the path. A site that is not there is refused like one that is not granted. */
export const onSite =
  (level: Level): Need =>
  (request, tenant) => {
    const site = findSite(tenant.store, parameter(request, 'site'));
    if (!allowed(request.caller, site, level, tenant)) throw accessDenied();
  };

export const onDrive =
  (level: Exclude<Level, 'manage'>): Need =>
  (request, tenant) => {
    const drive = findDrive(tenant.store, parameter(request, 'drive'));
    const site = drive && findSite(tenant.store, drive.site);
    if (some(request.caller, levels[level].files) || allowed(request.caller, site, level, tenant)) return;
    throw accessDenied();
  };

/** By path: the site is found first, so the check is the handler's. */
export function requireOnSite(request: GraphRequest, site: SiteRow | undefined, level: Level, tenant: Tenant): void {
  if (!allowed(request.caller, site, level, tenant)) throw accessDenied();
}

export const everySite: Need = ({ caller }) => {
  if (!some(caller, levels.read.wide)) throw accessDenied();
};

export const grantingSites: Need = ({ caller }) => {
  if (!caller.permissions.has('Sites.FullControl.All')) throw accessDenied();
};
