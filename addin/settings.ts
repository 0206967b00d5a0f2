import * as z from 'zod/mini';
import { parseWith } from '../shared/parse';
import type { Result } from '../shared/result';

const settingsSchema = z.strictObject({
  panelClientId: z.string(),
  /** An https address, also locally: msal takes no other. */
  authority: z.string(),
  /** JSON text; locally it holds the http addresses of the embedded tenant. */
  authorityMetadata: z.optional(z.string()),
  apiScope: z.string(),
  tenantId: z.string(),
});

/** What the page tells the panel, in `<script type="application/json" id="settings">`. Nothing in it is secret. */
export type Settings = z.infer<typeof settingsSchema>;

export function readSettings(text: string | null | undefined): Result<Settings> {
  let told: unknown;
  try {
    told = JSON.parse(text ?? '');
  } catch {
    told = undefined;
  }
  return parseWith(settingsSchema, told, 'The panel was served without its settings. Tell the trust office.');
}
