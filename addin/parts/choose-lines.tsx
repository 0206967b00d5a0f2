import { colour, cssSet, focusRing } from './style';

const drawn = cssSet({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: 2 },
  line: [
    {
      width: '100%',
      minHeight: 32,
      padding: '5px 8px',
      border: '1px solid transparent',
      borderRadius: 4,
      background: 'none',
      color: colour.text,
      font: 'inherit',
      fontSize: 14,
      lineHeight: 20,
      textAlign: 'left',
      overflowWrap: 'anywhere',
      cursor: 'pointer',
      selectors: { ':hover': { background: colour.hover } },
    },
    focusRing,
  ],
  chosen: { borderColor: colour.accent, background: colour.accentSoft, fontWeight: 600 },
});

/** Short lines of which one can be chosen, to do something with it. */
export function ChooseLines({
  label,
  lines,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly lines: readonly { readonly key: string; readonly text: string }[];
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
}) {
  return (
    <ul className={drawn.list} aria-label={label}>
      {lines.map(({ key, text }) => (
        <li key={key}>
          <button
            type="button"
            aria-pressed={key === chosen}
            className={key === chosen ? `${drawn.line} ${drawn.chosen}` : drawn.line}
            onClick={() => onChoose(key)}
          >
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}
