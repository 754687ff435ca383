metadata description = 'The record: Azure Tables that only the program\'s identity reads and writes.'

param accountName string
param location string
param sku string

@description('Whether the tables answer from the Internet; otherwise only through the private endpoint.')
param isOpen bool

param endpointSubnetId string
param tableZoneId string

@description('The principal of the program\'s identity.')
param readerAndWriterId string

var storageTableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: accountName
  location: location
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: isOpen ? 'Enabled' : 'Disabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: isOpen ? 'Allow' : 'Deny'
    }
  }

  resource tables 'tableServices' = {
    name: 'default'
  }
}

// A record that is deleted by mistake cannot be had back.
resource keep 'Microsoft.Authorization/locks@2020-05-01' = if (!isOpen) {
  name: 'keep-the-record'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'The histories of all duties.'
  }
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, readerAndWriterId, storageTableDataContributor)
  scope: account
  properties: {
    principalId: readerAndWriterId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageTableDataContributor)
  }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2025-05-01' = if (!isOpen) {
  name: 'pe-${accountName}'
  location: location
  properties: {
    subnet: {
      id: endpointSubnetId
    }
    privateLinkServiceConnections: [
      {
        name: 'table'
        properties: {
          privateLinkServiceId: account.id
          groupIds: ['table']
        }
      }
    ]
  }

  resource names 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: 'table'
          properties: {
            privateDnsZoneId: tableZoneId
          }
        }
      ]
    }
  }
}

output tableEndpoint string = account.properties.primaryEndpoints.table
