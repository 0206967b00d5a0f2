import { type FieldProblem, type Problem, refuse } from '../../shared/result';

/** What is wrong with a template, and in which part of it. */
export interface Flaw {
  /** The part inside the .docx, e.g. `word/header1.xml`; '' means the whole file. */
  readonly part: string;
  readonly sentence: string;
}

/** A template that cannot be used: the first flaw in words, and all of them by part. */
export function unusable(flaws: readonly Flaw[]): { readonly ok: false; readonly problem: Problem } {
  const [first] = flaws;
  const more = flaws.length - 1;
  const others = more > 0 ? ` (and ${more} more)` : '';
  const fields: readonly FieldProblem[] = flaws.map(({ part, sentence }) => ({ path: part, sentence }));
  return refuse('unprocessable-template', `This template cannot be used. ${first?.sentence ?? ''}${others}`, {
    fields,
  });
}

/**
 * A part in words for people, with its name inside the file.
 *
 * @example placeOf('word/header1.xml') // 'a header (word/header1.xml)'
 */
export function placeOf(part: string): string {
  const file = part.slice(part.lastIndexOf('/') + 1);
  const known: readonly (readonly [RegExp, string])[] = [
    [/^document\d*\.xml$/, 'the text'],
    [/^header\d*\.xml$/, 'a header'],
    [/^footer\d*\.xml$/, 'a footer'],
    [/^footnotes\d*\.xml$/, 'the footnotes'],
    [/^endnotes\d*\.xml$/, 'the endnotes'],
  ];
  const found = known.find(([pattern]) => pattern.test(file));
  return `${found?.[1] ?? 'a part'} (${part})`;
}
