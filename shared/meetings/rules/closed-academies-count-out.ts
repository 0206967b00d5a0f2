import type { Days } from '../instance/days';
import type { MeetingProblem } from '../problem';

/** What is closed on which day, looked up again and again. */
export class ClosedDays {
  private readonly days: number;
  /** By academy and day: the entry of `closed`, counted from 1; 0 where it is open. */
  private readonly closed: Int32Array;
  private readonly ofTrust: Int32Array;
  private readonly labels: readonly string[];

  constructor(problem: MeetingProblem, days: Days, academyAt: ReadonlyMap<string, number>) {
    this.days = days.count;
    this.closed = new Int32Array(academyAt.size * days.count);
    this.ofTrust = new Int32Array(days.count);
    this.labels = problem.closed.map(({ label }) => label);
    const followers = followersOf(problem, academyAt);
    for (const [entry, { scope, from, until }] of problem.closed.entries()) {
      const name = scope.toLowerCase();
      for (const [day, date] of days.dates.entries())
        if (from <= date && date <= until) this.close(day, entry + 1, name === 'trust', followers.get(name) ?? []);
    }
  }

  /** The first entry that closes somebody is the one that is told. */
  private close(day: number, entry: number, isTrust: boolean, academies: readonly number[]): void {
    if (isTrust && this.ofTrust[day] === 0) this.ofTrust[day] = entry;
    for (const academy of academies) {
      const cell = academy * this.days + day;
      if (this.closed[cell] === 0) this.closed[cell] = entry;
    }
  }

  /** What closes an academy on a day: itself, its local authority or the whole trust. It is then not represented. */
  ofAcademy(academy: number, day: number): string | undefined {
    return this.labels[(this.closed[academy * this.days + day] as number) - 1];
  }

  isOpen(academy: number, day: number): boolean {
    return this.closed[academy * this.days + day] === 0;
  }

  /** What closes a day for everybody: nobody meets then. */
  isTrustOpen(day: number): boolean {
    return this.ofTrust[day] === 0;
  }
}

/** Whom a closure of this name concerns. */
function followersOf(
  { academies }: MeetingProblem,
  academyAt: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly number[]> {
  const followers = new Map<string, number[]>([['trust', [...academyAt.values()]]]);
  const authorities = new Map(academies.map(({ urn, localAuthority }) => [urn, localAuthority.toLowerCase()]));
  for (const [urn, academy] of academyAt)
    for (const name of new Set([urn, authorities.get(urn) ?? urn]))
      if (name !== 'trust') followers.set(name, [...(followers.get(name) ?? []), academy]);
  return followers;
}
