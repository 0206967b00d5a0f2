import { createContext, type ReactNode, useContext, useMemo, useReducer } from 'react';
import type { ScreenName } from './screens/names';

/** Where one is: a screen and what it is given, e.g. `{ screen: 'review', given: { key: 'review-7' } }`. */
export interface Route {
  readonly screen: ScreenName;
  readonly given: Readonly<Record<string, string>>;
}

export interface Router {
  readonly route: Route;
  readonly canGoBack: boolean;
  go(screen: ScreenName, given?: Readonly<Record<string, string>>): void;
  /** Goes there without a way back to here: after something was sent. */
  replace(screen: ScreenName, given?: Readonly<Record<string, string>>): void;
  back(): void;
  home(): void;
}

type Move =
  | { readonly type: 'go' | 'replace'; readonly route: Route }
  | { readonly type: 'back' }
  | { readonly type: 'home' };

const start: Route = { screen: 'home', given: {} };

/** The way that was gone; the last one is where one is. Never empty. */
export function move(way: readonly Route[], made: Move): readonly Route[] {
  if (made.type === 'home') return [start];
  if (made.type === 'back') return way.length > 1 ? way.slice(0, -1) : [start];
  return [...(made.type === 'replace' ? way.slice(0, -1) : way), made.route];
}

const RouterContext = createContext<Router | undefined>(undefined);

/** Routes in memory: Office.js takes history.pushState away, and an address would show what somebody reads. */
export function RouterRoot({ children }: { readonly children: ReactNode }) {
  const [way, dispatch] = useReducer(move, [start]);
  const router = useMemo<Router>(
    () => ({
      route: way.at(-1) ?? start,
      canGoBack: way.length > 1,
      go: (screen, given = {}) => dispatch({ type: 'go', route: { screen, given } }),
      replace: (screen, given = {}) => dispatch({ type: 'replace', route: { screen, given } }),
      back: () => dispatch({ type: 'back' }),
      home: () => dispatch({ type: 'home' }),
    }),
    [way],
  );
  return <RouterContext.Provider value={router}>{children}</RouterContext.Provider>;
}

export function useRouter(): Router {
  const router = useContext(RouterContext);
  if (router === undefined) throw new Error('A screen stands outside RouterRoot.');
  return router;
}
