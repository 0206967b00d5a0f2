import { minutesOf } from '../../time/time-of-day';
import type { MeetingProblem } from '../problem';

/** The hours of each academy, in minutes since midnight. */
export class SchoolHours {
  private readonly dayFrom: Int16Array;
  private readonly dayUntil: Int16Array;
  private readonly twilightUntil: Int16Array;

  constructor({ academies }: MeetingProblem, academyAt: ReadonlyMap<string, number>) {
    const count = academyAt.size;
    this.dayFrom = new Int16Array(count).fill(-1);
    this.dayUntil = new Int16Array(count).fill(-1);
    this.twilightUntil = new Int16Array(count).fill(1440);
    for (const { urn, dayFrom, dayUntil, twilightUntil } of academies) {
      const academy = academyAt.get(urn) ?? 0;
      if (dayFrom !== undefined) this.dayFrom[academy] = minutesOf(dayFrom);
      if (dayUntil !== undefined) this.dayUntil[academy] = minutesOf(dayUntil);
      if (twilightUntil !== undefined) this.twilightUntil[academy] = minutesOf(twilightUntil);
    }
  }

  /** Nobody is asked for a meeting that begins before the school day or ends after the academy's twilight. */
  allow(academy: number, from: number, until: number): boolean {
    return from >= (this.dayFrom[academy] as number) && until <= (this.twilightUntil[academy] as number);
  }

  /** How much of a meeting is directed time after the school day. */
  minutesOutside(academy: number, from: number, until: number): number {
    const end = this.dayUntil[academy] as number;
    return end < 0 ? 0 : Math.max(0, until - Math.max(from, end));
  }
}
