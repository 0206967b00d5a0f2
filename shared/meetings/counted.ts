/**
 * @example counted(2, 'meeting') // '2 meetings'
 * @example counted(2, 'academy', 'academies') // '2 academies'
 */
export function counted(number: number, one: string, more = `${one}s`): string {
  return `${number} ${number === 1 ? one : more}`;
}
