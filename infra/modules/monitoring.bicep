// Where logs go, and who is told when something must be seen to. No text of a document is ever logged.
targetScope = 'resourceGroup'

param name string
param location string

@description('The object id of the identity that the functions run as; it sends the logs.')
param principalId string

@description('Empty: alerts are only shown in the portal.')
param alertEmail string = ''

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param retentionInDays int = 30

var metricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb' // Monitoring Metrics Publisher

// A queue's length is no metric of its own in Azure (one figure an account, once a day), so a parked message is told by the function that parks it.
var alerts = [
  {
    name: 'parked'
    description: 'A message was given up on and parked. docs/operations.md tells what to do.'
    query: 'requests | where name in ("parked_changes", "parked_files", "parked_agendas") | summarize value = count()'
    operator: 'GreaterThan'
    threshold: 0
    windowSize: 'PT15M'
    evaluationFrequency: 'PT15M'
    severity: 2
  }
  {
    name: 'parked-for-good'
    description: 'Parking itself fails: messages lie in a poison queue and nobody sees them.'
    query: 'requests | where name in ("parked_changes", "parked_files", "parked_agendas") and success == false | summarize value = count()'
    operator: 'GreaterThan'
    threshold: 0
    windowSize: 'PT15M'
    evaluationFrequency: 'PT15M'
    severity: 1
  }
  {
    name: 'failures'
    description: 'More than ten calls of functions failed within an hour.'
    query: 'requests | where success == false | summarize value = count()'
    operator: 'GreaterThan'
    threshold: 10
    windowSize: 'PT1H'
    evaluationFrequency: 'PT15M'
    severity: 2
  }
  {
    name: 'no-sweep'
    description: 'No sweep has ended well for an hour: changes may go unseen.'
    query: 'requests | where name == "sweep_libraries" and success == true | summarize value = count()'
    operator: 'LessThan'
    threshold: 1
    windowSize: 'PT1H'
    evaluationFrequency: 'PT15M'
    severity: 1
  }
]

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-${name}'
  location: location
  properties: {
    retentionInDays: retentionInDays
    sku: {
      name: 'PerGB2018'
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${name}'
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    DisableLocalAuth: true
    WorkspaceResourceId: workspace.id
  }
}

resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, principalId, metricsPublisher)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', metricsPublisher)
  }
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(alertEmail)) {
  name: 'ag-${name}'
  location: 'global'
  properties: {
    groupShortName: 'dagordning'
    enabled: true
    emailReceivers: [
      {
        name: 'administrator'
        emailAddress: alertEmail
        useCommonAlertSchema: true
      }
    ]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [for alert in alerts: {
  name: '${alert.name}-${name}'
  location: location
  properties: {
    displayName: 'Dagordning: ${alert.name}'
    description: alert.description
    severity: alert.severity
    enabled: true
    scopes: [
      insights.id
    ]
    evaluationFrequency: alert.evaluationFrequency
    windowSize: alert.windowSize
    autoMitigate: true
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: alert.query
          timeAggregation: 'Total'
          metricMeasureColumn: 'value'
          operator: alert.operator
          threshold: alert.threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: empty(alertEmail) ? [] : [people.id]
    }
  }
}]

output connectionString string = insights.properties.ConnectionString
