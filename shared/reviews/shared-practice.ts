import type { Finding } from '../records/finding';

/** What all academies may learn from, without academy or person. */
export interface SharedPractice {
  readonly reviews: number;
  readonly goodPractice: readonly string[];
  readonly strengths: readonly string[];
  readonly considerations: readonly string[];
}

/** With fewer academies everybody could tell whose considerations they are. */
const fewestAcademies = 3;

/**
 * Themes come only from findings that their host head has marked accurate and shared with the whole trust. Names of
 * academies and people are taken out, and the order says nothing of whose they are. `academies` are all their names.
 */
export function sharedPractice(findings: readonly Finding[], academies: readonly string[]): SharedPractice {
  const shared = findings.filter(({ agreement, sharing }) => agreement === 'accurate' && sharing === 'trust');
  const people = shared.flatMap(({ hostHead, lead, reviewers }) =>
    [hostHead, lead, ...reviewers].map(({ name }) => name),
  );
  const said = (pick: (finding: Finding) => readonly string[]) =>
    [...new Set(shared.flatMap(pick).map((text) => withoutNames(text, academies, people)))].sort();
  const enough = new Set(shared.map(({ host }) => host)).size >= fewestAcademies;
  return {
    reviews: shared.length,
    goodPractice: said(({ goodPractice }) => (goodPractice === undefined ? [] : [goodPractice])),
    strengths: enough ? said(({ strengths }) => strengths) : [],
    considerations: enough ? said(({ considerations }) => considerations) : [],
  };
}

/**
 * @example withoutNames('As at Ash Primary', ['Ash Primary'], []) // 'As at one of our academies'
 */
export function withoutNames(text: string, academies: readonly string[], people: readonly string[]): string {
  const academiesGone = replaced(text, academies, 'one of our academies');
  return replaced(academiesGone, people, 'a colleague');
}

/** Longer names first: one may begin with another. */
function replaced(text: string, names: readonly string[], by: string): string {
  const wanted = [...new Set(names)]
    .filter((name) => name.trim() !== '')
    .sort((one, other) => other.length - one.length);
  if (wanted.length === 0) return text;
  const escaped = wanted.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu'), by);
}
