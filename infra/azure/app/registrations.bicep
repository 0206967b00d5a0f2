extension microsoftGraphV1

// The two Entra registrations: the panel (no secret can be kept there) and the API (its credential is the identity).
param uniqueName string
param publicOrigin string
param identityPrincipalId string

// As in shared/caller.ts; a role counts only together with an active person record.
var roles = [
  { value: 'TrustOffice', name: 'Trust office', says: 'Imports academies and people, plans and publishes meetings.' }
  { value: 'Executive', name: 'Executive', says: 'Leads the trust: priorities and objectives.' }
  { value: 'HR', name: 'HR', says: 'Keeps objectives and fills appraisal templates. Never reads review findings.' }
  { value: 'Principal', name: 'Principal', says: 'Leads an academy: logs and answers peer reviews.' }
  { value: 'Champion', name: 'Improvement Champion', says: 'Supports workshops and follow-up.' }
  { value: 'Staff', name: 'Staff', says: 'Takes part in networks and actions.' }
  { value: 'Trustee', name: 'Trustee', says: 'Reads aggregates.' }
]

var graph = '00000003-0000-0000-c000-000000000000'
// Calendars.ReadWrite is left out on purpose: consent in Entra would open every mailbox. Exchange grants it
// for named mailboxes (infra/handbook/exchange.ps1).
var applicationPermissions = {
  sitesSelected: '883ea226-0bf2-4a8f-9f9d-92c9162a727d'
  userReadBasicAll: '97235f07-e226-4f63-ace3-39588e11d3a1'
}

resource panel 'Microsoft.Graph/applications@v1.0' = {
  uniqueName: '${uniqueName}-panel'
  displayName: 'Our Academies'
  signInAudience: 'AzureADMyOrg'
  spa: {
    redirectUris: [
      '${publicOrigin}/panel'
      '${publicOrigin}/panel/signed-in'
      'brk-multihub://${replace(publicOrigin, 'https://', '')}'
    ]
  }
}

resource panelPrincipal 'Microsoft.Graph/servicePrincipals@v1.0' = {
  appId: panel.appId
}

resource api 'Microsoft.Graph/applications@v1.0' = {
  uniqueName: '${uniqueName}-api'
  displayName: 'Our Academies (API)'
  signInAudience: 'AzureADMyOrg'
  api: {
    requestedAccessTokenVersion: 2
    oauth2PermissionScopes: [
      {
        id: guid(uniqueName, 'access_as_user')
        value: 'access_as_user'
        type: 'User'
        isEnabled: true
        adminConsentDisplayName: 'Use Our Academies'
        adminConsentDescription: 'Lets the panel in Outlook and Word act for the person who is signed in.'
        userConsentDisplayName: 'Use Our Academies'
        userConsentDescription: 'Lets the panel in Outlook and Word act for you.'
      }
    ]
    preAuthorizedApplications: [
      {
        appId: panel.appId
        delegatedPermissionIds: [guid(uniqueName, 'access_as_user')]
      }
    ]
  }
  appRoles: [for role in roles: {
    id: guid(uniqueName, role.value)
    value: role.value
    displayName: role.name
    description: role.says
    allowedMemberTypes: ['User']
    isEnabled: true
  }]
  requiredResourceAccess: [
    {
      resourceAppId: graph
      resourceAccess: [for permission in items(applicationPermissions): {
        id: permission.value
        type: 'Role'
      }]
    }
  ]

  resource identity 'federatedIdentityCredentials@v1.0' = {
    name: '${api.uniqueName}/function-app'
    description: 'The function app signs in as this registration; there is no secret.'
    issuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
    subject: identityPrincipalId
    audiences: ['api://AzureADTokenExchange']
  }
}

resource apiPrincipal 'Microsoft.Graph/servicePrincipals@v1.0' = {
  appId: api.appId
  // Only people and groups with a role can get a token at all.
  appRoleAssignmentRequired: true
}

output apiClientId string = api.appId
output apiServicePrincipalId string = apiPrincipal.id
output panelClientId string = panel.appId
