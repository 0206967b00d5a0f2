import { OfficeError } from './channel';

/** Names that JavaScript itself asks of any object. */
const harmless = new Set(['then', 'toJSON', 'constructor', '$$typeof', 'nodeType', 'asymmetricMatch']);

/**
 * An object that refuses what it does not have. Real Office has far more than the workbench; to answer `undefined`
 * would let the panel rely on something that only works here.
 */
export function closed<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || harmless.has(key)) return Reflect.get(target, key, receiver);
      throw new OfficeError({
        code: 'NotImplemented',
        message: `The workbench's Office.js does not know ${name}.${key}.`,
      });
    },
  });
}
