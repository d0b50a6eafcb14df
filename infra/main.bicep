// Everything that Dagordning needs in Azure, in one resource group. docs/sharepoint.md tells how to deploy it, docs/decisions/0014-infra.md why it is so.
targetScope = 'resourceGroup'

@description('Begins the name of every resource: lower case letters and digits.')
@minLength(3)
@maxLength(11)
param name string = 'dagordning'

@description('The region of all resources. Flex Consumption with Python 3.13 must be offered there.')
param location string = resourceGroup().location

@description('The site that is watched, whole: https://region.sharepoint.com/sites/rad')
param site string

@description('The title of the library that is watched.')
param library string

@description('The folder in the library, where not all of it is watched.')
param libraryFolder string = ''

@description('Nothing is written to the watched library: its facts stand in Rådens möten, its drafts in a library of ours.')
param listsOnly bool = false

@description('Columns are written on minutes that are more than a year old when they are first met, too.')
param oldFiles bool = false

@description('Columns are written without a new version. Only true when dagordning sharepoint apply has proven it on this site.')
param versionlessWrites bool = false

@description('SharePoint tells of changes at once. false: a timer finds them, within ten minutes.')
param useWebhooks bool = true

@description('The secret in every notice from SharePoint, 32 to 128 random characters, the same at every deployment. Only needed with webhooks.')
@secure()
@maxLength(128)
param clientState string = ''

@description('Instances for HTTP that are always awake, billed by the second. SharePoint refuses a webhook whose address does not answer within 5 seconds, and a cold start may take longer.')
@minValue(0)
@maxValue(5)
param alwaysReadyHttpInstances int = 1

@description('The most instances that Azure may start. SharePoint limits how much an app may ask, so more of them are not faster. Azure has refused fewer than 40.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('The memory of an instance in MB.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int = 2048

@description('Sign in to SharePoint with an Entra app and a certificate in a key vault instead of the managed identity.')
param useCertificate bool = false

@description('The tenant of the SharePoint site.')
param tenantId string = tenant().tenantId

@description('The application (client) id of the Entra app. Only with useCertificate.')
param entraClientId string = ''

@description('Who is told when something must be seen to. Empty: alerts are only shown in the portal.')
param alertEmail string = ''

@description('The time zone of the councils.')
param timezone string = 'Europe/Stockholm'

@description('The council of minutes that nothing else places.')
param council string = ''

@description('Days from the meeting until its minutes count as Klar, where nothing else says so.')
@minValue(0)
param settleDays int = 3

@description('Days before a meeting when its draft is made, for councils that are met for the first time.')
@minValue(0)
param daysBefore int = 21

@description('The folder of drafts.')
param draftFolder string = 'Förslag till dagordning'

@description('The folder of Word templates.')
param templateFolder string = 'Mallar för dagordning'

@description('Seconds for which a file must not have changed before it is read.')
@minValue(0)
param quietSeconds int = 30

var suffix = uniqueString(resourceGroup().id)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${name}-${suffix}'
  location: location
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: toLower(take('st${name}${suffix}', 24))
    location: location
    principalId: identity.properties.principalId
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: '${name}-${suffix}'
    location: location
    principalId: identity.properties.principalId
    alertEmail: alertEmail
  }
}

module vault 'modules/vault.bicep' = if (useCertificate) {
  name: 'vault'
  params: {
    name: take('kv-${name}-${suffix}', 24)
    location: location
    principalId: identity.properties.principalId
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: '${name}-${suffix}'
    location: location
    identityId: identity.id
    identityClientId: identity.properties.clientId
    storageName: storage.outputs.name
    packageContainerUrl: storage.outputs.packageContainerUrl
    applicationInsightsConnectionString: monitoring.outputs.connectionString
    alwaysReadyHttpInstances: alwaysReadyHttpInstances
    maximumInstanceCount: maximumInstanceCount
    instanceMemoryMB: instanceMemoryMB
    site: site
    library: library
    libraryFolder: libraryFolder
    listsOnly: listsOnly
    oldFiles: oldFiles
    versionlessWrites: versionlessWrites
    useWebhooks: useWebhooks
    clientState: clientState
    tenantId: tenantId
    clientId: useCertificate ? entraClientId : identity.properties.clientId
    certificate: useCertificate ? vault.outputs.certificateReference : ''
    timezone: timezone
    council: council
    settleDays: settleDays
    daysBefore: daysBefore
    draftFolder: draftFolder
    templateFolder: templateFolder
    quietSeconds: quietSeconds
  }
}

output functionAppName string = app.outputs.name
output notificationUrl string = app.outputs.notificationUrl
output identityPrincipalId string = identity.properties.principalId
output identityClientId string = identity.properties.clientId
output storageAccountName string = storage.outputs.name
output vaultName string = useCertificate ? vault.outputs.name : ''
