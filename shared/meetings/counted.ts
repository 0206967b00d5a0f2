/**
 * @example counted(2, 'meeting') // '2 meetings'
 */
export function counted(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}
