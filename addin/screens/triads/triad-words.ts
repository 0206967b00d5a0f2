import { counted } from '../counted';

const names: Readonly<Record<string, string>> = {
  distance: 'Short ways',
  repeats: 'Fresh partners',
  strengths: 'Strengths beside needs',
  phases: 'Phases',
  newcomers: 'Newcomers beside experienced academies',
};

export function nameOfRule(rule: string): string {
  return names[rule] ?? rule;
}

/**
 * @example kilometresInWords(122.13) // '122.1 km'
 */
export function kilometresInWords(kilometres: number): string {
  return `${kilometres.toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} km`;
}

/**
 * A difference, said so that nobody has to read a sign.
 *
 * @example moreOrLess(-3.2) // '3.2 km less'
 */
export function moreOrLess(kilometres: number): string {
  if (Math.abs(kilometres) < 0.05) return 'as far as before';
  return `${kilometresInWords(Math.abs(kilometres))} ${kilometres > 0 ? 'more' : 'less'}`;
}

export function repeatsInWords(pairs: number): string {
  return pairs === 0 ? 'nobody meets again' : `${counted(pairs, 'pair meets', 'pairs meet')} again`;
}

export function repeatsChange(pairs: number): string {
  if (pairs === 0) return 'as many pairs meet again';
  return `${counted(Math.abs(pairs), 'pair', 'pairs')} ${pairs > 0 ? 'more' : 'fewer'} meeting again`;
}

/** How near a plan is to what no plan can beat. */
export function nearness(cost: number, bound: number): { readonly proved: boolean; readonly words: string } {
  const over = cost - bound;
  if (over < 0.0015) return { proved: true, words: 'Proved: no plan is better by these wishes.' };
  const share = cost <= 0 ? 0 : (100 * over) / cost;
  const gap = share < 0.1 ? 'less than 0.1\u00a0%' : `at most ${share.toFixed(1)}\u00a0%`;
  return { proved: false, words: `A better plan could save ${gap}, if there is one.` };
}

/** e.g. `Triad 2`; a group of two or four says so. */
export function nameOfTriad(place: number, size: number): string {
  const names: Readonly<Record<number, string>> = { 2: 'Pair', 4: 'Four' };
  return `${names[size] ?? 'Triad'} ${place + 1}`;
}
