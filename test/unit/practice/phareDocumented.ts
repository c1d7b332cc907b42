/** The 48 operations of the published list; a star marks those that declare the project headers. */
export const PHARE_DOCUMENTED: readonly string[] = `
GET /
GET /projects
POST /projects
GET /projects/{projectId}
POST /projects/{projectId}
DELETE /projects/{projectId}
GET /users *
GET /users/{userId} *
GET /apps/{app}/integrations *
GET /apps/{app}/integrations/{integrationId} *
GET /alert-rules *
POST /alert-rules *
GET /alert-rules/{alertRuleId} *
POST /alert-rules/{alertRuleId} *
DELETE /alert-rules/{alertRuleId} *
GET /uptime/monitors *
POST /uptime/monitors *
GET /uptime/monitors/{monitorId} *
POST /uptime/monitors/{monitorId} *
DELETE /uptime/monitors/{monitorId} *
POST /uptime/monitors/{monitorId}/pause *
POST /uptime/monitors/{monitorId}/resume *
GET /uptime/monitors/{monitorId}/report *
GET /uptime/incidents *
POST /uptime/incidents *
GET /uptime/incidents/{incidentId} *
POST /uptime/incidents/{incidentId} *
DELETE /uptime/incidents/{incidentId} *
POST /uptime/incidents/{incidentId}/recover *
GET /uptime/incidents/{incidentId}/updates *
POST /uptime/incidents/{incidentId}/updates *
GET /uptime/incidents/{incidentId}/updates/{incidentUpdateId} *
POST /uptime/incidents/{incidentId}/updates/{incidentUpdateId} *
DELETE /uptime/incidents/{incidentId}/updates/{incidentUpdateId} *
GET /uptime/maintenance-windows *
POST /uptime/maintenance-windows *
GET /uptime/maintenance-windows/{maintenanceWindowId} *
POST /uptime/maintenance-windows/{maintenanceWindowId} *
DELETE /uptime/maintenance-windows/{maintenanceWindowId} *
POST /uptime/maintenance-windows/{maintenanceWindowId}/cancel *
POST /uptime/maintenance-windows/{maintenanceWindowId}/complete *
GET /uptime/reports *
GET /uptime/status-pages *
POST /uptime/status-pages *
GET /uptime/status-pages/{statusPageId} *
POST /uptime/status-pages/{statusPageId} *
DELETE /uptime/status-pages/{statusPageId} *
GET /uptime/status-pages/{statusPageId}/current-status *`
  .trim()
  .split('\n');
