/**
 * Own styles go through Fluent's style sheet, because that one carries the page's nonce.
 * Colours are the custom properties that ThemeRoot sets, so that a class is made once for all themes.
 */
export { mergeStyleSets as cssSet, mergeStyles as css } from '@fluentui/react';

export const colour = {
  page: 'var(--page)',
  card: 'var(--card)',
  hover: 'var(--hover)',
  pressed: 'var(--pressed)',
  text: 'var(--text)',
  quiet: 'var(--quiet)',
  line: 'var(--line)',
  field: 'var(--field)',
  fieldLine: 'var(--field-line)',
  accent: 'var(--accent)',
  accentSoft: 'var(--accent-soft)',
  onAccent: 'var(--on-accent)',
  danger: 'var(--danger)',
  dangerSoft: 'var(--danger-soft)',
  good: 'var(--good)',
  goodSoft: 'var(--good-soft)',
  warning: 'var(--warning)',
  warningSoft: 'var(--warning-soft)',
} as const;

/** What shows where the keyboard is; an outline also shows in forced colours. */
export const focusRing = {
  selectors: {
    ':focus-visible': { outline: `2px solid ${colour.accent}`, outlineOffset: '1px' },
  },
} as const;
