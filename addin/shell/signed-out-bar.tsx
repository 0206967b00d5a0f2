import { Button } from '../parts/button';
import { Message } from '../parts/message';

/** The sign-in ran out while something was being written: the screen below stays as it is. */
export function SignedOutBar({ busy, onSignIn }: { readonly busy: boolean; readonly onSignIn: () => void }) {
  return (
    <Message
      tone="warning"
      act={
        <Button onClick={onSignIn} disabled={busy}>
          {busy ? 'Signing in…' : 'Sign in again'}
        </Button>
      }
    >
      Your sign-in has ended. What you wrote is still here; sign in again to save it.
    </Message>
  );
}
