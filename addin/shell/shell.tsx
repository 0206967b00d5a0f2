import { useMemo } from 'react';
import { createDirectory } from '../directory';
import type { HostPort } from '../host/port';
import { OpenItemRoot } from '../item/open-item';
import { type Panel, PanelContext } from '../panel-context';
import { ThemeRoot } from '../parts/theme-root';
import { RouterRoot } from '../router';
import type { Server } from '../server';
import type { Session } from '../session';
import { CurrentScreen } from './current-screen';
import { FaultGuard } from './fault-guard';
import { OpenFirst } from './open-first';
import { SignIn } from './sign-in';
import { SignedOutBar } from './signed-out-bar';
import { useSignIn } from './use-sign-in';

interface ShellProps {
  readonly host: HostPort;
  readonly session: Session;
  readonly server: Server;
}

/** Everything around the screens: theme, sign-in, routes, the open item. */
export function Shell({ host, session, server }: ShellProps) {
  const signIn = useSignIn(session, server);
  const { me, watched } = signIn;
  const panel = useMemo<Panel | undefined>(
    () => (me === undefined ? undefined : { host, server: watched, me, directory: createDirectory(watched) }),
    [host, watched, me],
  );
  return (
    <ThemeRoot look={host.look} cornerTaken={host.cornerTaken}>
      <FaultGuard>
        {panel === undefined ? (
          <SignIn state={signIn.state} onSignIn={signIn.press} onAgain={signIn.start} />
        ) : (
          <PanelContext.Provider value={panel}>
            {signIn.lost ? <SignedOutBar busy={signIn.state.state === 'waiting'} onSignIn={signIn.press} /> : null}
            <RouterRoot>
              <OpenItemRoot>
                <OpenFirst />
                <CurrentScreen />
              </OpenItemRoot>
            </RouterRoot>
          </PanelContext.Provider>
        )}
      </FaultGuard>
    </ThemeRoot>
  );
}
