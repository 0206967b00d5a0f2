import type { Meeting } from '../records/meeting';

type Meets = Pick<Meeting, 'network' | 'date' | 'from' | 'until' | 'lead' | 'members' | 'representatives'>;

/** Why somebody is expected at a meeting; of two at once the higher counts. */
const expectedAs = { joining: 0, invited: 1, leading: 2, representing: 3 } as const;

interface Expected<M> {
  readonly id: string;
  readonly at: M;
  readonly as: keyof typeof expectedAs;
  /** Is invited already, and stays so where both count alike. */
  readonly stands?: boolean | undefined;
}

/** Everybody who is expected at a meeting, each once for each reason. */
export function expectedOf<M extends Meets>(at: M, stands = false): readonly Expected<M>[] {
  const id = ({ who }: { readonly who: { readonly id: string } }): string => who.id.toLowerCase();
  return [
    ...(at.representatives ?? []).map((one) => ({ id: id(one), at, as: 'representing' as const, stands })),
    { id: at.lead.id.toLowerCase(), at, as: 'leading', stands },
    ...at.members.map((one) => ({ id: id(one), at, as: 'invited' as const, stands })),
  ];
}

/**
 * Who is not to be invited to a meeting, by their ids, since they are expected elsewhere at that time. Whoever is
 * counted on for an academy goes there, then whoever leads; of two meetings that only invite, the earlier one is kept.
 */
export function expectedElsewhere<M extends Meets>(all: readonly Expected<M>[]): ReadonlyMap<M, ReadonlySet<string>> {
  const taken = new Map<string, M[]>();
  const elsewhere = new Map<M, Set<string>>();
  for (const { id, at } of [...all].sort(byWeight)) {
    const day = `${id} ${at.date}`;
    const others = taken.get(day) ?? [];
    taken.set(day, others);
    if (others.includes(at)) continue;
    if (others.some((other) => other.from < at.until && at.from < other.until))
      elsewhere.set(at, (elsewhere.get(at) ?? new Set()).add(id));
    else others.push(at);
  }
  return elsewhere;
}

function byWeight<M extends Meets>(one: Expected<M>, other: Expected<M>): number {
  const weight = expectedAs[other.as] - expectedAs[one.as];
  const standing = Number(other.stands === true) - Number(one.stands === true);
  const key = ({ at }: Expected<M>) => `${at.date} ${at.from} ${at.network}`;
  return weight || standing || (key(one) < key(other) ? -1 : 1);
}

/** The meeting without those who are expected elsewhere. */
export function without<M extends Meets>(meeting: M, elsewhere: ReadonlySet<string> | undefined): M {
  if (elsewhere === undefined) return meeting;
  return { ...meeting, members: meeting.members.filter(({ who }) => !elsewhere.has(who.id.toLowerCase())) };
}
