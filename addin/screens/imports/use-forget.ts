import { useEffect, useRef } from 'react';
import type { KeptForm } from '../../draft/use-kept-text';

/** Takes the draft away once there is nothing in it any more: the file was imported, or somebody began again. */
export function useForgetWhenEmpty({ forget }: KeptForm, isEmpty: boolean): void {
  const wasFilled = useRef(false);
  const latest = useRef(forget);
  latest.current = forget;
  useEffect(() => {
    if (isEmpty && wasFilled.current) void latest.current();
    wasFilled.current = !isEmpty;
  }, [isEmpty]);
}
