/** The 107 operations of the published list: method, path, and the scope it needs where one is documented. */
export const LOGFIRE_DOCUMENTED: readonly string[] = `
GET /api/v1/api-keys/ organization:read_api_key
POST /api/v1/api-keys/ organization:create_api_key
PATCH /api/v1/api-keys/{api_key_id}/ organization:write_api_key
DELETE /api/v1/api-keys/{api_key_id}/ organization:write_api_key
GET /api/v1/audit-logs/ organization:auditlog
GET /api/v1/audit-logs/{audit_log_id}/ organization:auditlog
GET /api/v1/billing/usage/ organization:payment
GET /api/v1/channels/ organization:read_channel
POST /api/v1/channels/ organization:write_channel
GET /api/v1/channels/{channel_id}/ organization:read_channel
PUT /api/v1/channels/{channel_id}/ organization:write_channel
DELETE /api/v1/channels/{channel_id}/ organization:write_channel
GET /api/v1/group-mappings/ instance:admin
PUT /api/v1/group-mappings/ instance:admin
GET /api/v1/instance/organizations/ instance:admin
POST /api/v1/instance/organizations/ instance:admin
GET /api/v1/instance/usage-report/ instance:billing
GET /api/v1/instance/group-mappings/ instance:admin
PUT /api/v1/instance/group-mappings/ instance:admin
GET /api/v1/invitations/ organization:read_invitation
POST /api/v1/invitations/ organization:write_invitation
GET /api/v1/members/ organization:read_member
PATCH /api/v1/members/{user_id}/ organization:write_member
DELETE /api/v1/members/{user_id}/ organization:write_member
GET /api/v1/organizations/ organization:admin
POST /api/v1/organizations/ organization:admin
GET /api/v1/organizations/{organization_id}/ organization:admin
PUT /api/v1/organizations/{organization_id}/ organization:admin
DELETE /api/v1/organizations/{organization_id}/ organization:admin
POST /api/v1/organizations/{organization_id}/invitations/ organization:admin
GET /api/v1/projects/ project:read
POST /api/v1/projects/ organization:create_project
GET /api/v1/projects/{project_id}/ project:read
PUT /api/v1/projects/{project_id}/ project:write
DELETE /api/v1/projects/{project_id}/ project:write
GET /api/v1/projects/{project_id}/dashboards/ project:read_dashboard
POST /api/v1/projects/{project_id}/dashboards/ project:write_dashboard
GET /api/v1/projects/{project_id}/dashboards/{dashboard_id}/ project:read_dashboard
PUT /api/v1/projects/{project_id}/dashboards/{dashboard_id}/ project:write_dashboard
DELETE /api/v1/projects/{project_id}/dashboards/{dashboard_id}/ project:write_dashboard
GET /api/v1/projects/{project_id}/alerts/ project:read_alert
POST /api/v1/projects/{project_id}/alerts/ project:write_alert
GET /api/v1/projects/{project_id}/alerts/{alert_id}/ project:read_alert
PUT /api/v1/projects/{project_id}/alerts/{alert_id}/ project:write_alert
DELETE /api/v1/projects/{project_id}/alerts/{alert_id}/ project:write_alert
POST /api/v1/projects/{project_id}/write-tokens/ project:write_token
GET /api/v1/projects/{project_id}/write-tokens/ project:write_token
POST /api/v1/projects/{project_id}/write-tokens/{token_id}/rotate/ project:write_token
PATCH /api/v1/projects/{project_id}/write-tokens/{token_id}/expire/ project:write_token
DELETE /api/v1/projects/{project_id}/write-tokens/{token_id}/ project:write_token
POST /api/v1/projects/{project_id}/read-tokens/ project:read_token
GET /api/v1/projects/{project_id}/read-tokens/ project:read_token
POST /api/v1/projects/{project_id}/read-tokens/{token_id}/rotate/ project:read_token
PATCH /api/v1/projects/{project_id}/read-tokens/{token_id}/expire/ project:read_token
DELETE /api/v1/projects/{project_id}/read-tokens/{token_id}/ project:read_token
GET /api/v1/projects/{project_id}/variables/ project:read_variables
POST /api/v1/projects/{project_id}/variables/ project:write_variables
GET /api/v1/projects/{project_id}/variables/{name}/ project:read_variables
PUT /api/v1/projects/{project_id}/variables/{name}/ project:write_variables
GET /api/v1/usage/daily/ organization:payment
GET /api/v1/usage/monthly/ organization:payment
GET /api/v1/usage/projects/daily/ organization:payment
GET /api/v1/usage/projects/monthly/ organization:payment
GET /api/v1/usage/projects/{project_id}/daily/ organization:payment
GET /api/v1/usage/projects/{project_id}/monthly/ organization:payment
GET /api/scim/Users organization:scim
GET /api/scim/Users/{user_email} organization:scim
GET /api/scim/Groups organization:scim
GET /api/scim/Groups/{group_id} organization:scim
PATCH /api/scim/Groups/{group_id} organization:scim
GET /api/scim/{provider_name}/Users organization:scim
GET /api/scim/{provider_name}/Users/{user_email} organization:scim
GET /api/scim/{provider_name}/Groups organization:scim
GET /api/scim/{provider_name}/Groups/{group_id} organization:scim
PATCH /api/scim/{provider_name}/Groups/{group_id} organization:scim
GET /api/oauth/authorize
POST /api/oauth/authorize
GET /api/oauth/grantable-scopes
POST /api/oauth/token
POST /api/oauth/device/code
POST /api/oauth/register
DELETE /api/oauth/register/{client_id}
GET /api/v1/organization/ organization:read
PUT /api/v1/organization/ organization:write
DELETE /api/v1/organization/ organization:write
GET /api/v1/gateway/providers/ organization:read
POST /api/v1/gateway/providers/
GET /api/v1/gateway/providers/{id}/
PATCH /api/v1/gateway/providers/{id}/
DELETE /api/v1/gateway/providers/{id}/
POST /api/v1/schedules/
GET /api/v1/schedules/{id}/
PUT /api/v1/schedules/{id}/
DELETE /api/v1/schedules/{id}/
GET /api/v1/projects/{project_id}/slos/
POST /api/v1/projects/{project_id}/slos/
GET /api/v1/projects/{project_id}/slos/{slo_id}/
PATCH /api/v1/projects/{project_id}/slos/{slo_id}/
DELETE /api/v1/projects/{project_id}/slos/{slo_id}/
GET /api/v1/projects/{project_id}/frontend-applications/
POST /api/v1/projects/{project_id}/frontend-applications/
GET /api/v1/projects/{project_id}/frontend-applications/{application_id}/
DELETE /api/v1/projects/{project_id}/frontend-applications/{application_id}/
GET /api/v1/projects/{project_id}/frontend-applications/{application_id}/tokens/
POST /api/v1/projects/{project_id}/frontend-applications/{application_id}/tokens/
POST /api/v1/projects/{project_id}/frontend-applications/{application_id}/tokens/{token_id}/revoke/
GET /api/v1/integrations/pagerduty/services/{pagerduty_service_id}/`
  .trim()
  .split('\n');
