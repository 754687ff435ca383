using 'main.bicep'

param name = 'dutybot'
param registryName = readEnvironmentVariable('DUTYBOT_REGISTRY')
param image = readEnvironmentVariable('DUTYBOT_IMAGE')
param otlpEndpoint = readEnvironmentVariable('DUTYBOT_OTLP_ENDPOINT', '')
