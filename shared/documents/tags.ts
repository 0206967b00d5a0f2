/** The vocabulary of content controls in Word templates: one for the panel, the API and the command line. */
export interface Tag {
  /** Set as the "Tag" of a content control, in Word under Developer, Properties. */
  readonly tag: string;
  readonly meaning: string;
  readonly example: string;
  /** May hold several lines: use a rich-text control on a line of its own. */
  readonly lines: boolean;
}

function tag<const T extends string>(name: T, meaning: string, example: string, lines = false): Tag & { tag: T } {
  return { tag: name, meaning, example, lines };
}

export const tags = [
  tag('trust.name', 'The name of the trust.', 'Larkrise Learning Trust'),
  tag('year', 'The school year of the objective.', '2026/27'),
  tag('principal.name', 'The person whose objective it is.', 'Morwenna Askew'),
  tag('principal.post', 'The post of that person.', 'Principal'),
  tag('academy.name', "The person's own academy.", 'Millbrook Primary Academy'),
  tag('appraiser.name', 'Who appraises.', 'Idris Fenwick'),
  tag('priority.name', 'The trust-wide priority that the objective serves.', 'Writing in Years 3 and 4'),
  tag(
    'priority.why',
    'Why that priority matters to all our pupils.',
    'In nine of our academies writing lags behind reading.',
    true,
  ),
  tag('objective.text', 'The objective.', 'Lead two of our peer reviews and return for the impact reviews.', true),
  tag(
    'objective.contribution',
    'What the person contributes to our academies.',
    'Six days and the English lead.',
    true,
  ),
  tag(
    'objective.measure',
    'The performance measure.',
    'Both hosts mark the record accurate.\nBoth return by July.',
    true,
  ),
  tag('objective.evidence', 'Where the evidence comes from.', 'The review records and the impact statements.', true),
  tag('objective.support', 'Support or cover needed.', 'Cover for six days from the central team.', true),
  tag(
    'objective.ownAcademyBenefit',
    "What it brings to the person's own academy.",
    'Ideas for our own Year 4 writing.',
    true,
  ),
  tag('objective.standard', "The headteachers' standard that it relates to.", 'Standard 9, Working in partnership'),
  tag('objective.reviewPoints', 'Review points, one a line.', '12 March 2027: mid-year\n9 July 2027', true),
  tag('objective.agreedOn', 'The day on which both agreed it.', '23 November 2026'),
] as const;

export type TagName = (typeof tags)[number]['tag'];
export const tagNames: readonly TagName[] = tags.map(({ tag: name }) => name);

/** Texts by tag. A tag without a value is left out; a line feed begins a new paragraph. */
export type TagValues = { readonly [T in TagName]?: string };

export function isTagName(name: string): name is TagName {
  return (tagNames as readonly string[]).includes(name);
}
