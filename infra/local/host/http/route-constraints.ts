export type Constraint = (value: string) => boolean;

const int32 = 2n ** 31n;
const int64 = 2n ** 63n;

/** https://learn.microsoft.com/aspnet/core/fundamentals/routing#route-constraints */
const plain: Readonly<Record<string, Constraint>> = {
  int: (value) => isWhole(value, int32),
  long: (value) => isWhole(value, int64),
  bool: (value) => /^(true|false)$/i.test(value),
  datetime: (value) => /^\d{1,4}[-/]\d{1,2}[-/]\d{1,4}/.test(value) && !Number.isNaN(Date.parse(value)),
  decimal: (value) => /^[+-]?\d*\.?\d+$/.test(value),
  double: (value) => /^[+-]?\d*\.?\d+(e[+-]?\d+)?$/i.test(value),
  float: (value) => /^[+-]?\d*\.?\d+(e[+-]?\d+)?$/i.test(value),
  guid: (value) => /^\{?[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}\}?$/i.test(value),
  alpha: (value) => /^[a-z]*$/i.test(value),
  required: (value) => value !== '',
};

const withParameters: Readonly<Record<string, (parameters: readonly number[]) => Constraint>> = {
  length:
    ([least = 0, most = least]) =>
    (value) =>
      value.length >= least && value.length <= most,
  minlength:
    ([least = 0]) =>
    (value) =>
      value.length >= least,
  maxlength:
    ([most = 0]) =>
    (value) =>
      value.length <= most,
  min:
    ([least = 0]) =>
    (value) =>
      isWhole(value, int64) && Number(value) >= least,
  max:
    ([most = 0]) =>
    (value) =>
      isWhole(value, int64) && Number(value) <= most,
  range:
    ([least = 0, most = 0]) =>
    (value) =>
      isWhole(value, int64) && Number(value) >= least && Number(value) <= most,
};

export function parseConstraint(text: string): Constraint | undefined {
  const [, name = '', inner] = /^([a-z]+)(?:\((.*)\))?$/is.exec(text) ?? [];
  if (inner === undefined) return plain[name.toLowerCase()];
  if (name.toLowerCase() === 'regex') return toPattern(inner);
  const numbers = inner.split(',').map((part) => Number(part.trim()));
  if (numbers.some(Number.isNaN)) return undefined;
  return withParameters[name.toLowerCase()]?.(numbers);
}

/** In a template `{` and `}` of a regular expression are doubled. */
function toPattern(text: string): Constraint {
  const pattern = new RegExp(text.replaceAll('{{', '{').replaceAll('}}', '}'), 'i');
  return (value) => pattern.test(value);
}

function isWhole(value: string, limit: bigint): boolean {
  if (!/^[+-]?\d{1,20}$/.test(value)) return false;
  const number = BigInt(value.replace(/^\+/, ''));
  return number >= -limit && number < limit;
}
