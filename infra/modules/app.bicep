// The function app on Flex Consumption. Its settings are a resource of their own, because one of them is the app's own address.
targetScope = 'resourceGroup'

param name string
param location string
param identityId string
param identityClientId string
param storageName string
param packageContainerUrl string
@secure()
param applicationInsightsConnectionString string
param alwaysReadyHttpInstances int
param maximumInstanceCount int
param instanceMemoryMB int

param site string
param library string
param libraryFolder string
param listsOnly bool
param oldFiles bool
param versionlessWrites bool
param useWebhooks bool
@secure()
param clientState string
param tenantId string
param clientId string
@secure()
@description('A reference to the certificate in the vault, resolved by Azure; empty with the managed identity.')
param certificate string
param timezone string
param council string
param settleDays int
param daysBefore int
param draftFolder string
param templateFolder string
param quietSeconds int

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${name}'
  location: location
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: 'func-${name}'
  location: location
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      minTlsVersion: '1.2'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'python'
        version: '3.13'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReadyHttpInstances == 0 ? [] : [
          {
            name: 'http'
            instanceCount: alwaysReadyHttpInstances
          }
        ]
      }
    }
  }
}

// Flex Consumption takes language and version from functionAppConfig; FUNCTIONS_WORKER_RUNTIME and the like have no place there.
resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: {
    AzureWebJobsStorage__accountName: storageName
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__clientId: identityClientId
    AZURE_CLIENT_ID: identityClientId // for azure-identity: who signs in to storage when an Entra app signs in to SharePoint
    APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsightsConnectionString
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
    DAGORDNING_SITE: site
    DAGORDNING_LIBRARY: library
    DAGORDNING_LIBRARY_FOLDER: libraryFolder
    DAGORDNING_LISTS_ONLY: string(listsOnly)
    DAGORDNING_OLD_FILES: string(oldFiles)
    DAGORDNING_VERSIONLESS_WRITES: string(versionlessWrites)
    DAGORDNING_TENANT_ID: tenantId
    DAGORDNING_CLIENT_ID: clientId
    DAGORDNING_CERTIFICATE: certificate
    DAGORDNING_STORAGE: storageName
    DAGORDNING_NOTIFICATION_URL: useWebhooks ? 'https://${app.properties.defaultHostName}/api/library-changed' : ''
    DAGORDNING_CLIENT_STATE: clientState
    DAGORDNING_TIMEZONE: timezone
    DAGORDNING_COUNCIL: council
    DAGORDNING_SETTLE_DAYS: string(settleDays)
    DAGORDNING_DAYS_BEFORE: string(daysBefore)
    DAGORDNING_DRAFT_FOLDER: draftFolder
    DAGORDNING_TEMPLATE_FOLDER: templateFolder
    DAGORDNING_QUIET_SECONDS: string(quietSeconds)
  }
}

// Nobody publishes with a user name and a password.
resource passwords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = [for door in ['ftp', 'scm']: {
  parent: app
  name: door
  properties: {
    allow: false
  }
}]

output name string = app.name
output notificationUrl string = useWebhooks ? 'https://${app.properties.defaultHostName}/api/library-changed' : ''
