import type { Result } from '../../../shared/result';

/** What the import tests read and expect. */
export const utf8 = (text: string) => new TextEncoder().encode(text);

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.sentence);
  return result.value;
}

export function sentence(result: Result<unknown>): string {
  if (result.ok) throw new Error('It was read');
  expect(result.problem.code).toBe('invalid');
  return result.problem.sentence;
}
