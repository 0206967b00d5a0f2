import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { block, makeDocx, textsOf } from '../../functions/word/make-docx';
import { type Desk, openDesk } from './command-line';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.clear());

function put(name: string, content: unknown): void {
  writeFileSync(desk.file(name), content instanceof Uint8Array ? content : JSON.stringify(content));
}

describe('fill', () => {
  const template = makeDocx({ body: block('principal.name') + block('objective.text') });
  const command = ['fill', 'a.docx', '--values', 'v.json', '--out', 'b.docx'] as const;

  test('a template and values become a document and a report', async () => {
    put('a.docx', template);
    put('v.json', { 'principal.name': 'Morwenna Askew', year: '2026/27' });
    const told = await desk.run(...command, '--json');
    expect(told).toMatchObject({ code: 0, err: '' });
    expect(told.json).toEqual({
      version: 1,
      filled: ['principal.name'],
      empty: ['objective.text'],
      unused: ['year'],
      file: 'b.docx',
    });
    expect(textsOf(readFileSync(desk.file('b.docx')))[0]).toBe('Morwenna Askew');
    expect(new Uint8Array(readFileSync(desk.file('a.docx')))).toEqual(template);
  });

  test('people read it line by line, and a list of texts makes lines', async () => {
    put('a.docx', template);
    put('v.json', { 'principal.name': 'Morwenna Askew', 'objective.text': ['One.', 'Two.'] });
    const told = await desk.run(...command);
    expect(told.out).toBe('filled: principal.name, objective.text\nWritten to b.docx.\n');
    expect(textsOf(readFileSync(desk.file('b.docx')))).toEqual(['Morwenna Askew', 'One.', 'Two.']);
  });

  test.each<[string, () => void, string]>([
    [
      'no such template',
      () => put('v.json', { year: 'x' }),
      'The file "a.docx" cannot be read: there is no such file.',
    ],
    [
      'a template that is none',
      () => {
        put('a.docx', Buffer.from('Dear'));
        put('v.json', { year: 'x' });
      },
      'This template cannot be used.',
    ],
    [
      'values that are no JSON',
      () => {
        put('a.docx', template);
        put('v.json', Buffer.from('{'));
      },
      'The file "v.json" is no JSON.',
    ],
    [
      'values of another shape',
      () => {
        put('a.docx', template);
        put('v.json', { year: 2026 });
      },
      '"v.json" does not hold texts by tag.',
    ],
    [
      'values that are a list',
      () => {
        put('a.docx', template);
        put('v.json', ['x']);
      },
      '"v.json" does not hold texts by tag.',
    ],
    [
      'values for other tags',
      () => {
        put('a.docx', template);
        put('v.json', { colour: 'red' });
      },
      'None of its tags',
    ],
  ])('%s: one sentence, exit code 2, and nothing is written', async (_what, prepare, sentence) => {
    prepare();
    const told = await desk.run(...command);
    expect(told).toMatchObject({ code: 2, out: '' });
    expect(told.err).toContain(sentence);
    expect(told.err).not.toContain('    at ');
    expect(existsSync(desk.file('b.docx'))).toBe(false);
  });

  test('a refusal is a problem on standard output for programs', async () => {
    const told = await desk.run(...command, '--json');
    expect(told).toMatchObject({ code: 2, err: '' });
    expect(told.json).toMatchObject({ version: 1, problem: { code: 'invalid' } });
  });

  test.each<[readonly string[], string]>([
    [['fill'], 'Name a TEMPLATE.docx with --values'],
    [['fill', 'a.docx'], '--values FILE.json'],
    [['fill', 'a.docx', '--values', 'v.json'], '--out FILE.docx'],
    [['fill', 'a.docx', 'b.docx', '--values', 'v.json', '--out', 'c.docx'], '"b.docx" is too much'],
    [['fill', 'a.docx', '--colour', 'red'], "Unknown option '--colour'"],
    [['fly'], 'There is no command "fly". Known are: provision, import academies'],
  ])('%j is refused with what to type', async (words, sentence) => {
    const told = await desk.run(...words);
    expect(told.code).toBe(2);
    expect(told.err).toContain(sentence);
  });
});

test('help names every command, and each command its use', async () => {
  const all = await desk.run('--help');
  expect(all.code).toBe(0);
  for (const name of ['provision', 'import academies', 'import people', 'meetings', 'fill', 'doctor'])
    expect(all.out).toContain(`our-academies ${name} `);
  const { out } = await desk.run('meetings', '--help');
  expect(out).toContain('--problem FILE');
  expect(out).toContain('Bank holidays are not built in: name them under "closed".');
});

test('without a tenant, and with settings that are wrong, one sentence says what to do', async () => {
  expect((await desk.run('provision')).err).toContain('start the local one with npm start');
  const wrong = openDesk({ TENANT_ID: 'x' });
  const told = await wrong.run('doctor', '--json');
  wrong.clear();
  expect(told.code).toBe(2);
  expect(told.json['problem']).toMatchObject({
    code: 'invalid',
    sentence: expect.stringMatching(/^The setting [A-Z_]+ /),
  });
});
