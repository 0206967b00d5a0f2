import { type RefObject, useRef } from 'react';

interface GrowingList {
  /** Around the things that are added and removed, with what adds beside it. */
  readonly place: RefObject<HTMLDivElement>;
  focusAdded(): void;
  focusAfterRemoval(): void;
}

/** What is added takes the focus; after a removal it goes to what adds: it is never lost. */
export function useGrowingList(): GrowingList {
  const place = useRef<HTMLDivElement>(null);
  // Once React has drawn the change.
  const soon = (find: () => Element | null | undefined) =>
    requestAnimationFrame(() => {
      const found = find();
      if (found instanceof HTMLElement) found.focus();
    });
  return {
    place,
    focusAdded: () => soon(() => place.current?.lastElementChild?.querySelector('input, textarea, select')),
    focusAfterRemoval: () =>
      soon(() => place.current?.nextElementSibling?.querySelector('button') ?? document.querySelector('main')),
  };
}
