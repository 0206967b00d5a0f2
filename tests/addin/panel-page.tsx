import { useEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { createDirectory } from '../../addin/directory';
import type { HostPort, OpenItem } from '../../addin/host/port';
import type { ContentControl, FillOutcome } from '../../addin/host/word-document';
import { OpenItemRoot } from '../../addin/item/open-item';
import { type Me, PanelContext } from '../../addin/panel-context';
import { ThemeRoot } from '../../addin/parts/theme-root';
import { RouterRoot, useRouter } from '../../addin/router';
import { screens } from '../../addin/screens';
import type { ScreenName } from '../../addin/screens/names';
import type { Server } from '../../addin/server';
import type { Session } from '../../addin/session';
import { CurrentScreen } from '../../addin/shell/current-screen';
import { Shell } from '../../addin/shell/shell';
import type { InputOf, OutputOf, Request } from '../../shared/requests';
import type { Result } from '../../shared/result';

/** What a test gives the page; the functions run in the test's own process. */
declare global {
  interface Window {
    readonly setUp: {
      readonly screen: ScreenName;
      readonly given: Readonly<Record<string, string>>;
      readonly dark: boolean;
      readonly me: Me;
      /** Where the open document lies; absent outside Word. */
      readonly document?: string;
      /** What is open in Outlook. */
      readonly item?: OpenItem;
      /** From signing in on, as the panel itself begins; `answer` is asked for "token" and "signIn" too. */
      readonly whole?: boolean;
    };
    answer(request: string, input: unknown): Promise<Result<unknown>>;
    controls(): Promise<readonly ContentControl[]>;
    fill(values: Readonly<Record<string, string>>): Promise<FillOutcome>;
  }
}

const { setUp } = window;
const server: Server = {
  call: <R extends Request>(request: R, input: InputOf<R>) =>
    window.answer(request.name, input) as Promise<Result<OutputOf<R>>>,
};
const address = setUp.document;
const { item } = setUp;
const host: HostPort = {
  name: address === undefined ? 'Outlook' : 'Word',
  look: { dark: setUp.dark },
  cornerTaken: address !== undefined,
  signsIn: true,
  loginHint: () => Promise.resolve(undefined),
  openWindow: () => undefined,
  ...(item === undefined ? {} : { item: { read: () => Promise.resolve(item), onChange: () => () => undefined } }),
  ...(address === undefined
    ? {}
    : {
        document: {
          address: () => address,
          contentControls: () => window.controls(),
          fill: (values) => window.fill(values),
        },
      }),
};

function Open() {
  const { route, go } = useRouter();
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current || setUp.screen === 'home') return;
    opened.current = true;
    go(setUp.screen, setUp.given);
  }, [go]);
  return route.screen === 'home' && setUp.screen !== 'home' ? <main>Back at the start</main> : <CurrentScreen />;
}

const panel = { host, server, me: setUp.me, directory: createDirectory(server) };
const place = document.getElementById('panel');
const session: Session = {
  token: () => window.answer('token', {}) as Promise<Result<string>>,
  signIn: () => window.answer('signIn', {}) as Promise<Result<string>>,
  refused: () => undefined,
};
if (place !== null && setUp.whole) createRoot(place).render(<Shell host={host} session={session} server={server} />);
else if (place !== null && setUp.screen in screens)
  createRoot(place).render(
    <ThemeRoot look={host.look} cornerTaken={host.cornerTaken}>
      <PanelContext.Provider value={panel}>
        <RouterRoot>
          <OpenItemRoot>
            <Open />
          </OpenItemRoot>
        </RouterRoot>
      </PanelContext.Provider>
    </ThemeRoot>,
  );
