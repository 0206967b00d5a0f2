import type { ConfidentialClientApplication, ManagedIdentityApplication } from '@azure/msal-node';
import type { Clock } from '../ports';

/** App-only tokens for Graph. */
export interface Tokens {
  get(which: 'kept' | 'fresh'): Promise<string>;
}

export interface TokenSettings {
  readonly clientId: string;
  /** An https string, also where the endpoints of the metadata are elsewhere. */
  readonly authority: string;
  /** The authority's own description as JSON text, where it must not be fetched. */
  readonly authorityMetadata?: string | undefined;
  readonly credential:
    | { readonly secret: string }
    /** The user-assigned managed identity that the registration trusts. */
    | { readonly managedIdentityClientId: string };
}

const graphScope = 'https://graph.microsoft.com/.default';
const exchangeAudience = 'api://AzureADTokenExchange';

/** msal is loaded when the first token is asked for: it would double the start-up time of the bundle. */
export function openTokens(settings: TokenSettings, clock: Clock): Tokens {
  let application: Promise<ConfidentialClientApplication> | undefined;
  return {
    async get(which) {
      application ??= buildApplication(settings, clock);
      const answer = await (await application).acquireTokenByClientCredential({
        scopes: [graphScope],
        skipCache: which === 'fresh',
      });
      if (answer === null) throw new Error('Entra gave no token for Graph.');
      return answer.accessToken;
    },
  };
}

async function buildApplication(settings: TokenSettings, clock: Clock): Promise<ConfidentialClientApplication> {
  const msal = await import('@azure/msal-node');
  const { clientId, authority, authorityMetadata, credential } = settings;
  return new msal.ConfidentialClientApplication({
    auth: {
      clientId,
      authority,
      ...(authorityMetadata === undefined
        ? {}
        : { authorityMetadata, knownAuthorities: [new URL(authority).host], protocolMode: msal.ProtocolMode.OIDC }),
      ...('secret' in credential
        ? { clientSecret: credential.secret }
        : {
            clientAssertion: keptAssertion(
              new msal.ManagedIdentityApplication({
                managedIdentityIdParams: { userAssignedClientId: credential.managedIdentityClientId },
              }),
              clock,
            ),
          }),
    },
  });
}

/** msal asks for the assertion at every call, also when the token is in its cache: so it is kept here. */
export function keptAssertion(
  identity: Pick<ManagedIdentityApplication, 'acquireToken'>,
  clock: Clock,
): () => Promise<string> {
  let kept: { readonly assertion: string; readonly until: number } | undefined;
  return async () => {
    if (kept !== undefined && clock.now().getTime() < kept.until) return kept.assertion;
    const answer = await identity.acquireToken({ resource: exchangeAudience });
    const fiveMinutes = 5 * 60_000;
    kept = { assertion: answer.accessToken, until: (answer.expiresOn?.getTime() ?? 0) - fiveMinutes };
    return kept.assertion;
  };
}
