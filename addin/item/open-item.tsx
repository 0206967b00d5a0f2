import { createContext, type ReactNode, useCallback, useContext, useEffect, useReducer } from 'react';
import { requests } from '../../shared/requests';
import type { Problem } from '../../shared/result';
import type { OpenItem } from '../host/port';
import { usePanel } from '../panel-context';
import { keyInBody, type LinkedKey } from './key-in-body';

/** What the panel makes of the meeting or mail that is open in Outlook. */
export type ItemState =
  | { readonly state: 'none' }
  | { readonly state: 'reading' }
  | { readonly state: 'unknown'; readonly item: OpenItem }
  | { readonly state: 'recognised'; readonly item: OpenItem; readonly linked: LinkedKey; readonly title: string }
  | { readonly state: 'refused'; readonly item: OpenItem; readonly problem: Problem };

const ItemContext = createContext<ItemState>({ state: 'none' });

export function useOpenItem(): ItemState {
  return useContext(ItemContext);
}

/** Reads the open item, and again when another one is opened while the pane stays. */
export function OpenItemRoot({ children }: { readonly children: ReactNode }) {
  const { host, server } = usePanel();
  const [state, show] = useReducer((_before: ItemState, next: ItemState) => next, {
    state: host.item === undefined ? 'none' : 'reading',
  });
  const recognise = useCallback(async (): Promise<ItemState> => {
    const item = await host.item?.read();
    if (item === undefined) return { state: 'none' };
    const linked = keyInBody(item.text);
    if (linked === undefined) return { state: 'unknown', item };
    const opened = await server.call(requests.open, { kind: linked.kind, key: linked.key });
    if (!opened.ok) return { state: 'refused', item, problem: opened.problem };
    const { kind, key, title } = opened.value;
    return { state: 'recognised', item, linked: { kind, key }, title };
  }, [host, server]);
  useEffect(() => {
    let latest = 0;
    const read = () => {
      latest += 1;
      const turn = latest;
      // An answer about an item that is no longer open is dropped (office-js #2769).
      void recognise().then((next) => {
        if (turn === latest) show(next);
      });
    };
    read();
    const stop = host.item?.onChange(read);
    return () => {
      latest = -1;
      stop?.();
    };
  }, [host, recognise]);
  return <ItemContext.Provider value={state}>{children}</ItemContext.Provider>;
}
