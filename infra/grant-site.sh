#!/usr/bin/env bash
# Lets Dagordning's identity into one SharePoint site and no other. Prints what it will do; does it only with --yes. Can be run again.
#
# Two grants are needed, and neither is worth anything alone:
#   1. the app role Sites.Selected of "Office 365 SharePoint Online": "may be let into sites, one by one" (none yet). It is the role of SharePoint, not
#      the one of the same name of Microsoft Graph, because the program speaks to SharePoint itself.
#   2. a permission on the site. "manage" is the least that may make lists, columns and webhooks; with "write" the program cannot renew its webhooks.
#
# Needs the Azure CLI, signed in (az login) as somebody who may do both; docs/sharepoint.md, step 3, says who, and what to do where nobody may do both.
set -euo pipefail

readonly GRAPH="https://graph.microsoft.com/v1.0"
readonly SHAREPOINT="00000003-0000-0ff1-ce00-000000000000" # Office 365 SharePoint Online, the same in every tenant

usage() {
  cat <<'TEXT'
Usage: infra/grant-site.sh --site URL --identity ID [--role write|manage|fullcontrol] [--only app-role|site] [--yes]

  --site URL       the whole address, as https://region.sharepoint.com/sites/rad
  --identity ID    the managed identity or the Entra app: its client id, or the object id of its service principal
  --role ROLE      what it may do on the site; default manage
  --only PART      only the app role, or only the site, where two people do one each
  --yes            do it; without it nothing is changed
TEXT
}

fail() {
  printf 'grant-site: %s\n' "$1" >&2
  exit "${2:-1}"
}

site="" identity="" role="manage" only="" yes=""
while [ $# -gt 0 ]; do
  case "$1" in
    --site | --identity | --role | --only)
      [ $# -ge 2 ] || fail "$1 needs a value." 2
      case "$1" in
        --site) site="${2%/}" ;;
        --identity) identity="$2" ;;
        --role) role="$2" ;;
        --only) only="$2" ;;
      esac
      shift 2
      ;;
    --yes)
      yes="yes"
      shift
      ;;
    -h | --help)
      usage
      exit 0
      ;;
    *)
      usage >&2
      fail "unknown argument: $1" 2
      ;;
  esac
done

if [ -z "$site" ] || [ -z "$identity" ]; then
  usage >&2
  fail "--site and --identity are needed." 2
fi
case "$role" in write | manage | fullcontrol) ;; *) fail "--role is write, manage or fullcontrol." 2 ;; esac
case "$only" in "" | app-role | site) ;; *) fail "--only is app-role or site." 2 ;; esac
case "$site" in https://?*.sharepoint.com/* | https://?*.sharepoint.com) ;; *) fail "--site is no address of SharePoint Online: $site" 2 ;; esac
command -v az >/dev/null 2>&1 || fail "the Azure CLI (az) is not installed." 2

# What az answers, as plain text; a JMESPath that finds nothing gives an empty line or None.
ask() {
  local told
  told="$(az "$@" --output tsv)" || return 1
  if [ "$told" = "None" ]; then told=""; fi
  printf '%s' "$told"
}

host="${site#https://}"
path=""
case "$host" in */*) path=":/${host#*/}" ;; esac
host="${host%%/*}"

principal="$(ask ad sp show --id "$identity" --query id)" || fail "no managed identity or app with the id $identity is in this tenant, or you may not read it (Application.Read.All)." 3
app="$(ask ad sp show --id "$identity" --query appId)"
name="$(ask ad sp show --id "$identity" --query displayName)"
in_json="${name//\\/\\\\}"
in_json="${in_json//\"/\\\"}"
printf 'Identity    %s\n            client id %s, object id %s\n' "$name" "$app" "$principal"

todo=0

