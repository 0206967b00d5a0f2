import type { Theme } from '../../office/protocol';
import type { Shade } from '../shell/top-bar';

/** The colours that Office tells its panes. */
const themes: Readonly<Record<Shade, Theme>> = {
  light: {
    bodyBackgroundColor: '#ffffff',
    bodyForegroundColor: '#242424',
    controlBackgroundColor: '#f5f5f5',
    controlForegroundColor: '#242424',
    isDarkTheme: false,
  },
  dark: {
    bodyBackgroundColor: '#1f1f1f',
    bodyForegroundColor: '#ffffff',
    controlBackgroundColor: '#292929',
    controlForegroundColor: '#ffffff',
    isDarkTheme: true,
  },
};

export function themeOf(shade: Shade): Theme {
  return themes[shade];
}
