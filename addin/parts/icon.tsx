import { type IconName, icons } from './icons';
import { css } from './style';

const drawn = css({ display: 'inline-block', flexShrink: 0, fill: 'currentColor', verticalAlign: 'middle' });

/** Decoration: what an icon means is always also said in words. */
export function Icon({ name }: { readonly name: IconName }) {
  const Drawing = icons[name];
  return <Drawing className={drawn} aria-hidden />;
}
