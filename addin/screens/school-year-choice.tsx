import { Choice } from '../parts/choice';
import { schoolYears, today } from './today';

/** This school year or the next. */
export function SchoolYearChoice({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (year: string) => void;
}) {
  const years = schoolYears(today());
  const options = years.includes(value) || value === '' ? years : [value, ...years];
  return (
    <Choice
      label="School year"
      value={value}
      options={options.map((year) => ({ key: year, text: year }))}
      onChange={(year) => onChange(year === '' ? value : year)}
    />
  );
}
