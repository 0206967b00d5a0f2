import { createTheme, type IPalette, type ITheme } from '@fluentui/react';

/** How the Office application looks just now. */
export interface Look {
  readonly dark: boolean;
}

const lightPalette: Partial<IPalette> = {
  themePrimary: '#0f6cbd',
  themeLighterAlt: '#f5f9fd',
  themeLighter: '#cfe4fa',
  themeLight: '#b4d6fa',
  themeTertiary: '#62abf5',
  themeSecondary: '#2886de',
  themeDarkAlt: '#115ea3',
  themeDark: '#0f548c',
  themeDarker: '#0c3b5e',
  neutralPrimary: '#242424',
  neutralSecondary: '#575757',
};

const darkPalette: Partial<IPalette> = {
  themePrimary: '#62abf5',
  themeLighterAlt: '#0a1622',
  themeLighter: '#10263b',
  themeLight: '#1b3d5c',
  themeTertiary: '#479ef5',
  themeSecondary: '#58a6f2',
  themeDarkAlt: '#77b7f7',
  themeDark: '#96c6fa',
  themeDarker: '#b4d6fa',
  neutralLighterAlt: '#292929',
  neutralLighter: '#2e2e2e',
  neutralLight: '#383838',
  neutralQuaternaryAlt: '#424242',
  neutralQuaternary: '#4d4d4d',
  neutralTertiaryAlt: '#666666',
  neutralTertiary: '#a3a3a3',
  neutralSecondary: '#c7c7c7',
  neutralPrimaryAlt: '#e0e0e0',
  neutralPrimary: '#f5f5f5',
  neutralDark: '#fafafa',
  black: '#ffffff',
  white: '#1f1f1f',
};

const effects = { roundedCorner2: '4px' };

export const lightTheme: ITheme = createTheme({
  palette: lightPalette,
  effects,
  semanticColors: { inputBorder: '#757575', inputPlaceholderText: '#666666', errorText: '#b10e1c' },
});

export const darkTheme: ITheme = createTheme({
  isInverted: true,
  palette: darkPalette,
  effects,
  semanticColors: {
    bodyBackground: '#1f1f1f',
    inputBorder: '#a3a3a3',
    inputPlaceholderText: '#adadad',
    errorText: '#f1929b',
    primaryButtonText: '#0a1622',
    primaryButtonTextHovered: '#0a1622',
    primaryButtonTextPressed: '#0a1622',
  },
});

/** The custom properties of style.ts. Contrast is 4.5:1 for text and 3:1 for lines of fields, and axe checks it. */
export const lightColours: Readonly<Record<string, string>> = {
  '--page': '#ffffff',
  '--card': '#fafafa',
  '--hover': '#f0f0f0',
  '--pressed': '#e5e5e5',
  '--text': '#242424',
  '--quiet': '#575757',
  '--line': '#e0e0e0',
  '--field': '#ffffff',
  '--field-line': '#757575',
  '--accent': '#0f6cbd',
  '--accent-soft': '#ebf3fc',
  '--on-accent': '#ffffff',
  '--danger': '#b10e1c',
  '--danger-soft': '#fdf3f4',
  '--good': '#0e6b0e',
  '--good-soft': '#f1faf1',
  '--warning': '#8a3707',
  '--warning-soft': '#fdf6f3',
};

export const darkColours: Readonly<Record<string, string>> = {
  '--page': '#1f1f1f',
  '--card': '#292929',
  '--hover': '#333333',
  '--pressed': '#3d3d3d',
  '--text': '#f5f5f5',
  '--quiet': '#c7c7c7',
  '--line': '#474747',
  '--field': '#1f1f1f',
  '--field-line': '#a3a3a3',
  '--accent': '#62abf5',
  '--accent-soft': '#13283d',
  '--on-accent': '#0a1622',
  '--danger': '#f1929b',
  '--danger-soft': '#3b1316',
  '--good': '#7fce7f',
  '--good-soft': '#12290f',
  '--warning': '#fbb37a',
  '--warning-soft': '#3a2113',
};
