import { useEffect, useRef, useState } from 'react';
import * as z from 'zod/mini';
import type { Writing } from '../../shared/merge-writing';
import { same } from '../../shared/same';
import type { DraftKeeper, DraftState } from './draft-keeper';
import { mergeOwn } from './merge-own';
import { useDraft } from './use-draft';

interface Kept<T> {
  /** The form and the record, e.g. `review-scope/review-7`. */
  readonly about: string;
  /** What stands in the form now, and how it began. */
  readonly value: T;
  readonly fresh: T;
  readonly schema: z.ZodMiniType<T>;
  /** Puts into the form what was written before, or in another pane. */
  readonly restore: (value: T) => void;
}

export interface KeptForm {
  readonly state: DraftState;
  /** When what stands in the form was saved by an earlier pane; absent where nothing was. */
  readonly foundFrom: string | undefined;
  readonly save: () => Promise<void>;
  /** It was sent. */
  readonly forget: DraftKeeper['forget'];
}

/** Keeps what one person types into a form as their own draft, whatever holds the form's state. */
export function useKeptText<T extends Writing>({ about, value, fresh, schema, restore }: Kept<T>): KeptForm {
  const latest = useRef({ value, restore });
  latest.current = { value, restore };
  const began = useRef(fresh);
  const touched = useRef(false);
  const [foundFrom, setFoundFrom] = useState<string>();
  const bring = (from: unknown, body: unknown) => {
    const parsed = z.safeParse(schema, mergeOwn(from, latest.current.value, body));
    if (parsed.success) latest.current.restore(parsed.data);
  };
  const { keeper, state } = useDraft(
    { about },
    {
      merge: (base, mine, theirs) => mergeOwn(base ?? began.current, mine ?? began.current, theirs.body),
      onMerged: ({ from, merged }) => bring(from ?? began.current, merged),
    },
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked for once, when the form opens
  useEffect(() => {
    let gone = false;
    void keeper.open().then((found) => {
      if (gone || !found.ok || found.value === undefined) return;
      bring(began.current, found.value.body);
      setFoundFrom(found.value.at);
    });
    return () => {
      gone = true;
    };
  }, [keeper]);
  useEffect(() => {
    if (!touched.current && same(value, began.current)) return;
    touched.current = true;
    keeper.write(value);
  }, [keeper, value]);
  return { state, foundFrom, save: keeper.save, forget: keeper.forget };
}
