import type { FieldProblem } from '../result';
import type { MeetingProblem, NetworkProblem } from './problem';

/** What a problem cannot mean: where it stands in the problem, in a sentence, and of which networks. */
export interface Contradiction extends FieldProblem {
  readonly networks: readonly string[];
}

interface Span {
  readonly from: string;
  readonly until: string;
}

/**
 * All that contradicts itself in a problem whose fields are right one by one: ends before beginnings, two things with
 * one key, academies that the problem does not know. Nothing sensible can be planned from it. Empty when all is well.
 *
 * @example contradictionsIn(problem)[0]?.path // 'networks.0.members.3.academy'
 */
export function contradictionsIn(problem: MeetingProblem): readonly Contradiction[] {
  const { academies, networks, visits = [], closed, busy, from, until } = problem;
  const known = new Set(academies.map(({ urn }) => urn));
  return [
    ...(until < from
      ? [{ path: 'until', networks: [], sentence: 'The last day is before the first. Turn them round.' }]
      : []),
    ...twice(academies, ({ urn }) => urn).map(({ at, same }) => ({
      path: `academies.${at}.urn`,
      networks: [],
      sentence: `Two academies have the URN "${same}". Name each academy once.`,
    })),
    ...twice(networks, ({ key }) => key).map(({ at, same }) => ({
      path: `networks.${at}.key`,
      networks: [same],
      sentence: `Two networks have the key "${same}". Give each a key of its own.`,
    })),
    ...networks.flatMap((network, at) => inNetwork(network, `networks.${at}`, known)),
    ...twice(visits, ({ key }) => key).map(({ at, same }) => ({
      path: `visits.${at}.key`,
      networks: [],
      sentence: `Two visits have the key "${same}". Give each a key of its own.`,
    })),
    ...visits.flatMap(({ host, name }, at) =>
      known.has(host) ? [] : [{ path: `visits.${at}.host`, networks: [], sentence: unknown(name, 'its host', host) }],
    ),
    ...turnedRound('closed', closed, ({ label }) => label),
    ...turnedRound('busy', busy, () => 'A busy time'),
  ];
}

function inNetwork(
  { key, name, members, spans, windows }: NetworkProblem,
  path: string,
  known: ReadonlySet<string>,
): readonly Contradiction[] {
  const networks = [key];
  const strangers = members.flatMap(({ academy }, at) =>
    academy === undefined || known.has(academy)
      ? []
      : [
          {
            path: `${path}.members.${at}.academy`,
            networks,
            sentence: unknown(name, 'the academy of a member', academy),
          },
        ],
  );
  return [
    ...strangers,
    ...turnedRound(`${path}.spans`, spans, (span) => `${name}, ${span.name}`, networks),
    ...turnedRound(`${path}.windows`, windows, () => `${name}, a window`, networks),
  ];
}

function unknown(name: string, what: string, urn: string): string {
  return `${name}: ${what}, "${urn}", is not among the academies. Add it there or correct the URN.`;
}

function twice<T>(
  all: readonly T[],
  of: (one: T) => string,
): readonly { readonly at: number; readonly same: string }[] {
  const before = new Set<string>();
  return all.flatMap((one, at) => {
    const same = of(one);
    if (before.has(same)) return [{ at, same }];
    before.add(same);
    return [];
  });
}

function turnedRound<T extends Span>(
  path: string,
  all: readonly T[],
  nameOf: (one: T) => string,
  networks: readonly string[] = [],
): readonly Contradiction[] {
  return all.flatMap((one, at) =>
    one.until < one.from
      ? [{ path: `${path}.${at}.until`, networks, sentence: `${nameOf(one)} ends before it begins. Turn them round.` }]
      : [],
  );
}
