import { colour, css, focusRing } from './style';

const drawn = css([{ color: colour.accent, textDecoration: 'underline', overflowWrap: 'anywhere' }, focusRing]);

/** Something outside the panel: opens in a window of its own, which learns nothing of where it came from. */
export function Link({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <a className={drawn} href={to} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
