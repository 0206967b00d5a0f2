import { registerIcons, setIconOptions, ThemeProvider } from '@fluentui/react';
import { Checkmark12Filled } from '@fluentui/react-icons/headless/svg/checkmark';
import type { CSSProperties, ReactNode } from 'react';
import { css } from './style';
import { darkColours, darkTheme, type Look, lightColours, lightTheme } from './themes';

// Fluent looks icons up by name and would load its font from a CDN: the one that our parts need is given as SVG.
setIconOptions({ disableWarnings: true });
registerIcons({ icons: { CheckMark: <Checkmark12Filled aria-hidden /> } });

/** Paper is white, whatever the theme of the screen. */
const onPaper = Object.fromEntries(Object.entries(lightColours).map(([name, value]) => [name, `${value} !important`]));

const frame = css({
  height: '100vh',
  display: 'flex',
  flexDirection: 'column',
  background: 'var(--page)',
  color: 'var(--text)',
  selectors: {
    '& *': { boxSizing: 'border-box' },
    '& a': { color: 'var(--accent)' },
    '& ::selection': { background: 'var(--accent)', color: 'var(--on-accent)' },
    '@media (prefers-reduced-motion: reduce)': {
      selectors: { '& *': { animationDuration: '0.01ms !important', transitionDuration: '0.01ms !important' } },
    },
    '@media print': { height: 'auto', ...onPaper },
  },
});
/** The outermost part: colours of the Office theme, and room for the corner menu that Word lays over the pane. */
export function ThemeRoot({
  look,
  cornerTaken,
  children,
}: {
  readonly look: Look;
  /** Word draws a menu of 40 × 40 px over the pane's top right corner. */
  readonly cornerTaken: boolean;
  readonly children: ReactNode;
}) {
  return (
    <ThemeProvider
      applyTo="body"
      theme={look.dark ? darkTheme : lightTheme}
      className={frame}
      style={
        {
          ...(look.dark ? darkColours : lightColours),
          colorScheme: look.dark ? 'dark' : 'light',
          '--corner': cornerTaken ? '40px' : '0px',
        } as CSSProperties
      }
    >
      {children}
    </ThemeProvider>
  );
}
