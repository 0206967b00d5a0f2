import { randomBytes } from 'node:crypto';

const lifetime = 3_600_000;

/** Addresses that hand out a file's content without a token, for an hour, as SharePoint's pre-signed ones do. */
export interface Downloads {
  addressOf(item: string): string;
  /** The item of an address that is still good. */
  itemOf(name: string): string | undefined;
}

export function makeDownloads(origin: string, now: () => Date): Downloads {
  const known = new Map<string, { readonly item: string; readonly until: number }>();
  return {
    addressOf: (item) => {
      const at = now().getTime();
      for (const [name, { until }] of known) if (until <= at) known.delete(name);
      const name = randomBytes(24).toString('base64url');
      known.set(name, { item, until: at + lifetime });
      return `${origin}/download/${name}`;
    },
    itemOf: (name) => {
      const found = known.get(name);
      return found && found.until > now().getTime() ? found.item : undefined;
    },
  };
}
