/**
 * Whether this leads to our own machine, or somewhere without encryption. In production every address has a name, so a
 * bare IP address counts as local too.
 *
 * @example isLocalAddress('https://anybody@localhost:4001/keys') // true
 */
export function isLocalAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  const name = hostname.replace(/\.$/, '');
  return protocol === 'http:' || /^(.*\.)?localhost$/.test(name) || /^(\[.*\]|\d+(\.\d+){3})$/.test(name);
}

/** Every text in a setting that may be an address: words, or the values of JSON as its reader will see them. */
export function addressesIn(setting: string): readonly string[] {
  const texts: string[] = [];
  try {
    JSON.parse(setting, (_name, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
  } catch {
    // Not JSON, or broken: its words are looked at as they stand.
    texts.push(...setting.split(/[\s"]+/));
  }
  return texts;
}
