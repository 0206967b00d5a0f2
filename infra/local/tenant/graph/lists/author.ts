import type { Caller } from '../request';

/** Whom SharePoint names as author: an app that writes for itself shows as the app. */
export function authorOf(caller: Caller): Record<string, unknown> {
  const application = { id: caller.app.clientId, displayName: caller.app.displayName };
  return caller.kind === 'app'
    ? { application, user: { displayName: 'SharePoint App' } }
    : { application, user: { id: caller.userId, displayName: caller.name } };
}
