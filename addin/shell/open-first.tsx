import { useEffect, useRef } from 'react';
import { useOpenItem } from '../item/open-item';
import { targetOf } from '../item/target';
import { useRouter } from '../router';

/** When the panel opens on one of our own events, it opens what that event stands for. Once: later the person leads. */
export function OpenFirst() {
  const { state, ...rest } = useOpenItem();
  const { route, go } = useRouter();
  const done = useRef(false);
  useEffect(() => {
    if (done.current || state === 'reading') return;
    done.current = true;
    if (state !== 'recognised' || route.screen !== 'home' || !('linked' in rest)) return;
    const target = targetOf(rest.linked);
    go(target.screen, target.given);
  });
  return null;
}
