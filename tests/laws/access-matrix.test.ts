import { readFileSync } from 'node:fs';
import path from 'node:path';
import { allKinds, callerAs, columns, relationsOf, samplesOf } from '../../infra/reference/access-cases';
import { referencePages } from '../../infra/reference/pages';
import { type Verb, verbs } from '../../shared/access';

const folder = path.join(__dirname, '..', '..', 'shared', 'reference');
const page = readFileSync(path.join(folder, 'access-matrix.md'), 'utf8');

test.each([...referencePages().keys()])(
  'shared/reference/%s says what the declarations say: run npm run reference',
  (name) => {
    expect(readFileSync(path.join(folder, name), 'utf8')).toBe(referencePages().get(name));
  },
);

const letters: Readonly<Record<Verb, string>> = { create: 'C', read: 'R', update: 'U', remove: 'D' };

/** The written page: kind → tables → rows of cells. */
function tablesOf(kind: string): readonly (readonly (readonly string[])[])[] {
  const section = page.split('\n## ').find((one) => one.startsWith(`${kind}\n`)) ?? '';
  const blocks = section.split('\n\n').filter((block) => block.startsWith('|'));
  return blocks.map((block) =>
    block
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
  );
}

const cells = allKinds.flatMap((kind) =>
  samplesOf(kind).flatMap((sample, table) =>
    relationsOf(kind).flatMap((relation, row) =>
      columns.map((role, column) => ({
        name: [kind.name, sample.state, relation.says, role ?? 'no role'].filter((part) => part !== '').join(', '),
        kind,
        record: sample.record,
        caller: callerAs(role, relation),
        written: tablesOf(kind.name)[table]?.[row + 2]?.[column + 1],
      })),
    ),
  ),
);

test('the page has a cell for every kind, state, relation and role', () => {
  const counted = allKinds.reduce(
    (sum, { name }) => sum + tablesOf(name).reduce((rows, table) => rows + table.length - 2, 0),
    0,
  );
  expect(counted * columns.length).toBe(cells.length);
});

test.each(cells)('$name', ({ kind, record, caller, written }) => {
  const allowed = verbs.filter((verb) => written?.split(' ').includes(letters[verb]));
  expect(verbs.filter((verb) => kind.may(verb, caller, record))).toEqual(allowed);
});
