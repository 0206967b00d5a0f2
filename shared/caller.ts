import type { Brand } from './brand';

/** The app roles of the API's Entra registration. */
export const roles = ['TrustOffice', 'Executive', 'HR', 'Principal', 'Champion', 'Staff', 'Trustee'] as const;
export type Role = (typeof roles)[number];

/** Who asks: token and active person agreed. `id` is the Entra object id. */
export interface CallerFacts {
  readonly tenant: string;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly personKey: string;
  readonly roles: readonly Role[];
  /** URN of the caller's academy; absent for the central team. */
  readonly academy?: string | undefined;
  /** URNs of the academies of the hub that the caller's academy belongs to, its own among them. */
  readonly hubAcademies: readonly string[];
  /** Keys of the triads that the academy takes part in. */
  readonly triads: readonly string[];
}

/** Minted only in functions/identity. */
export type Caller = Brand<CallerFacts, 'Caller'>;