app_role_missing=""
if [ "$only" != "site" ]; then
  resource="$(ask ad sp show --id "$SHAREPOINT" --query id)" || fail "Office 365 SharePoint Online is not in this tenant." 3
  selected="$(ask ad sp show --id "$SHAREPOINT" --query "appRoles[?value=='Sites.Selected' && contains(allowedMemberTypes, 'Application')].id | [0]")"
  [ -n "$selected" ] || fail "Office 365 SharePoint Online has no app role Sites.Selected." 3
  held="$(ask rest --method GET --url "$GRAPH/servicePrincipals/$principal/appRoleAssignments" --query "value[?resourceId=='$resource' && appRoleId=='$selected'].id | [0]")" ||
    fail "the app roles of the identity cannot be read: sign in as somebody who may (Application.Read.All)." 3
  if [ -n "$held" ]; then
    printf 'App role    Sites.Selected: there already\n'
  else
    printf 'App role    Sites.Selected: WILL BE GIVEN (lets it into no site by itself)\n'
    app_role_missing="yes"
    todo=1
  fi
fi

permission="" site_change=""
if [ "$only" != "app-role" ]; then
  site_id="$(ask rest --method GET --url "$GRAPH/sites/$host$path" --query id)" || fail "there is no site $site, or you may not see it." 3
  permission="$(ask rest --method GET --url "$GRAPH/sites/$site_id/permissions" --query "value[?contains(to_string(@), '$app')].id | [0]")" || {
    cat >&2 <<TEXT
grant-site: the permissions of the site cannot be read with this sign-in. It takes Sites.FullControl.All, which az login as a person does not have.
Either run infra/grant-site.ps1, which asks for it, or sign az in as an app that has it, or send this in Graph Explorer:
  POST $GRAPH/sites/$site_id/permissions
  {"roles": ["$role"], "grantedToIdentities": [{"application": {"id": "$app", "displayName": "$in_json"}}]}
The app role alone: --only app-role
TEXT
    exit 3
  }
  if [ -z "$permission" ]; then
    printf 'Site        %s: %s WILL BE GIVEN\n' "$site" "$role"
    site_change="give"
    todo=1
  else
    now="$(ask rest --method GET --url "$GRAPH/sites/$site_id/permissions/$permission" --query "roles | sort(@) | join(',', @)")"
    if [ "$now" = "$role" ]; then
      printf 'Site        %s: %s there already\n' "$site" "$role"
    else
      printf 'Site        %s: %s WILL BE CHANGED to %s\n' "$site" "$now" "$role"
      site_change="change"
      todo=1
    fi
  fi
fi

if [ "$todo" = 0 ]; then
  printf 'Nothing to do.\n'
  exit 0
fi
if [ -z "$yes" ]; then
  printf 'Nothing is changed. Run it again with --yes to do this.\n'
  exit 0
fi

if [ -n "$app_role_missing" ]; then
  az rest --method POST --url "$GRAPH/servicePrincipals/$principal/appRoleAssignments" --output none \
    --headers "Content-Type=application/json" \
    --body "{\"principalId\": \"$principal\", \"resourceId\": \"$resource\", \"appRoleId\": \"$selected\"}" ||
    fail "the app role was not given: it takes Privileged Role Administrator or Global Administrator." 3
  printf 'Given: the app role Sites.Selected.\n'
fi
case "$site_change" in
  give)
    az rest --method POST --url "$GRAPH/sites/$site_id/permissions" --output none \
      --headers "Content-Type=application/json" \
      --body "{\"roles\": [\"$role\"], \"grantedToIdentities\": [{\"application\": {\"id\": \"$app\", \"displayName\": \"$in_json\"}}]}" ||
      fail "the site was not opened to it: it takes Sites.FullControl.All." 3
    printf 'Given: %s on %s.\n' "$role" "$site"
    ;;
  change)
    az rest --method PATCH --url "$GRAPH/sites/$site_id/permissions/$permission" --output none \
      --headers "Content-Type=application/json" \
      --body "{\"roles\": [\"$role\"]}" ||
      fail "the permission was not changed: it takes Sites.FullControl.All." 3
    printf 'Changed: %s on %s.\n' "$role" "$site"
    ;;
esac
printf 'It may take an hour until a token that was fetched before knows of it.\n'
