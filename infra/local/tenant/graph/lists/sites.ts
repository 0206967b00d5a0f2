import { randomUUID } from 'node:crypto';
import { created, invalid, itemNotFound, metadata, ok } from '../answer';
import { select } from '../odata/select';
import { requireOnSite } from '../permissions';
import { type Handle, objectBody, parameter } from '../request';
import { findSite, type SiteRow } from './tables';

function siteBody(site: SiteRow): Record<string, unknown> {
  return { '@odata.context': metadata('sites/$entity'), ...(JSON.parse(site.body) as Record<string, unknown>) };
}

export const getSite: Handle = (request, { store }) => {
  request.query.only('select');
  const site = findSite(store, parameter(request, 'site'));
  if (!site) throw itemNotFound();
  return ok(select(siteBody(site), request.query.get('select')));
};

/** `/sites/{host name}:/sites/our-academies` */
export const getSiteByPath: Handle = (request, tenant) => {
  request.query.only('select');
  const name = parameter(request, 'path').replace(/^sites\//, '');
  const site = tenant.store.get<SiteRow>('select * from site where name = ?', name);
  requireOnSite(request, site, 'read', tenant);
  if (!site) throw itemNotFound();
  return ok(select(siteBody(site), request.query.get('select')));
};

export const searchSites: Handle = ({ query }, { store }) => {
  query.only('search', 'select');
  const wanted = (query.get('search') ?? '').replaceAll('*', '').toLowerCase();
  const found = store
    .all<SiteRow>('select * from site order by name')
    .filter((site) => site.body.toLowerCase().includes(wanted))
    .map((site) => select(JSON.parse(site.body) as Record<string, unknown>, query.get('select')));
  return ok({ '@odata.context': metadata('sites'), value: found });
};

const roles: readonly unknown[] = ['read', 'write', 'owner', 'fullcontrol'];

interface GrantRow {
  readonly id: string;
  readonly client_id: string;
  readonly name: string;
  readonly roles: string;
}

const grantBody = ({ id, client_id, name, roles }: GrantRow): Record<string, unknown> => {
  const application = { application: { id: client_id, displayName: name } };
  return { id, roles: JSON.parse(roles), grantedToIdentities: [application], grantedToIdentitiesV2: [application] };
};

/** What Sites.Selected stands for: an administrator grants one app one site. */
export const grantSite: Handle = (request, { store }) => {
  const site = findSite(store, parameter(request, 'site'));
  if (!site) throw itemNotFound();
  const body = objectBody(request) as {
    roles?: unknown;
    grantedToIdentities?: { application?: { id?: unknown; displayName?: unknown } }[];
  };
  const application = Array.isArray(body.grantedToIdentities) ? body.grantedToIdentities[0]?.application : undefined;
  if (!Array.isArray(body.roles) || body.roles.length === 0 || !body.roles.every((role) => roles.includes(role)))
    throw invalid('Invalid role: one of read, write, owner, fullcontrol.');
  if (typeof application?.id !== 'string') throw invalid('grantedToIdentities must name one application.');
  const row = {
    id: randomUUID(),
    client_id: application.id,
    name: String(application.displayName ?? ''),
    roles: JSON.stringify(body.roles),
  };
  store.run(
    'insert into site_grant (id, site, client_id, name, roles) values (?, ?, ?, ?, ?)',
    row.id,
    site.id,
    row.client_id,
    row.name,
    row.roles,
  );
  return created({ '@odata.context': metadata('permissions/$entity'), ...grantBody(row) });
};

export const getSiteGrants: Handle = (request, { store }) => {
  const rows = store.all<GrantRow>('select * from site_grant where site = ?', parameter(request, 'site'));
  return ok({ '@odata.context': metadata('permissions'), value: rows.map(grantBody) });
};

export const removeSiteGrant: Handle = (request, { store }) => {
  const gone = store.run(
    'delete from site_grant where site = ? and id = ?',
    parameter(request, 'site'),
    parameter(request, 'permission'),
  );
  if (gone === 0) throw itemNotFound();
  return { status: 204 };
};
