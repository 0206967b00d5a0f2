import type { CalendarOutcome, CalendarStep } from '../ports';
import { newState, type Work } from './work';
import type { NewState } from './write-states';

/** How often a step is sent in one run before it is left to the next, which looks at the calendar anew. */
const mostTries = 4;

/** A record with what has come of its steps so far. */
export interface OpenWork {
  readonly work: Work;
  readonly outcomes: readonly (CalendarOutcome | undefined)[];
  readonly tries: number;
}

/** One step on its way, and where it belongs. */
export interface OpenStep {
  readonly of: OpenWork;
  readonly position: number;
  readonly step: CalendarStep;
}

/** Records that are done, records with steps still to come, and those that this run gives up. */
export interface Sorted {
  readonly told: readonly NewState[];
  readonly open: readonly OpenWork[];
  readonly left: number;
}

export function openWork(all: readonly Work[]): Sorted {
  return sort(all.map((work) => ({ work, outcomes: [], tries: 0 })));
}

/** Steps that are still to be sent, record by record. */
export function openSteps(open: readonly OpenWork[]): readonly OpenStep[] {
  return open.flatMap((of) =>
    of.work.steps.flatMap((step, position) => (of.outcomes[position]?.ok === true ? [] : [{ of, position, step }])),
  );
}

/** The same records after some of their steps were sent; outcomes in the order of the steps. */
export function afterSending(
  open: readonly OpenWork[],
  sent: readonly OpenStep[],
  outcomes: readonly CalendarOutcome[],
): Sorted {
  return sort(
    open.map((one) => {
      const own = sent.flatMap(({ of, position }, index) =>
        of === one ? [{ position, outcome: outcomes[index] }] : [],
      );
      if (own.length === 0) return one;
      const merged = one.work.steps.map(
        (_step, position) => own.find((sending) => sending.position === position)?.outcome ?? one.outcomes[position],
      );
      return { work: one.work, outcomes: merged, tries: one.tries + 1 };
    }),
  );
}

function sort(all: readonly OpenWork[]): Sorted {
  const judged = all.map((one) => ({ one, state: newState(one.work, one.outcomes) }));
  const unfinished = judged.flatMap(({ one, state }) => (state === undefined ? [one] : []));
  const open = unfinished.filter(({ tries }) => tries < mostTries);
  return { told: judged.flatMap(({ state }) => state ?? []), open, left: unfinished.length - open.length };
}
