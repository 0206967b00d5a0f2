import type { Endpoints } from '../endpoints';

/** The settings of the function app; in Azure they stand in the app's configuration. */
export function functionSettings(endpoints: Omit<Endpoints, 'people'>): Record<string, string> {
  const { tenant, tenantId, functions, workbench } = endpoints;
  const issuer = `${tenant}/${tenantId}/v2.0`;
  const jwksUri = `${tenant}/${tenantId}/discovery/v2.0/keys`;
  return {
    TENANT_ID: tenantId,
    API_CLIENT_ID: endpoints.apiClientId,
    PANEL_CLIENT_ID: endpoints.panelClientId,
    CLIENT_SECRET: endpoints.apiClientSecret,
    // msal takes an https string alone; with the metadata given it asks nothing there.
    AUTHORITY: `${tenant.replace(/^http:/, 'https:')}/${tenantId}`,
    AUTHORITY_METADATA: JSON.stringify(authorityMetadata(tenant, tenantId)),
    ISSUER: issuer,
    JWKS_URI: jwksUri,
    GRAPH_ORIGIN: tenant,
    TRUST_SITE_ID: endpoints.trustSiteId,
    CONFIDENTIAL_SITE_ID: endpoints.confidentialSiteId,
    LIBRARY_DRIVE_ID: endpoints.libraryDriveId,
    ORGANISER_MAILBOX: endpoints.organiserMailbox,
    PUBLIC_ORIGIN: functions,
    OFFICE_JS_URL: `${workbench}/office.js`,
    FRAME_ANCESTORS: workbench,
    // The embedded tenant calls addresses of this machine, and no others.
    OUTLOOK_NOTICES: 'on',
  };
}

/** What `/.well-known/openid-configuration` says, as msal wants to be given it. */
export function authorityMetadata(tenant: string, tenantId: string): Readonly<Record<string, string>> {
  return {
    issuer: `${tenant}/${tenantId}/v2.0`,
    authorization_endpoint: `${tenant}/${tenantId}/oauth2/v2.0/authorize`,
    token_endpoint: `${tenant}/${tenantId}/oauth2/v2.0/token`,
    end_session_endpoint: `${tenant}/${tenantId}/oauth2/v2.0/logout`,
    jwks_uri: `${tenant}/${tenantId}/discovery/v2.0/keys`,
  };
}
