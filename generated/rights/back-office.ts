/** Made from openapi/ by scripts/rights.mjs. Do not edit. */
export const rights = {
  "countAdmins": "admins:read",
  "listAdmins": "admins:read",
  "createAdmin": "admins:write",
  "setAdminState": "admins:write",
  "getAdmin": "admins:read",
  "updateAdmin": "admins:write",
  "patchAdmin": "admins:write",
  "removeAdmin": "admins:write",
  "assignAdminRole": "admins:write",
  "removeAdminSecondFactor": "admins:write",
  "listRoles": "roles:read",
  "getRoleSecondFactor": "roles:read",
  "setRoleSecondFactor": "roles:write",
  "countLogins": "admins:read",
  "countRegistrations": "admins:read",
  "countRefusals": "admins:read",
  "listSessions": "admins:read",
  "endSession": "admins:write",
  "endAdminSessions": "admins:write"
} as const
