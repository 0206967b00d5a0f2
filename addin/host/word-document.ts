/** A tagged place of the open document. */
export interface ContentControl {
  readonly tag: string;
  /** What Word shows above the place; often empty. */
  readonly title: string;
  /** Word lets nobody change what stands in it. */
  readonly locked: boolean;
}

export interface FillOutcome {
  /** Tags that were written, in every open place that carries them. */
  readonly filled: readonly string[];
  /** Tags of which at least one place is locked. */
  readonly locked: readonly string[];
  /** Tags that the document no longer has. */
  readonly missing: readonly string[];
}

/** The document that is open in Word, as far as the panel touches it. */
export interface WordDocument {
  /** Where it lies: an https address, a path, or '' while it was never saved. */
  address(): string;
  contentControls(): Promise<readonly ContentControl[]>;
  /** Writes texts into the places with these tags; a line feed begins a new paragraph. */
  fill(values: Readonly<Record<string, string>>): Promise<FillOutcome>;
}
