import { tags } from '../../../shared/documents/tags';
import { ok, type Result, refuse } from '../../../shared/result';
import type { ContentControl } from '../../host/word-document';

const meanings = new Map<string, string>(tags.map(({ tag, meaning }) => [tag, meaning.replace(/\.$/, '')]));

/** One tag of the open document or of the objective, and what filling would do with it. */
export interface PlannedTag {
  readonly tag: string;
  readonly meaning: string;
  /** How many content controls carry it; a tag may stand in several places. */
  readonly places: number;
}

/** What filling would do to the open document, before anything is touched. */
export interface FillPlan {
  /** Tags with a value and an open place. */
  readonly filled: readonly (PlannedTag & { readonly value: string })[];
  /** Tags of our vocabulary in the document that the objective has nothing for: left as they are. */
  readonly empty: readonly PlannedTag[];
  /** Values that the document has no place for. */
  readonly unused: readonly PlannedTag[];
  /** Controls that Word does not let anybody change, by tag. */
  readonly locked: readonly PlannedTag[];
}

type Values = Readonly<Record<string, string>>;

/** Compares what the document has with what the objective says. Controls without a tag of ours are left alone. */
export function planFill(controls: readonly ContentControl[], values: Values): FillPlan {
  const places = new Map<string, ContentControl[]>();
  for (const control of controls)
    if (meanings.has(control.tag)) places.set(control.tag, [...(places.get(control.tag) ?? []), control]);
  const told = (tag: string, count: number): PlannedTag => ({ tag, meaning: meanings.get(tag) ?? tag, places: count });
  const open = [...places].map(([tag, all]) => ({ tag, count: all.filter(({ locked }) => !locked).length }));
  return {
    filled: open.flatMap(({ tag, count }) => {
      const value = values[tag];
      return value === undefined || count === 0 ? [] : [{ ...told(tag, count), value }];
    }),
    empty: [...places].flatMap(([tag, all]) => (values[tag] === undefined ? [told(tag, all.length)] : [])),
    unused: Object.keys(values).flatMap((tag) => (places.has(tag) ? [] : [told(tag, 0)])),
    locked: [...places].flatMap(([tag, all]) => {
      const locked = all.filter((control) => control.locked).length;
      return locked === 0 ? [] : [told(tag, locked)];
    }),
  };
}

/** Whether this document may be filled at all; the sentence says what to do instead. */
export function mayFill(plan: FillPlan, address: string, templateNames: readonly string[]): Result<FillPlan> {
  if (isLibraryTemplate(address, templateNames))
    return refuse(
      'not-now',
      "This is the library's own template. Save a copy under another name (File, Save a copy), open it and fill that.",
    );
  if (plan.filled.length === 0 && plan.locked.length > 0)
    return refuse(
      'unprocessable-template',
      'Every tagged place in this document is locked. Unlock them in Word first.',
    );
  if (plan.filled.length === 0)
    return refuse(
      'unprocessable-template',
      'This document has no place for the objective: no content control carries one of our tags, e.g. "objective.text".',
    );
  return ok(plan);
}

/**
 * Templates lie in the folder "Templates" of the trust's library: the last two parts of the address tell them.
 *
 * @example isLibraryTemplate('https://t.example/sites/trust/Documents/Templates/Appraisal.docx', ['Appraisal.docx']) // true
 */
export function isLibraryTemplate(address: string, templateNames: readonly string[]): boolean {
  const [folder, name] = address.split(/[?#]/)[0]?.split(/[\\/]/).slice(-2).map(decoded) ?? [];
  return (
    folder?.toLowerCase() === 'templates' &&
    templateNames.some((template) => template.toLowerCase() === name?.toLowerCase())
  );
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A local path may hold a lone per cent sign.
    return part;
  }
}
