<#
.SYNOPSIS
Lets Dagordning's identity into one SharePoint site and no other. Prints what it will do; does it only with -Yes. Can be run again.

.DESCRIPTION
The same as grant-site.sh, for an administrator who signs in as a person: Connect-MgGraph asks for the permissions that it takes
(Application.Read.All, AppRoleAssignment.ReadWrite.All, Sites.FullControl.All), which az login does not have for sites.
Needs PowerShell 7 and: Install-Module Microsoft.Graph.Authentication -Scope CurrentUser

.PARAMETER Site
The whole address, as https://region.sharepoint.com/sites/rad

.PARAMETER Identity
The client id of the managed identity or of the Entra app.

.EXAMPLE
./infra/grant-site.ps1 -Site https://region.sharepoint.com/sites/rad -Identity 11111111-2222-3333-4444-555555555555
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [ValidatePattern('^https://[^/]+\.sharepoint\.com(/.*)?$')] [string] $Site,
    [Parameter(Mandatory)] [guid] $Identity,
    [ValidateSet('write', 'manage', 'fullcontrol')] [string] $Role = 'manage',
    [switch] $Yes
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$graph = 'https://graph.microsoft.com/v1.0'
$sharePoint = '00000003-0000-0ff1-ce00-000000000000' # Office 365 SharePoint Online, the same in every tenant

function Read-Graph([string] $Address) { Invoke-MgGraphRequest -Method GET -Uri "$graph/$Address" -OutputType PSObject }
function Write-Graph([string] $Method, [string] $Address, [hashtable] $Body) {
    Invoke-MgGraphRequest -Method $Method -Uri "$graph/$Address" -Body ($Body | ConvertTo-Json -Depth 5) -ContentType 'application/json' | Out-Null
}

Connect-MgGraph -Scopes 'Application.Read.All', 'AppRoleAssignment.ReadWrite.All', 'Sites.FullControl.All' -NoWelcome

$principal = Read-Graph "servicePrincipals(appId='$Identity')?`$select=id,appId,displayName"
$resource = Read-Graph "servicePrincipals(appId='$sharePoint')?`$select=id,appRoles"
$selected = @($resource.appRoles | Where-Object { $_.value -eq 'Sites.Selected' -and $_.allowedMemberTypes -contains 'Application' })[0]
"Identity    $($principal.displayName), client id $($principal.appId), object id $($principal.id)"

$held = @((Read-Graph "servicePrincipals/$($principal.id)/appRoleAssignments").value |
    Where-Object { $_.resourceId -eq $resource.id -and $_.appRoleId -eq $selected.id })
if ($held) { 'App role    Sites.Selected: there already' }
else { 'App role    Sites.Selected: WILL BE GIVEN (lets it into no site by itself)' }

$address = [uri] $Site.TrimEnd('/')
$path = if ($address.AbsolutePath -eq '/') { '' } else { ":$($address.AbsolutePath)" }
$siteId = (Read-Graph "sites/$($address.Host)$path").id
$permission = @((Read-Graph "sites/$siteId/permissions").value | Where-Object { ($_ | ConvertTo-Json -Depth 8) -match [regex]::Escape($principal.appId) })
$now = if ($permission) { ((Read-Graph "sites/$siteId/permissions/$($permission[0].id)").roles | Sort-Object) -join ',' } else { '' }
if ($now -eq $Role) { "Site        ${Site}: $Role there already" }
elseif ($now) { "Site        ${Site}: $now WILL BE CHANGED to $Role" }
else { "Site        ${Site}: $Role WILL BE GIVEN" }

if ($held -and $now -eq $Role) { 'Nothing to do.'; return }
if (-not $Yes) { 'Nothing is changed. Run it again with -Yes to do this.'; return }

if (-not $held) {
    Write-Graph POST "servicePrincipals/$($principal.id)/appRoleAssignments" @{ principalId = $principal.id; resourceId = $resource.id; appRoleId = $selected.id }
    'Given: the app role Sites.Selected.'
}
if (-not $now) {
    $application = @{ application = @{ id = $principal.appId; displayName = $principal.displayName } }
    Write-Graph POST "sites/$siteId/permissions" @{ roles = @($Role); grantedToIdentities = @($application) }
    "Given: $Role on $Site."
}
elseif ($now -ne $Role) {
    Write-Graph PATCH "sites/$siteId/permissions/$($permission[0].id)" @{ roles = @($Role) }
    "Changed: $Role on $Site."
}
'It may take an hour until a token that was fetched before knows of it.'
