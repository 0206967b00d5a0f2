import type { Academy } from '../../../shared/records/academy';

export const inventedTrust = 'Seven Beacons Learning Trust';
export const tidewell = 'Tidewell';
export const fernshire = 'Fernshire';

/** name, town, youngest, oldest, pupils, easting, northing */
type Row = readonly [string, string, number, number, number, number, number];

const inTidewell: readonly Row[] = [
  ['Aldermoor Primary Academy', 'Aldermoor', 4, 11, 212, 415_310, 428_940],
  ['Beckside Infant Academy', 'Beckside', 4, 7, 138, 417_820, 431_205],
  ['Beckside Junior Academy', 'Beckside', 7, 11, 231, 417_905, 431_330],
  ['Cloughfold Primary Academy', 'Cloughfold', 3, 11, 398, 411_640, 426_115],
  ['Dunnock Hill Primary Academy', 'Dunnock Hill', 4, 11, 96, 408_275, 430_480],
  ['Eastgate Primary Academy', 'Tidewell', 3, 11, 417, 419_560, 427_350],
  ['Foundry Lane Primary Academy', 'Tidewell', 4, 11, 205, 420_735, 425_860],
  ['Glassworks Primary Academy', 'Tidewell', 4, 11, 356, 421_180, 428_015],
];

const inFernshire: readonly Row[] = [
  ['Hazel Dene Primary Academy', 'Hazel Dene', 4, 11, 88, 391_450, 421_930],
  ['Inglemere Primary Academy', 'Inglemere', 3, 11, 226, 388_105, 418_265],
  ['Jubilee Meadow Infant Academy', 'Fernbridge', 4, 7, 174, 394_880, 416_740],
  ['Kestrel Bank Junior Academy', 'Fernbridge', 7, 11, 243, 396_215, 415_990],
  ['Larchfield Primary Academy', 'Larchfield', 4, 11, 209, 399_640, 420_375],
  ['Millrace Primary Academy', 'Millrace', 4, 11, 104, 384_930, 423_610],
  ['Nettlecombe Primary Academy', 'Nettlecombe', 4, 11, 79, 382_215, 416_480],
];

/** Fifteen academies that do not exist, in two local authorities that do not exist. Real URNs are far below 990000. */
export function inventedAcademies(): readonly Academy[] {
  const rows = [
    ...inTidewell.map((row) => ({ row, localAuthority: tidewell, localAuthorityCode: '991' })),
    ...inFernshire.map((row) => ({ row, localAuthority: fernshire, localAuthorityCode: '992' })),
  ];
  return rows.map(({ row, localAuthority, localAuthorityCode }, index) => {
    const [name, town, lowAge, highAge, pupils, easting, northing] = row;
    return {
      urn: String(990_001 + index),
      name,
      phase: 'Primary',
      lowAge,
      highAge,
      localAuthority,
      localAuthorityCode,
      town,
      pupils,
      dayFrom: '08:40',
      dayUntil: '15:20',
      twilightUntil: '17:30',
      easting,
      northing,
      joinedOn: index < 9 ? '2015-01-01' : '2019-09-01',
    };
  });
}

type YearGroup = 'Nursery' | 'Reception' | 'Year 1' | 'Year 2' | 'Year 3' | 'Year 4' | 'Year 5' | 'Year 6';

const byAge: readonly (readonly [number, YearGroup])[] = [
  [4, 'Reception'],
  [5, 'Year 1'],
  [6, 'Year 2'],
  [7, 'Year 3'],
  [8, 'Year 4'],
  [9, 'Year 5'],
  [10, 'Year 6'],
];

/** One class a year group; small academies teach two year groups in one class. */
export function classesOf({ lowAge, highAge, pupils }: Academy): readonly (readonly YearGroup[])[] {
  const taught = byAge.filter(([age]) => age >= (lowAge ?? 4) && age < (highAge ?? 11)).map(([, group]) => group);
  const small = (pupils ?? 200) < 110 && taught.length > 4;
  if (!small) return taught.map((group) => [group]);
  const [reception, ...rest] = taught[0] === 'Reception' ? taught : [undefined, ...taught];
  const pairs = rest.flatMap((group, index) => (index % 2 === 0 ? [[group, ...rest.slice(index + 1, index + 2)]] : []));
  return [...(reception === undefined ? [] : [[reception]]), ...pairs.map((pair) => pair.filter(isGroup))];
}

function isGroup(group: YearGroup | undefined): group is YearGroup {
  return group !== undefined;
}
