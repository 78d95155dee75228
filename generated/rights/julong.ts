/** Made from openapi/ by scripts/rights.mjs. Do not edit. */
export const rights = {
  "listUsers": "users:read",
  "countUsers": "users:read",
  "listUsersPlural": "users:read",
  "addUser": "users:create",
  "setUserState": "users:disable",
  "getUser": "users:read",
  "updateUser": "users:update",
  "patchUser": "users:update",
  "removeUser": "users:remove",
  "assignUserRole": "users:assign-role",
  "listRights": "rights:read",
  "listRoles": "roles:list",
  "createRole": "roles:create",
  "getRole": "roles:read",
  "updateRole": "roles:update",
  "removeRole": "roles:remove",
  "grantRoleRights": "roles:grant",
  "revokeRoleRight": "roles:revoke",
  "listAudit": "audit:read",
  "countAudit": "audit:read"
} as const
