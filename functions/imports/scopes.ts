import type { Academy } from '../../shared/records/academy';

/** As the academies are spelled: planning compares them word for word. */
export function scopeAmong(academies: readonly Academy[], scope: string): string | undefined {
  const known = ['trust', ...academies.flatMap(({ urn, localAuthority }) => [urn, localAuthority])];
  return known.find((one) => one.toLowerCase() === scope.toLowerCase());
}

/** Why a scope is not taken. */
export function unknownScope(academies: readonly Academy[], scope: string): string {
  const authorities = [...new Set(academies.map(({ localAuthority }) => localAuthority))].sort();
  return `"${scope}" is nobody we know. Write ${['trust', ...authorities].join(', ')} or the URN of one of our academies.`;
}
