import type { ReactNode } from 'react';
import type { Field, Fields, FieldType } from '../../shared/field';
import type { FieldProblem } from '../../shared/result';
import { Checkboxes } from '../parts/checkbox';
import { AcademyPicker, Choice } from '../parts/choice';
import { DateField, TimeField } from '../parts/date-field';
import type { FieldProps } from '../parts/field';
import type { PersonChosen } from '../parts/people-combo';
import { PeoplePicker, PersonPicker } from '../parts/people-picker';
import { LongTextField, TextArea, TextField } from '../parts/text-field';
import { YesNo } from '../parts/yes-no';
import { EntriesControl } from './controls/entries-control';
import { InstantControl } from './controls/instant-control';
import { LinesControl } from './controls/lines-control';
import type { Typed } from './form-values';
import type { Sources } from './sources';

interface ControlProps {
  readonly name: string;
  readonly field: Field;
  readonly value: unknown;
  readonly problems: readonly FieldProblem[];
  readonly sources: Sources;
  readonly onChange: (value: unknown) => void;
  readonly onLeave?: (() => void) | undefined;
}

type Draw = (common: FieldProps, props: ControlProps) => ReactNode;

const string = (value: unknown): string => (typeof value === 'string' ? value : '');
const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);
const optionsOf = ({ of = [] }: Field) => of.map((one) => ({ key: one, text: one }));
const recordsOf = ({ field, sources }: ControlProps) => sources.records[field.to ?? ''] ?? [];

const oneLine: Draw = (common, { field, value, onChange }) => (
  <TextField {...common} most={field.max} value={string(value)} onChange={onChange} />
);

/** The control of every field type: what a kind declares is drawn without another word. */
const controls: Readonly<Record<FieldType, Draw>> = {
  text: (common, { field, value, onChange }) => (
    <LongTextField {...common} most={field.max} value={string(value)} onChange={onChange} />
  ),
  email: oneLine,
  number: oneLine,
  note: (common, { field, value, onChange }) => (
    <TextArea {...common} most={field.max} value={string(value)} onChange={onChange} />
  ),
  lines: (common, { name, field, value, problems, onChange }) => (
    <LinesControl
      {...common}
      one="Line"
      most={field.max ?? 12}
      value={strings(value)}
      onChange={onChange}
      problemOf={(index) => problems.find(({ path }) => path === `${name}.${index}`)?.sentence}
    />
  ),
  choice: (common, { field, value, onChange }) => (
    <Choice {...common} options={optionsOf(field)} value={string(value)} onChange={onChange} />
  ),
  choices: (common, { field, value, onChange }) => (
    <Checkboxes {...common} options={optionsOf(field)} value={strings(value)} onChange={onChange} />
  ),
  date: (common, { value, onChange }) => <DateField {...common} value={string(value)} onChange={onChange} />,
  time: (common, { value, onChange }) => <TimeField {...common} value={string(value)} onChange={onChange} />,
  instant: (common, { value, onChange }) => <InstantControl {...common} value={string(value)} onChange={onChange} />,
  yesNo: (common, { value, onChange }) => (
    <YesNo {...common} value={typeof value === 'boolean' ? value : undefined} onChange={onChange} />
  ),
  person: (common, { value, sources, onChange }) => (
    <PersonPicker {...common} people={sources.people} value={value as PersonChosen | undefined} onChange={onChange} />
  ),
  people: (common, { value, sources, onChange }) => (
    <PeoplePicker
      {...common}
      people={sources.people}
      value={(value ?? []) as readonly PersonChosen[]}
      onChange={onChange}
    />
  ),
  academy: (common, { value, sources, onChange }) => (
    <AcademyPicker {...common} academies={sources.academies} value={string(value)} onChange={onChange} />
  ),
  academies: (common, { value, sources, onChange }) => (
    <Checkboxes
      {...common}
      options={sources.academies.map(({ urn, name }) => ({ key: urn, text: name }))}
      value={strings(value)}
      onChange={onChange}
    />
  ),
  reference: (common, props) => (
    <Choice {...common} options={recordsOf(props)} value={string(props.value)} onChange={props.onChange} />
  ),
  references: (common, props) => (
    <Checkboxes {...common} options={recordsOf(props)} value={strings(props.value)} onChange={props.onChange} />
  ),
  entries: (common, { name, field, value, problems, sources, onChange }) => (
    <EntriesControl
      {...common}
      field={field}
      value={(value ?? []) as readonly Typed[]}
      onChange={onChange}
      drawEntry={(entry, index, changeEntry) => (
        <FormFields
          fields={field.entry ?? {}}
          typed={entry}
          prefix={`${name}.${index}.`}
          problems={problems}
          sources={sources}
          onChange={changeEntry}
          onLeave={common.onLeave}
        />
      )}
    />
  ),
  // Written by its own screen, never typed as it is.
  document: () => null,
};

function FieldControl(props: ControlProps) {
  const { field, name, problems, onLeave } = props;
  const common: FieldProps = {
    label: field.label,
    help: field.help,
    optional: field.optional,
    problem: problems.find(({ path }) => path === name)?.sentence,
    onLeave,
  };
  return <>{controls[field.type](common, props)}</>;
}

interface FormFieldsProps {
  readonly fields: Fields;
  readonly typed: Typed;
  /** Before the name of a field in the path of a problem: `activities.0.`. */
  readonly prefix?: string;
  readonly problems: readonly FieldProblem[];
  readonly sources: Sources;
  readonly onChange: (name: string, value: unknown) => void;
  readonly onLeave?: (() => void) | undefined;
}

/** One control per field, in the order of the declaration. */
export function FormFields({ fields, typed, prefix = '', problems, sources, onChange, onLeave }: FormFieldsProps) {
  return (
    <>
      {Object.entries(fields).map(([name, field]) => (
        <FieldControl
          key={name}
          name={`${prefix}${name}`}
          field={field}
          value={typed[name]}
          problems={problems}
          sources={sources}
          onChange={(value) => onChange(name, value)}
          onLeave={onLeave}
        />
      ))}
    </>
  );
}
