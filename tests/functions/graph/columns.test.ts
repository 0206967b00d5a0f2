import { columnsOf } from '../../../functions/graph/columns';
import type { Kind } from '../../../shared/record';
import { kinds } from '../../../shared/records';

const allKinds = Object.values(kinds) as unknown as readonly Kind[];

/** Columns that every SharePoint list has already, shown or hidden. */
const builtIn = [
  'ID',
  'Title',
  'ContentType',
  'Modified',
  'Created',
  'Author',
  'Editor',
  'Attachments',
  'Edit',
  'Order',
  'GUID',
  'Version',
  'Name',
  'AppAuthor',
  'AppEditor',
];
/** `Name` is built into libraries alone, not into lists. */
const allowed = new Set(['Name']);

describe.each(allKinds.map((kind) => [kind.name, kind] as const))('the list of %s', (_name, kind) => {
  const columns = columnsOf(kind);
  const names = columns.map(({ name }) => name ?? '');

  test('has no column twice, also where case does not count', () => {
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  test('takes no name that SharePoint has taken, and plain letters only', () => {
    expect(names.filter((name) => builtIn.includes(name) && !allowed.has(name))).toEqual([]);
    expect(names.filter((name) => !/^[A-Z][A-Za-z0-9]{0,31}$/.test(name))).toEqual([]);
  });

  test('has 20 indexes at most, and one on its unique key', () => {
    expect(columns.filter(({ indexed }) => indexed).length).toBeLessThanOrEqual(20);
    expect(columns[0]).toMatchObject({ name: 'Key', indexed: true, enforceUniqueValues: true });
  });

  test('indexes one line of text or one choice, nothing else: SharePoint cannot', () => {
    const wrong = columns.filter(
      ({ indexed, text, choice }) =>
        indexed && (text?.allowMultipleLines === true || choice?.displayAs === 'checkBoxes' || (!text && !choice)),
    );
    expect(wrong).toEqual([]);
  });
});
