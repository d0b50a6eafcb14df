// A key vault for the certificate of an Entra app, where the managed identity is not used for SharePoint. The certificate is put in by hand.
targetScope = 'resourceGroup'

@maxLength(24)
param name string
param location string

@description('The object id of the identity that the functions run as; it reads the certificate.')
param principalId string

@description('The name of the certificate in the vault.')
param certificateName string = 'dagordning'

var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6' // Key Vault Secrets User

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  properties: {
    tenantId: tenant().tenantId
    enablePurgeProtection: true
    enableRbacAuthorization: true
    softDeleteRetentionInDays: 90
    sku: {
      family: 'A'
      name: 'standard'
    }
  }
}

resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, principalId, secretsUser)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

output name string = vault.name
output certificateReference string = '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/${certificateName}/)'
