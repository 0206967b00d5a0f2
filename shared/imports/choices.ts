/** One of the known words, whatever its capitals and spaces. */
export function oneOf<T extends string>(text: string, known: readonly T[]): T | undefined {
  const wanted = plain(text);
  return known.find((word) => plain(word) === wanted);
}

/** Several of them, parted by semicolons, strokes, commas or line ends; or the first that is not known. */
export function severalOf<T extends string>(
  text: string,
  known: readonly T[],
  read: (word: string) => string = (word) => word,
): { readonly values: readonly T[] } | { readonly unknown: string } {
  const words = text.split(/[;|,/\n]/).flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));
  const values: T[] = [];
  for (const word of words) {
    const value = oneOf(read(word), known);
    if (value === undefined) return { unknown: word };
    if (!values.includes(value)) values.push(value);
  }
  return { values };
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll(/[\s_-]+/g, '');
}
