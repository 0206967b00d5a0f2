import { Field, type FieldProps } from './field';
import { colour, cssSet, focusRing } from './style';

const drawn = cssSet({
  row: { display: 'flex', alignItems: 'center', gap: 10, minWidth: 0 },
  track: [{ flex: 1, minWidth: 0, height: 28, margin: 0, accentColor: colour.accent }, focusRing],
  value: { minWidth: 68, textAlign: 'right', fontSize: 14, lineHeight: 20, color: colour.text },
});

interface SliderProps extends FieldProps {
  readonly value: number;
  readonly most: number;
  readonly step: number;
  /** The value with its unit: "100 km". A screen reader says it too. */
  readonly words: string;
  readonly onChange: (value: number) => void;
}

/** A number between nothing and `most`, with the number beside it. */
export function Slider({ value, most, step, words, onChange, ...field }: SliderProps) {
  return (
    <Field {...field}>
      {({ className: _box, ...ids }) => (
        <div className={drawn.row}>
          <input
            {...ids}
            type="range"
            className={drawn.track}
            min={0}
            max={most}
            step={step}
            value={value}
            aria-valuetext={words}
            onChange={(event) => onChange(Number(event.target.value))}
          />
          <output htmlFor={ids.id} className={drawn.value}>
            {words}
          </output>
        </div>
      )}
    </Field>
  );
}
