import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAcademies } from '../../../functions/imports/read-imports';
import { mergedAcademy } from '../../../shared/imports/academies';
import { gias, windows1252 } from './gias-fixture';
import { sentence, utf8, value } from './reading';

const trust = 'Larkrise Learning Trust';

describe('academies', () => {
  const millbrook = {
    urn: '900001',
    name: 'Millbrook Primary Academy',
    phase: 'Primary',
    lowAge: 4,
    highAge: 11,
    localAuthority: 'Downshire',
    localAuthorityCode: '936',
    town: 'Millbrook',
    postcode: 'AB1 2CD',
    easting: 516_961,
    northing: 147_714,
    pupils: 231,
    joinedOn: '2014-09-01',
  };

  test('a bulk export is read without Ofsted’s words and without heads’ names', () => {
    const { found, refused, trust: named } = value(readAcademies(utf8(gias([{}])), { trust }));
    expect(found).toEqual([{ line: 2, record: millbrook }]);
    expect(refused).toEqual([]);
    expect(named).toBe('LARKRISE LEARNING TRUST');
  });

  test('a download of search results has no codes and is read alike', () => {
    const { localAuthorityCode: _none, ...expected } = millbrook;
    const { found } = value(readAcademies(utf8(gias([{}], 'search results')), { trust }));
    expect(found.map(({ record }) => record)).toEqual([expected]);
  });

  test.each<[string, (text: string) => Uint8Array]>([
    ['Windows-1252', windows1252],
    ['UTF-8', utf8],
    ['UTF-8 with its mark', (text) => utf8(`\ufeff${text}`)],
    ['UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('names keep their apostrophes and accents in %s', (_encoding, encode) => {
    const name = 'St André’s C of E – Infant';
    const { found } = value(readAcademies(encode(gias([{ EstablishmentName: name }])), { trust }));
    expect(found[0]?.record.name).toBe(name);
  });

  test.each(['01/09/2014', '1/9/2014', '2014-09-01'])('the date %s is understood', (OpenDate) => {
    expect(value(readAcademies(utf8(gias([{ OpenDate }])), { trust })).found[0]?.record.joinedOn).toBe('2014-09-01');
  });

  test('missing columns are named, all of them', () => {
    const text = gias([{ Easting: undefined, 'LA (name)': undefined, OpenDate: undefined }]);
    expect(sentence(readAcademies(utf8(text), { trust }))).toBe(
      'The file has no columns "LA (name)", "Easting". Give a GIAS export with them.',
    );
  });

  test('columns may come in any order, in any capitals, with a semicolon between them', () => {
    const [header = '', row = ''] = gias([{}]).split('\r\n');
    const turned = [header.toLowerCase(), row].map((line) => line.split(',').reverse().join(';')).join('\n');
    expect(value(readAcademies(utf8(turned), { trust })).found[0]?.record).toEqual(millbrook);
  });

  test('only the open academies of the trust are taken; a closed one is told', () => {
    const text = gias([
      {},
      { URN: '900002', EstablishmentName: 'Elsewhere', 'Trusts (name)': 'ANOTHER TRUST' },
      { URN: '900003', EstablishmentName: 'Oldfield', 'EstablishmentStatus (name)': 'Closed' },
      { URN: '900004', EstablishmentName: 'Newfield', 'EstablishmentStatus (name)': 'Open, but proposed to close' },
    ]);
    const { found, refused } = value(readAcademies(utf8(text), { trust }));
    expect(found.map(({ record }) => record.urn)).toEqual(['900001', '900004']);
    expect(refused).toEqual([{ line: 4, sentence: 'Oldfield is left out: it is "Closed".' }]);
  });

  test('a trust that is not in the file is refused with the trusts that are', () => {
    const told = sentence(readAcademies(utf8(gias([{}])), { trust: 'Larkfall Trust' }));
    expect(told).toBe('The file holds no academy of "Larkfall Trust". It holds: LARKRISE LEARNING TRUST.');
  });

  test('without a name the only trust is taken, and of two none is guessed', () => {
    expect(value(readAcademies(utf8(gias([{}])), {})).found).toHaveLength(1);
    const two = gias([{}, { URN: '900002', 'Trusts (name)': 'ANOTHER TRUST' }]);
    expect(sentence(readAcademies(utf8(two), {}))).toContain('Say which: LARKRISE LEARNING TRUST; ANOTHER TRUST.');
  });

  test('lines that cannot be used are told by number and the others are read', () => {
    const text = gias([
      { URN: '9001' },
      { URN: '900002', Easting: 'far' },
      { URN: '900003' },
      { URN: '900003' },
      { URN: '900005', OpenDate: '31-02-2014' },
      { URN: '900006', EstablishmentName: 'Two\r\nlines' },
    ]);
    const { found, refused } = value(readAcademies(utf8(text), { trust }));
    expect(found.map(({ record }) => record.urn)).toEqual(['900003']);
    expect(refused.map(({ line }) => line)).toEqual([2, 3, 5, 6, 7]);
    expect(refused[0]?.sentence).toBe('Millbrook Primary Academy: URN: Give the six-digit URN of an academy.');
    expect(refused[2]?.sentence).toContain('is on line 4 already');
    expect(refused[3]?.sentence).toContain('"31-02-2014" is not a date');
  });

  test('lines are counted as an editor counts them, across cells with line ends and blank lines', () => {
    const [header, row] = gias([{ Town: 'Mill\nbrook\nGreen' }]).split('\r\n');
    const text = `${header}\n\n${row}\n${row?.replace('900001', '12')}\n`;
    expect(value(readAcademies(utf8(text), { trust })).refused.map(({ line }) => line)).toEqual([3, 6]);
  });

  test.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(), 'empty'],
    ['a file of blank lines', utf8('\n\n'), 'empty'],
    ['a header alone', utf8('URN,EstablishmentName\n'), 'no lines under it'],
    ['an Excel workbook', Buffer.from('PK\u0003\u0004'), 'Excel workbook'],
    ['a picture', Buffer.from([0x89, 0x50, 0, 0, 1]), 'not a text file'],
    ['an open quotation mark', utf8('URN,Town\n1,"Mill\n2,brook\n'), 'Line 2 has a quotation mark'],
  ])('%s is refused with a sentence', (_what, bytes, told) => {
    expect(sentence(readAcademies(bytes, { trust }))).toContain(told);
  });

  test('importing again keeps what the trust itself wrote', () => {
    const known = { ...millbrook, hub: 'hub-1', joinedOn: '2016-01-01', pupils: 200 };
    expect(mergedAcademy(known, millbrook)).toEqual({ ...millbrook, hub: 'hub-1', joinedOn: '2016-01-01' });
  });

  const real = join(__dirname, '../../../../shared/data/gias-good-shepherd.csv');
  const present = existsSync(real);
  (present ? test : test.skip)(
    `the fifteen academies of a real export are read${present ? '' : ' (skipped: gias-good-shepherd.csv is not here)'}`,
    () => {
      const { found, refused } = value(readAcademies(readFileSync(real), { trust: 'The Good Shepherd Trust' }));
      expect(refused).toEqual([]);
      expect(found).toHaveLength(15);
      const authorities = found.map(({ record }) => record.localAuthority);
      expect(authorities.filter((name) => name === 'Hampshire')).toHaveLength(2);
      expect(found.find(({ record }) => record.urn === '139721')?.record).toMatchObject({
        name: "St John's Church of England Primary School",
        lowAge: 3,
        easting: 516_961,
        joinedOn: '2013-11-01',
      });
    },
  );
});
