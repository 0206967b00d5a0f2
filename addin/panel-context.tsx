import { createContext, useContext } from 'react';
import type { OutputOf, requests } from '../shared/requests';
import type { Directory } from './directory';
import type { HostPort } from './host/port';
import type { Server } from './server';

export type Me = OutputOf<typeof requests.me>;

/** What every screen may use. */
export interface Panel {
  readonly host: HostPort;
  readonly server: Server;
  /** Who is signed in. */
  readonly me: Me;
  /** Academies and people, read once while the pane is open. */
  readonly directory: Directory;
}

export const PanelContext = createContext<Panel | undefined>(undefined);

export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (panel === undefined) throw new Error('A screen stands outside the panel.');
  return panel;
}
