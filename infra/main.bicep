metadata description = 'DutyBot for one organisation and one Entra tenant: the bot, the program, its tables and its logs.'

@description('Names the resources: letters and digits, different for each environment.')
@minLength(3)
@maxLength(16)
param name string

@description('Where everything but the bot registration is kept. The registration is global.')
param location string = resourceGroup().location

@description('The one tenant DutyBot serves.')
param tenantId string = tenant().tenantId

@description('The container registry of this resource group that holds the image.')
param registryName string

@description('The image within the registry, with a tag that is never used twice, for example dutybot:0.1.0.')
param image string

@description('What people see as the name of the bot in the Azure portal.')
param displayName string = 'DutyBot'

@description('F0 is enough for Teams: its channel is not charged.')
@allowed(['F0', 'S1'])
param botSku string = 'F0'

@description('At least one, because the clock must go when nobody writes.')
@minValue(1)
param minReplicas int = 1

@minValue(1)
param maxReplicas int = 3

@description('Only for development: the tables answer from the Internet too (to those with the role), and there is no private endpoint.')
param openStorage bool = false

@description('ZRS keeps three copies in separate zones; LRS in one.')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param storageSku string = 'Standard_ZRS'

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('A collector that takes OTLP, for example https://collector.example.gov.vn:4317; empty for no telemetry.')
param otlpEndpoint string = ''

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${name}'
  location: location
}

resource logs 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: 'log-${name}'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: logRetentionDays
    features: {
      disableLocalAuth: true
    }
  }
}

module network 'modules/network.bicep' = {
  params: {
    name: name
    location: location
  }
}

module storage 'modules/storage.bicep' = {
  params: {
    accountName: take('st${toLower(name)}${uniqueString(resourceGroup().id)}', 24)
    location: location
    sku: storageSku
    isOpen: openStorage
    endpointSubnetId: network.outputs.endpointSubnetId
    tableZoneId: network.outputs.tableZoneId
    readerAndWriterId: identity.properties.principalId
  }
}

module registry 'modules/registry.bicep' = {
  params: {
    registryName: registryName
    pullerId: identity.properties.principalId
  }
}

module app 'modules/app.bicep' = {
  params: {
    name: name
    location: location
    subnetId: network.outputs.appSubnetId
    workspaceId: logs.id
    identityId: identity.id
    registryServer: registry.outputs.server
    image: image
    minReplicas: minReplicas
    maxReplicas: maxReplicas
    settings: concat(
      [
        { name: 'Teams__AppId', value: identity.properties.clientId }
        { name: 'Teams__TenantId', value: tenantId }
        { name: 'Teams__Credential', value: 'ManagedIdentity' }
        { name: 'Teams__Forms', value: 'Dialog' }
        { name: 'Storage__Kind', value: 'AzureTables' }
        { name: 'Storage__Endpoint', value: storage.outputs.tableEndpoint }
        { name: 'Storage__ManagedIdentityClientId', value: identity.properties.clientId }
      ],
      empty(otlpEndpoint) ? [] : [{ name: 'Telemetry__OtlpEndpoint', value: otlpEndpoint }]
    )
  }
}

module bot 'modules/bot.bicep' = {
  params: {
    name: name
    displayName: displayName
    sku: botSku
    identityId: identity.id
    appId: identity.properties.clientId
    tenantId: tenantId
    appHost: app.outputs.host
  }
}

@description('The id for the Teams app package (TEAMS_APP_ID, BOT_ID).')
output botAppId string = identity.properties.clientId

@description('The app answers at https://{host}/api/messages.')
output host string = app.outputs.host

output tableEndpoint string = storage.outputs.tableEndpoint
