import { Button, PrimaryButton } from '../parts/button';
import { EmptyState } from '../parts/empty-state';
import { Message } from '../parts/message';
import { Page } from '../parts/page';
import { Spinner } from '../parts/spinner';
import type { SignInState } from './use-sign-in';

interface SignInProps {
  readonly state: SignInState;
  readonly onSignIn: () => void;
  readonly onAgain: () => void;
}

/** Before anything else: who is it? One pop-up at most, and only after a press. */
export function SignIn({ state, onSignIn, onAgain }: SignInProps) {
  return (
    <Page title="Our Academies">
      {state.state === 'waiting' || state.state === 'signed-in' ? <Spinner words="Signing you in…" /> : null}
      {state.state === 'signed-out' ? (
        <>
          {state.problem === undefined ? null : <Message tone="warning">{state.problem.sentence}</Message>}
          <EmptyState
            icon="person"
            title="Sign in to see what waits for you"
            act={<PrimaryButton onClick={onSignIn}>Sign in</PrimaryButton>}
          >
            Use your trust account. A small window opens and closes again.
          </EmptyState>
        </>
      ) : null}
      {state.state === 'refused' ? (
        <Message tone="error" act={<Button onClick={onAgain}>Try again</Button>}>
          {state.problem.sentence}
        </Message>
      ) : null}
    </Page>
  );
}
