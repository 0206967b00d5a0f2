<#
.SYNOPSIS
  Scopes Our Academies to its mailboxes with RBAC for Applications. Safe to run again.
.DESCRIPTION
  Calendars.ReadWrite and Mail.Send on the organiser's shared mailbox, Calendars.Read on the direct members of one
  group, for free and busy times. See https://learn.microsoft.com/exchange/permissions-exo/application-rbac.
  Changes take 30 minutes to 2 hours. -WhatIf shows what would be done.
.PARAMETER AppId
  Client id of the registration "Our Academies (API)" (API_CLIENT_ID).
.PARAMETER ServicePrincipalObjectId
  Object id of its ENTERPRISE application (API_SERVICE_PRINCIPAL_ID), not of the registration.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
  [Parameter(Mandatory)] [guid] $AppId,
  [Parameter(Mandatory)] [guid] $ServicePrincipalObjectId,
  [Parameter(Mandatory)] [string] $OrganiserMailbox,
  [string] $StaffGroup
)

$ErrorActionPreference = 'Stop'
$mark = 'our-academies-organiser'
$scopeName = 'Our Academies organiser'

if (-not (Get-ServicePrincipal | Where-Object AppId -eq $AppId)) {
  if ($PSCmdlet.ShouldProcess($AppId, 'Make the app known to Exchange')) {
    New-ServicePrincipal -AppId $AppId -ObjectId $ServicePrincipalObjectId -DisplayName 'Our Academies (API)' | Out-Null
  }
}

if ((Get-Mailbox -Identity $OrganiserMailbox).CustomAttribute15 -ne $mark) {
  if ($PSCmdlet.ShouldProcess($OrganiserMailbox, "Set CustomAttribute15 to $mark")) {
    Set-Mailbox -Identity $OrganiserMailbox -CustomAttribute15 $mark
  }
}

if (-not (Get-ManagementScope -Identity $scopeName -ErrorAction SilentlyContinue)) {
  if ($PSCmdlet.ShouldProcess($scopeName, 'Make the scope')) {
    New-ManagementScope -Name $scopeName -RecipientRestrictionFilter "CustomAttribute15 -eq '$mark'" | Out-Null
  }
}

function Add-Assignment([string] $Name, [string] $Role, [hashtable] $Scope) {
  if (Get-ManagementRoleAssignment -Identity $Name -ErrorAction SilentlyContinue) { return }
  if ($PSCmdlet.ShouldProcess($Name, "Assign $Role")) {
    New-ManagementRoleAssignment -Name $Name -App $ServicePrincipalObjectId -Role $Role @Scope | Out-Null
  }
}

Add-Assignment 'Our Academies events' 'Application Calendars.ReadWrite' @{ CustomResourceScope = $scopeName }
Add-Assignment 'Our Academies mail' 'Application Mail.Send' @{ CustomResourceScope = $scopeName }
if ($StaffGroup) {
  Add-Assignment 'Our Academies free and busy' 'Application Calendars.Read' @{ RecipientGroupScope = $StaffGroup }
}

if (-not $WhatIfPreference) {
  Test-ServicePrincipalAuthorization -Identity $ServicePrincipalObjectId -Resource $OrganiserMailbox
}
