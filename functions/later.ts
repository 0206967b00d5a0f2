/**
 * What the function app needs once it is called, built as a file of its own beside app.js: registering the functions
 * is all that a cold start waits for, and it needs none of this.
 */
export { openGraph } from './graph/open';
export { openapiPage } from './pages/openapi-page';
export { reconcileMailbox } from './reconcile/reconcile-mailbox';
export { keepSubscribed } from './reconcile/subscription';
export { proofsInWorker } from './triads/in-worker';
export { chaseMorning } from './triggers/chase-morning';
export { isChasingHour } from './triggers/chase-stages';
export { lookNightly } from './triggers/look-nightly';
export { looker } from './triggers/on-look';
export { lookIn, reconciler } from './triggers/on-reconcile';
export { outlookHook, rememberedSecret } from './triggers/outlook-hook';
export { purgeExpired } from './triggers/purge-expired';
export { triggers } from './triggers/registry';
export { sweep } from './triggers/sweep';
export { openWorld } from './world';
