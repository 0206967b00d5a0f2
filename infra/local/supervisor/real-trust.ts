import { readAcademies } from '../../../functions/imports/read-imports';
import type { RealTrust } from './demonstrate';
import { Stop } from './stop';

/** The academies of one trust from a GIAS export, read by the product's own import. */
export function toRealTrust(gias: {
  readonly bytes: Uint8Array;
  readonly trustName: string;
  readonly file: string;
}): RealTrust {
  const read = readAcademies(gias.bytes, { trust: gias.trustName });
  if (!read.ok) throw new Stop(`${gias.file}: ${read.problem.sentence}`);
  const { trust, found, refused } = read.value;
  const [first] = refused;
  if (first !== undefined) throw new Stop(`${gias.file}, line ${first.line}: ${first.sentence}`);
  return { trustName: trust, academies: found.map(({ record }) => record) };
}
