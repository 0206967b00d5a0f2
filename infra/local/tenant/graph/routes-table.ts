import * as drives from './drives/drives';
import * as files from './drives/files';
import * as calendars from './events/calendars';
import { eventsDelta, getEventDelta } from './events/event-delta';
import * as eventLists from './events/event-lists';
import * as events from './events/events';
import { respond } from './events/respond';
import { getSchedule } from './events/schedule';
import * as columns from './lists/columns';
import { getItemDelta } from './lists/item-delta';
import { getItems } from './lists/item-list';
import * as items from './lists/items';
import * as lists from './lists/lists';
import * as sites from './lists/sites';
import * as versions from './lists/versions';
import * as messages from './mail/messages';
import * as groups from './people/groups';
import * as users from './people/users';
import { directory, everySite, grantingSites, mailbox, onDrive, onSite } from './permissions';
import type { Route } from './routes';
import * as subscriptions from './subscriptions/subscriptions';
import { mayWatch } from './subscriptions/watched';

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
  { method: 'GET', pattern: `${list}/items/delta`, needs: onSite('read'), handle: getItemDelta },
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
  {
    method: 'GET',
    pattern: '/groups/:group/members/microsoft.graph.user',
    needs: readGroups,
    handle: groups.getMembers,
  },
];

const drive = '/drives/:drive';

/** A file or folder has four addresses: the root, below the root by path, by id, and below an id by path. */
const fileRoutes: readonly Route[] = [
  `${drive}/root`,
  `${drive}/root/$path`,
  `${drive}/items/:item`,
  `${drive}/items/:item/$path`,
].flatMap((item): Route[] => [
  { method: 'GET', pattern: item, needs: onDrive('read'), handle: drives.getDriveItem },
  { method: 'GET', pattern: `${item}/children`, needs: onDrive('read'), handle: drives.getChildren },
  { method: 'POST', pattern: `${item}/children`, needs: onDrive('write'), handle: files.postFolder },
  { method: 'GET', pattern: `${item}/content`, needs: onDrive('read'), handle: files.getContent },
  {
    method: 'PUT',
    pattern: `${item}/content`,
    needs: onDrive('write'),
    handle: item.endsWith('$path') ? files.putContentByPath : files.putContent,
  },
  { method: 'PATCH', pattern: item, needs: onDrive('write'), handle: files.patchDriveItem },
  { method: 'DELETE', pattern: item, needs: onDrive('write'), handle: files.deleteDriveItem },
]);

const driveRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/sites/:site/drive', needs: onSite('read'), handle: drives.getSiteDrive },
  { method: 'GET', pattern: '/sites/:site/drives', needs: onSite('read'), handle: drives.getSiteDrives },
  { method: 'GET', pattern: drive, needs: onDrive('read'), handle: drives.getDrive },
  ...fileRoutes,
];

const user = '/users/:user';
const readTimes = mailbox('Calendars.ReadBasic', 'Calendars.ReadBasic.All', 'Calendars.Read', 'Calendars.ReadWrite');
const readEvents = mailbox('Calendars.Read', 'Calendars.ReadWrite');
const writeEvents = mailbox('Calendars.ReadWrite');

const eventRoutes: readonly Route[] = [user, `${user}/calendar`].flatMap((calendar): Route[] => [
  { method: 'GET', pattern: `${calendar}/events`, needs: readEvents, handle: eventLists.getEvents },
  { method: 'POST', pattern: `${calendar}/events`, needs: writeEvents, handle: events.postEvent },
  { method: 'GET', pattern: `${calendar}/events/:event`, needs: readEvents, handle: events.getEvent },
  { method: 'PATCH', pattern: `${calendar}/events/:event`, needs: writeEvents, handle: events.patchEvent },
  { method: 'DELETE', pattern: `${calendar}/events/:event`, needs: writeEvents, handle: events.deleteEvent },
  { method: 'POST', pattern: `${calendar}/events/:event/cancel`, needs: writeEvents, handle: events.cancelEvent },
  { method: 'POST', pattern: `${calendar}/events/:event/accept`, needs: writeEvents, handle: respond('accepted') },
  { method: 'POST', pattern: `${calendar}/events/:event/decline`, needs: writeEvents, handle: respond('declined') },
  {
    method: 'POST',
    pattern: `${calendar}/events/:event/tentativelyAccept`,
    needs: writeEvents,
    handle: respond('tentativelyAccepted'),
  },
  { method: 'GET', pattern: `${calendar}/calendarView`, needs: readEvents, handle: eventLists.getCalendarView },
  { method: 'GET', pattern: `${calendar}/calendarView/delta`, needs: readEvents, handle: getEventDelta },
  { method: 'GET', pattern: `${calendar}/events/delta`, needs: readEvents, handle: eventsDelta },
]);

const mailboxRoutes: readonly Route[] = [
  ...eventRoutes,
  { method: 'GET', pattern: `${user}/calendar`, needs: readTimes, handle: calendars.getCalendar },
  { method: 'GET', pattern: `${user}/calendars`, needs: readTimes, handle: calendars.getCalendars },
  { method: 'POST', pattern: `${user}/calendar/getSchedule`, needs: readTimes, handle: getSchedule },
  { method: 'POST', pattern: `${user}/sendMail`, needs: mailbox('Mail.Send'), handle: messages.sendMail },
  {
    method: 'GET',
    pattern: `${user}/messages`,
    needs: mailbox('Mail.Read', 'Mail.ReadWrite'),
    handle: messages.getMessages,
  },
  {
    method: 'GET',
    pattern: `${user}/mailFolders/:folder/messages`,
    needs: mailbox('Mail.Read', 'Mail.ReadWrite'),
    handle: messages.getFolderMessages,
  },
  {
    method: 'GET',
    pattern: `${user}/messages/:message`,
    needs: mailbox('Mail.Read', 'Mail.ReadWrite'),
    handle: messages.getMessage,
  },
  {
    method: 'PATCH',
    pattern: `${user}/messages/:message`,
    needs: mailbox('Mail.ReadWrite'),
    handle: messages.patchMessage,
  },
  {
    method: 'DELETE',
    pattern: `${user}/messages/:message`,
    needs: mailbox('Mail.ReadWrite'),
    handle: messages.deleteMessage,
  },
];

const subscription = '/subscriptions/:subscription';
/** An app sees its own alone. */
const ownOnly = (): void => undefined;

const subscriptionRoutes: readonly Route[] = [
  {
    method: 'POST',
    pattern: '/subscriptions',
    needs: mayWatch,
    before: subscriptions.meetSubscriber,
    handle: subscriptions.postSubscription,
  },
  { method: 'GET', pattern: '/subscriptions', needs: ownOnly, handle: subscriptions.getSubscriptions },
  { method: 'GET', pattern: subscription, needs: ownOnly, handle: subscriptions.getSubscription },
  {
    method: 'PATCH',
    pattern: subscription,
    needs: ownOnly,
    before: subscriptions.meetAgain,
    handle: subscriptions.patchSubscription,
  },
  { method: 'DELETE', pattern: subscription, needs: ownOnly, handle: subscriptions.deleteSubscription },
  { method: 'POST', pattern: `${subscription}/reauthorize`, needs: ownOnly, handle: subscriptions.reauthorize },
];

/** Every call that Graph answers here, with the permission it needs. */
export const routes: readonly Route[] = [
  ...listRoutes,
  ...peopleRoutes,
  ...driveRoutes,
  ...mailboxRoutes,
  ...subscriptionRoutes,
];
