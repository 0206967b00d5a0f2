import type { Tenant } from '../connect';

export interface Finding {
  readonly name: string;
  readonly isWell: boolean;
  readonly sentence: string;
  /** The command, or the words, that mend it. */
  readonly mend?: string;
}

export interface Check {
  readonly name: string;
  /** What mends a refusal of the tenant here. */
  readonly mend: string;
  /** Nothing after it can be looked at when it fails. */
  readonly isGround?: boolean;
  look(tenant: Tenant): Promise<Omit<Finding, 'name'>>;
}
