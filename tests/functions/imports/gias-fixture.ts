/** Invented exports in both shapes of Get Information About Schools. */
const shared = {
  EstablishmentName: 'Millbrook Primary Academy',
  'EstablishmentStatus (name)': 'Open',
  OpenDate: '01-09-2014',
  'PhaseOfEducation (name)': 'Primary',
  StatutoryLowAge: '4',
  StatutoryHighAge: '11',
  NumberOfPupils: '231',
  'OfstedRating (name)': 'Good',
  HeadFirstName: 'Morwenna',
  HeadLastName: 'Askew',
  'Trusts (name)': 'LARKRISE LEARNING TRUST',
  Town: 'Millbrook',
  Postcode: 'AB1 2CD',
  Easting: '516961',
  Northing: '147714',
};

const bulk = { URN: '900001', 'LA (code)': '936', 'LA (name)': 'Downshire', ...shared, 'Trusts (code)': '4321' };
const searchResults = {
  URN: '900001',
  'LA (name)': 'Downshire',
  ...shared,
  'Linked establishments': '',
  'Links 1': '',
};

export type Cells = Record<string, string | undefined>;

function quoted(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** CSV text; a cell that is undefined takes its column away. */
export function csv(rows: readonly Cells[], end = '\r\n'): string {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => rows[0]?.[column] !== undefined);
  const lines = rows.map((row) => columns.map((column) => quoted(row[column] ?? '')).join(','));
  return [columns.map(quoted).join(','), ...lines, ''].join(end);
}

export function gias(rows: readonly Cells[], shape: 'bulk' | 'search results' = 'bulk'): string {
  const whole = shape === 'bulk' ? bulk : searchResults;
  return csv(rows.map((row) => ({ ...whole, ...row })));
}

/** Bytes in Windows-1252, for the characters that schools' names have. */
export function windows1252(text: string): Uint8Array {
  const special: Record<string, number> = { '’': 0x92, '–': 0x96, '€': 0x80 };
  return Uint8Array.from([...text].map((character) => special[character] ?? character.charCodeAt(0)));
}
