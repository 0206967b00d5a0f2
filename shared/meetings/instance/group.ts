/** A network or a visit: what its meetings have in common. */
export interface Group {
  readonly number: number;
  readonly kind: 'network' | 'visit';
  readonly key: string;
  readonly name: string;
  /** Whether people travel to it; and to which academy, where that is known from the start. */
  readonly inPerson: boolean;
  readonly host: number;
  /** Academies that it has a place for, and their circles. */
  readonly academies: Int32Array;
  readonly circles: Int32Array;
  /** Who may take the place: those of place s from `start[s]` to `start[s + 1]`, the best first. */
  readonly start: Int32Array;
  readonly candidates: Int32Array;
  readonly isDeputy: Uint8Array;
  /** People who have to be there whoever else comes: the lead, or all people of a visit. */
  readonly duties: Int32Array;
  readonly options: Options;
}

/** Every day and time at which it could meet, by date. */
export interface Options {
  readonly count: number;
  readonly day: Int16Array;
  readonly from: Int16Array;
  readonly until: Int16Array;
  /** Wishes of day and window that it does not meet: 0, 1 or 2. */
  readonly unwished: Uint8Array;
  /** Whether the people who have to be there are free. */
  readonly dutyFree: Uint8Array;
  /** By option and place: which candidates can come, a bit for each. */
  readonly able: Uint32Array;
  /** Places at which anybody can come. */
  readonly most: Uint16Array;
}

/** As many as there are bits, less the sign. */
export const mostCandidates = 30;

/** One meeting or visit that is to be placed. */
export interface Item {
  readonly number: number;
  readonly group: number;
  readonly span: number;
  /** Its options: from `first` up to `end`. */
  readonly first: number;
  readonly end: number;
  /** The day that would spread the meetings of a span evenly; -1 where that does not matter. */
  readonly evenly: number;
  /** The option of the plan that should stay; -1 without one. */
  readonly stays: number;
  /** Where its places begin in an array over all items. */
  readonly places: number;
}
