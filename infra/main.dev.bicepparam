using 'main.bicep'

param name = 'dutybotdev'
param registryName = readEnvironmentVariable('DUTYBOT_REGISTRY')
param image = readEnvironmentVariable('DUTYBOT_IMAGE')
param displayName = 'DutyBot (dev)'
param openStorage = true
param storageSku = 'Standard_LRS'
param maxReplicas = 1
param logRetentionDays = 30
