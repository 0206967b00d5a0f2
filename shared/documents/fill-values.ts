import * as z from 'zod/mini';

const text = z
  .string('Give a text, or a list of texts for several lines.')
  .check(z.maxLength(60_000, 'Keep a text within 60,000 characters.'));

/** What goes into a template, by tag: a text, or several that become lines. */
export const fillValuesSchema = z.record(
  z.string().check(z.minLength(1, 'A tag is missing.'), z.maxLength(64, 'Word keeps tags within 64 characters.')),
  z.union([text, z.array(text)], 'Give a text, or a list of texts for several lines.'),
  'Give an object of texts by tag, e.g. { "principal.name": "Morwenna Askew" }.',
);
