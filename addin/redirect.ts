import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

/** The page that the token service returns to: hands the answer to the panel and closes. An ordinary page would hang. */
broadcastResponseToMainFrame().catch(() => {
  document.body.textContent = 'Signing in did not work. Close this window and try again.';
});
