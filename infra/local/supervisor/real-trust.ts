import type { RealTrust } from './demonstrate';
import { Stop } from './stop';

export function toRealTrust({ file }: { readonly file: string }): RealTrust {
  throw new Stop(`${file} cannot be read yet.`);
}
