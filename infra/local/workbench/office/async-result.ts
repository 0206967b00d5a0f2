import type { OfficeError } from './channel';
import { AsyncResultStatus } from './enumerations';

type Callback<T> = (result: Office.AsyncResult<T>) => void;

/** Office's callbacks come last, after options that may be left out. */
export function callbackIn<T>(given: readonly unknown[]): Callback<T> {
  const last = given.at(-1);
  if (typeof last === 'function') return last as Callback<T>;
  return () => undefined;
}

/** Office never throws into a callback: it tells success and failure in one shape. */
export function answerLater<T>(callback: Callback<T>, work: Promise<T>): void {
  work.then(
    (value) => callback({ status: AsyncResultStatus.Succeeded, value, asyncContext: undefined } as never),
    (error: OfficeError) =>
      callback({
        status: AsyncResultStatus.Failed,
        error: { code: error.code, name: error.name, message: error.message },
        asyncContext: undefined,
      } as never),
  );
}
