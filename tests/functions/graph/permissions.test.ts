import { readFileSync } from 'node:fs';
import { permissions, runtimePermissions } from '../../../functions/graph/permissions';
import type { Identities } from '../../../infra/local/supervisor/identities';
import { tenantSettings } from '../../../infra/local/supervisor/tenant-settings';

const identities = {
  tenantId: 'tenant',
  domain: 'birch.example',
  panelClientId: 'panel',
  apiClientId: 'api',
  apiClientSecret: 'secret',
  provisionerClientId: 'provisioner',
  provisionerClientSecret: 'secret',
  workbenchClientId: 'workbench',
  workbenchClientSecret: 'secret',
  trustSiteId: 'trust',
  confidentialSiteId: 'confidential',
  libraryDriveId: 'library',
  organiserMailbox: 'meetings@birch.example',
} as Identities;
const addresses = { tenant: 'http://localhost:1', functions: 'http://localhost:2', workbench: 'http://localhost:3' };
const { apps } = tenantSettings(identities, addresses, 'tenant.db');

test('the registration asks for what the calls need, and for nothing else', () => {
  const api = apps.find(({ clientId }) => clientId === 'api');
  const inExchange = (api?.exchangeRoles ?? []).flatMap(({ permissions: held }) => held);
  expect([...(api?.graphPermissions ?? []), ...inExchange].sort()).toEqual(runtimePermissions);
});

test('what Exchange grants for one mailbox is not consented for all of them in Entra', () => {
  const api = apps.find(({ clientId }) => clientId === 'api');
  expect((api?.graphPermissions ?? []).filter((name) => /^(Calendars|Mail)\./.test(name))).toEqual([]);
  expect(api?.exchangeRoles).toEqual([
    { permissions: ['Calendars.ReadWrite', 'Mail.Send'], mailboxes: [identities.organiserMailbox] },
  ]);
});

test('the runtime may write to our two sites and not make lists; the provisioner may', () => {
  const api = apps.find(({ clientId }) => clientId === 'api');
  expect(api?.siteGrants?.map(({ roles }) => roles)).toEqual([['write'], ['write']]);
  const provisioner = apps.find(({ clientId }) => clientId === 'provisioner');
  expect(provisioner?.graphPermissions).toContain(permissions['provision lists'].granted);
  expect(runtimePermissions).not.toContain('Sites.Manage.All');
});

test('the registration for Azure asks for the same, Exchange aside', () => {
  const bicep = readFileSync('infra/azure/app/registrations.bicep', 'utf8');
  const block = /var applicationPermissions = \{([^}]*)\}/.exec(bicep)?.[1] ?? '';
  const asked = [...block.matchAll(/^\s+(\w+): '/gm)].map(([, name = '']) => name.toLowerCase());
  const consented = runtimePermissions.filter((name) => !/^(Calendars|Mail)\./.test(name));
  expect(asked.sort()).toEqual(consented.map((name) => name.replaceAll('.', '').toLowerCase()));
});
