import type { Endpoints } from '../endpoints';
import type { Settings } from '../tenant/settings';
import type { Identities } from './identities';

const appRoles = ['TrustOffice', 'Executive', 'HR', 'Principal', 'Champion', 'Staff', 'Trustee'];

/** The app registrations and consents of the trust, as an administrator would have made them. */
export function tenantSettings(
  identities: Identities,
  { tenant, functions, workbench }: Pick<Endpoints, 'tenant' | 'functions' | 'workbench'>,
  databaseFile: string,
): Settings {
  const { trustSiteId, confidentialSiteId, organiserMailbox } = identities;
  const sites = [trustSiteId, confidentialSiteId];
  return {
    port: Number(new URL(tenant).port),
    databaseFile,
    tenantId: identities.tenantId,
    domain: identities.domain,
    apps: [
      {
        clientId: identities.panelClientId,
        displayName: 'Our Academies',
        kind: 'spa',
        redirectUris: [`${functions}/panel`, `${functions}/panel/signed-in`],
      },
      {
        clientId: identities.apiClientId,
        displayName: 'Our Academies (API)',
        kind: 'confidential',
        secret: identities.apiClientSecret,
        scope: 'access_as_user',
        appRoles,
        graphPermissions: ['Sites.Selected', 'User.ReadBasic.All'],
        siteGrants: sites.map((site) => ({ site, roles: ['write'] })),
        exchangeRoles: [{ permissions: ['Calendars.ReadWrite', 'Mail.Send'], mailboxes: [organiserMailbox] }],
      },
      {
        clientId: identities.provisionerClientId,
        displayName: 'Our Academies (provisioning)',
        kind: 'confidential',
        secret: identities.provisionerClientSecret,
        graphPermissions: ['Sites.Manage.All', 'User.ReadBasic.All'],
      },
      {
        // Stands for Outlook and Word themselves, which show a person his own mailbox and files.
        clientId: identities.workbenchClientId,
        displayName: 'Workbench',
        kind: 'confidential',
        secret: identities.workbenchClientSecret,
        redirectUris: [workbench],
        graphPermissions: [
          'Calendars.ReadWrite',
          'Mail.ReadWrite',
          'User.Read.All',
          'Files.ReadWrite.All',
          'Sites.Read.All',
        ],
      },
    ],
  };
}
