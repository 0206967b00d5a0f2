import * as columns from './lists/columns';
import { getItems } from './lists/item-list';
import * as items from './lists/items';
import * as lists from './lists/lists';
import * as sites from './lists/sites';
import * as versions from './lists/versions';
import * as groups from './people/groups';
import * as users from './people/users';
import { directory, everySite, grantingSites, onSite } from './permissions';
import type { Route } from './routes';

const list = '/sites/:site/lists/:list';

const listRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/sites', needs: everySite, handle: sites.searchSites },
  { method: 'GET', pattern: '/sites/:site', needs: onSite('read'), handle: sites.getSite },
  { method: 'GET', pattern: '/sites/:host/$path', needs: () => undefined, handle: sites.getSiteByPath },
  { method: 'GET', pattern: '/sites/:site/permissions', needs: grantingSites, handle: sites.getSiteGrants },
  { method: 'POST', pattern: '/sites/:site/permissions', needs: grantingSites, handle: sites.grantSite },
  {
    method: 'DELETE',
    pattern: '/sites/:site/permissions/:permission',
    needs: grantingSites,
    handle: sites.removeSiteGrant,
  },
  { method: 'GET', pattern: '/sites/:site/lists', needs: onSite('read'), handle: lists.getLists },
  { method: 'POST', pattern: '/sites/:site/lists', needs: onSite('manage'), handle: lists.postList },
  { method: 'GET', pattern: list, needs: onSite('read'), handle: lists.getList },
  { method: 'PATCH', pattern: list, needs: onSite('manage'), handle: lists.patchList },
  { method: 'DELETE', pattern: list, needs: onSite('manage'), handle: lists.deleteList },
  { method: 'GET', pattern: `${list}/columns`, needs: onSite('read'), handle: columns.getColumns },
  { method: 'POST', pattern: `${list}/columns`, needs: onSite('manage'), handle: columns.postColumn },
  { method: 'GET', pattern: `${list}/columns/:column`, needs: onSite('read'), handle: columns.getColumn },
  { method: 'PATCH', pattern: `${list}/columns/:column`, needs: onSite('manage'), handle: columns.patchColumn },
  { method: 'DELETE', pattern: `${list}/columns/:column`, needs: onSite('manage'), handle: columns.deleteColumn },
  { method: 'GET', pattern: `${list}/items`, needs: onSite('read'), handle: getItems },
  { method: 'POST', pattern: `${list}/items`, needs: onSite('write'), handle: items.postItem },
  { method: 'GET', pattern: `${list}/items/:item`, needs: onSite('read'), handle: items.getItem },
  { method: 'PATCH', pattern: `${list}/items/:item`, needs: onSite('write'), handle: items.patchItem },
  { method: 'DELETE', pattern: `${list}/items/:item`, needs: onSite('write'), handle: items.deleteItem },
  { method: 'GET', pattern: `${list}/items/:item/fields`, needs: onSite('read'), handle: items.getFields },
  { method: 'PATCH', pattern: `${list}/items/:item/fields`, needs: onSite('write'), handle: items.patchFields },
  { method: 'GET', pattern: `${list}/items/:item/versions`, needs: onSite('read'), handle: versions.getVersions },
  {
    method: 'GET',
    pattern: `${list}/items/:item/versions/:version`,
    needs: onSite('read'),
    handle: versions.getVersion,
  },
  {
    method: 'GET',
    pattern: `${list}/items/:item/versions/:version/fields`,
    needs: onSite('read'),
    handle: versions.getVersionFields,
  },
  {
    method: 'POST',
    pattern: `${list}/items/:item/versions/:version/restoreVersion`,
    needs: onSite('write'),
    handle: versions.restoreVersion,
  },
];

const readPeople = directory(
  'User.ReadBasic.All',
  'User.Read.All',
  'User.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
);
const readGroups = directory(
  'GroupMember.ReadBasic.All',
  'GroupMember.Read.All',
  'Group.Read.All',
  'Group.ReadWrite.All',
  'Directory.Read.All',
);

const peopleRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/users', needs: readPeople, handle: users.getUsers },
  { method: 'GET', pattern: '/users/:user', needs: readPeople, handle: users.getUser },
  { method: 'GET', pattern: '/users/:user/memberOf', needs: readGroups, handle: groups.getMemberOf },
  { method: 'GET', pattern: '/groups', needs: readGroups, handle: groups.getGroups },
  { method: 'GET', pattern: '/groups/:group', needs: readGroups, handle: groups.getGroup },
  { method: 'GET', pattern: '/groups/:group/members', needs: readGroups, handle: groups.getMembers },
];

/** Every call that Graph answers here, with the permission it needs. */
export const routes: readonly Route[] = [...listRoutes, ...peopleRoutes];
