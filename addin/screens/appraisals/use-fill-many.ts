import { useEffect, useRef, useState } from 'react';
import type { Server } from '../../server';
import { type FillResult, fillMany, type ToFill } from './fill-many';

export interface FillingState {
  readonly of: number;
  readonly results: readonly FillResult[];
  readonly running: boolean;
}

/** Fills several documents while the screen stays open; those that are done stay done when it is left. */
export function useFillMany(server: Server): {
  readonly state: FillingState | undefined;
  readonly start: (template: string, toFill: readonly ToFill[]) => void;
  readonly stop: () => void;
  readonly clear: () => void;
} {
  const [state, setState] = useState<FillingState>();
  const running = useRef<AbortController>();
  useEffect(() => () => running.current?.abort(), []);
  const start = async (template: string, toFill: readonly ToFill[]): Promise<void> => {
    const controller = new AbortController();
    running.current = controller;
    setState({ of: toFill.length, results: [], running: true });
    const add = (result: FillResult): void =>
      setState((before) => before && { ...before, results: [...before.results, result] });
    await fillMany(server, template, toFill, add, controller.signal);
    setState((before) => before && { ...before, running: false });
  };
  return {
    state,
    start: (template, toFill) => void start(template, toFill),
    stop: () => running.current?.abort(),
    clear: () => setState(undefined),
  };
}
