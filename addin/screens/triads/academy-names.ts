import type { TriadAcademy } from '../../../shared/triads/problem';

export function byName(academies: readonly TriadAcademy[]): readonly TriadAcademy[] {
  return [...academies].sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
}

const commonEnds = / (Church of England|C of E|CofE|Catholic|Primary|Junior|Infant|Academy|School|and Nursery|&)\b.*$/i;

/**
 * As short as it can be and still be told apart, for a map.
 *
 * @example shortNames(['Millbrook Primary Academy', 'Ashdown School']) // ['Millbrook', 'Ashdown']
 */
export function shortNames(names: readonly string[]): readonly string[] {
  const short = names.map((name) => name.replace(commonEnds, ''));
  return names.map((name, at) => {
    const one = short[at] ?? name;
    return short.filter((other) => other === one).length === 1 ? one : name;
  });
}
