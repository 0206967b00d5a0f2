// Everything that Our Academies needs in Azure: one resource group, nothing with a key or a password.
targetScope = 'subscription'

@description('Names the environment; part of every resource name.')
@minLength(1)
@maxLength(40)
param environmentName string

@description('Where the trust wants its telemetry and its queue to lie.')
@allowed(['uksouth', 'northeurope', 'westeurope'])
param location string

@description('Graph id of the site with the lists that everybody may read through the panel.')
param trustSiteId string

@description('Graph id of the site that only the app can open: findings, objectives, drafts.')
param confidentialSiteId string

@description('Graph id of the library with the Word templates.')
param libraryDriveId string

@description('Shared mailbox that every invitation comes from.')
param organiserMailbox string

var tags = { 'azd-env-name': environmentName }
var suffix = toLower(uniqueString(subscription().id, environmentName, location))
var functionAppName = 'func-our-academies-${suffix}'
var publicOrigin = 'https://${functionAppName}.azurewebsites.net'

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'app/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-our-academies-${suffix}'
    location: location
    tags: tags
  }
}

module registrations 'app/registrations.bicep' = {
  name: 'registrations'
  scope: group
  params: {
    uniqueName: 'our-academies-${environmentName}'
    publicOrigin: publicOrigin
    identityPrincipalId: identity.outputs.principalId
  }
}

module storage 'app/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: 'stouracad${suffix}'
    location: location
    tags: tags
    identityPrincipalId: identity.outputs.principalId
  }
}

module monitoring 'app/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    name: 'our-academies-${suffix}'
    location: location
    tags: tags
    identityPrincipalId: identity.outputs.principalId
  }
}

module functionApp 'app/function-app.bicep' = {
  name: 'function-app'
  scope: group
  params: {
    name: functionAppName
    location: location
    tags: union(tags, { 'azd-service-name': 'api' })
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageAccountName: storage.outputs.name
    deploymentContainerName: storage.outputs.deploymentContainerName
    applicationInsightsName: monitoring.outputs.applicationInsightsName
    productSettings: {
      TENANT_ID: tenant().tenantId
      API_CLIENT_ID: registrations.outputs.apiClientId
      PANEL_CLIENT_ID: registrations.outputs.panelClientId
      MANAGED_IDENTITY_CLIENT_ID: identity.outputs.clientId
      AUTHORITY: '${environment().authentication.loginEndpoint}${tenant().tenantId}'
      ISSUER: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
      JWKS_URI: '${environment().authentication.loginEndpoint}${tenant().tenantId}/discovery/v2.0/keys'
      GRAPH_ORIGIN: 'https://graph.microsoft.com'
      TRUST_SITE_ID: trustSiteId
      CONFIDENTIAL_SITE_ID: confidentialSiteId
      LIBRARY_DRIVE_ID: libraryDriveId
      ORGANISER_MAILBOX: organiserMailbox
      PUBLIC_ORIGIN: publicOrigin
      OFFICE_JS_URL: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js'
    }
  }
}

// azd keeps these for the hooks and for our-academies provision; none of them is secret.
output AZURE_RESOURCE_GROUP string = group.name
output TENANT_ID string = tenant().tenantId
output API_CLIENT_ID string = registrations.outputs.apiClientId
output API_SERVICE_PRINCIPAL_ID string = registrations.outputs.apiServicePrincipalId
output PANEL_CLIENT_ID string = registrations.outputs.panelClientId
output PUBLIC_ORIGIN string = publicOrigin
