import { colour, cssSet, focusRing } from './style';

const drawn = cssSet({
  line: { display: 'flex', flexWrap: 'wrap', gap: 6, minWidth: 0 },
  toggle: [
    {
      // A thumb's width, also on a phone.
      minHeight: 44,
      padding: '6px 10px',
      flex: '1 1 auto',
      border: `1px solid ${colour.fieldLine}`,
      borderRadius: 4,
      background: colour.page,
      color: colour.text,
      font: 'inherit',
      fontSize: 14,
      lineHeight: 20,
      cursor: 'pointer',
      selectors: { ':hover': { background: colour.hover }, ':disabled': { color: colour.quiet, cursor: 'default' } },
    },
    focusRing,
  ],
  likely: { borderStyle: 'dashed', borderColor: colour.accent },
  pressed: {
    borderColor: colour.accent,
    background: colour.accentSoft,
    fontWeight: 600,
    // Colours are taken away in forced colours: the line stays.
    boxShadow: `inset 0 -3px 0 ${colour.accent}`,
    selectors: { '@media (forced-colors: active)': { outline: '2px solid', outlineOffset: '-4px' } },
  },
});

/** One of a few, each set by one press; the likely one is marked before any is set. */
export function Toggles<K extends string>({
  label,
  options,
  pressed,
  likely,
  disabled = false,
  onPress,
}: {
  readonly label: string;
  readonly options: readonly { readonly key: K; readonly text: string }[];
  readonly pressed: K | undefined;
  readonly likely: K | undefined;
  readonly disabled?: boolean;
  readonly onPress: (key: K) => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would put its legend above, where the title stands already
    <div role="group" aria-label={label} className={drawn.line}>
      {options.map(({ key, text }) => (
        <button
          key={key}
          type="button"
          disabled={disabled}
          aria-pressed={key === pressed}
          className={[
            drawn.toggle,
            ...(key === pressed ? [drawn.pressed] : []),
            ...(pressed === undefined && key === likely ? [drawn.likely] : []),
          ].join(' ')}
          onClick={() => onPress(key)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
