/**
 * A number with its noun.
 *
 * @example counted(1, 'meeting', 'meetings') // '1 meeting'
 */
export function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
