import type { ColumnDefinition } from '@microsoft/microsoft-graph-types';
import type { Field, FieldType } from '../../shared/field';
import type { Kind } from '../../shared/record';

/** Internal names of the columns that every list has beside SharePoint's own Title. */
export const ownColumns = { key: 'Key', actor: 'Actor', actorName: 'ActorName', at: 'At' } as const;

/** How a field lies in SharePoint. A person takes two text columns: id and name. */
export type Shape = 'line' | 'lines' | 'json' | 'choice' | 'choices' | 'number' | 'boolean' | 'person';

const shapes: { readonly [T in FieldType]: Shape } = {
  text: 'line',
  email: 'line',
  // SharePoint's dates follow the site's time zone; ours are text.
  date: 'line',
  time: 'line',
  instant: 'line',
  academy: 'line',
  reference: 'line',
  note: 'lines',
  lines: 'json',
  entries: 'json',
  people: 'json',
  academies: 'json',
  references: 'json',
  document: 'json',
  choice: 'choice',
  choices: 'choices',
  number: 'number',
  yesNo: 'boolean',
  person: 'person',
};

export function shapeOf(field: Pick<Field, 'type'>): Shape {
  return shapes[field.type];
}

/**
 * Internal names are plain ASCII: SharePoint writes `_x0020_` for a space and keeps it for ever.
 *
 * @example columnOf('visitOn') // 'VisitOn'
 */
export function columnOf(fieldName: string): string {
  return `${fieldName.slice(0, 1).toUpperCase()}${fieldName.slice(1)}`;
}

export function personColumns(fieldName: string): { readonly id: string; readonly name: string } {
  return { id: `${columnOf(fieldName)}Id`, name: `${columnOf(fieldName)}Name` };
}

/** The column by which a list may be asked, if the field is indexed. */
export function columnAsked(kind: Pick<Kind, 'fields'>, by: string): string | undefined {
  const field = Object.hasOwn(kind.fields, by) ? kind.fields[by] : undefined;
  if (field === undefined || !field.indexed) return undefined;
  return shapeOf(field) === 'person' ? personColumns(by).id : columnOf(by);
}

/** All columns of a kind's list, in the order of its declaration. */
export function columnsOf(kind: Pick<Kind, 'fields'>): readonly ColumnDefinition[] {
  return [
    { ...line(ownColumns.key, 'Key'), indexed: true, enforceUniqueValues: true },
    line(ownColumns.actor, 'Changed by (id)'),
    line(ownColumns.actorName, 'Changed by'),
    line(ownColumns.at, 'Changed at'),
    ...Object.entries(kind.fields).flatMap(([name, field]) => columnsOfField(name, field)),
  ];
}

function columnsOfField(fieldName: string, field: Field): readonly ColumnDefinition[] {
  if (shapeOf(field) === 'person') {
    const { id, name } = personColumns(fieldName);
    return [withIndex(line(id, `${field.label} (id)`), field), line(name, field.label)];
  }
  return [withIndex({ ...names(columnOf(fieldName), field.label), ...facetOf(field) }, field)];
}

function facetOf(field: Field): ColumnDefinition {
  const choices = [...(field.of ?? [])];
  switch (shapeOf(field)) {
    case 'lines':
    case 'json':
      return { text: { allowMultipleLines: true, textType: 'plain' } };
    case 'choice':
      return { choice: { choices, displayAs: 'dropDownMenu', allowTextEntry: false } };
    case 'choices':
      return { choice: { choices, displayAs: 'checkBoxes', allowTextEntry: false } };
    case 'number':
      return { number: {} };
    case 'boolean':
      return { boolean: {} };
    case 'line':
    case 'person':
      return { text: { allowMultipleLines: false, maxLength: 255 } };
  }
}

function line(name: string, label: string): ColumnDefinition {
  return { ...names(name, label), text: { allowMultipleLines: false, maxLength: 255 } };
}

function names(name: string, label: string): ColumnDefinition {
  return { name, displayName: label };
}

function withIndex(column: ColumnDefinition, field: Field): ColumnDefinition {
  return field.indexed ? { ...column, indexed: true } : column;
}
